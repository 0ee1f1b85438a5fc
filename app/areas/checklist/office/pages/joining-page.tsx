import { InsetText } from '../../../../ui/components/inset-text/inset-text.tsx'
import { urls } from '../../../../urls.ts'
import { type Frame, OfficePage } from './office-page.tsx'

/** One thing that somebody has to decide about. */
interface OpenLine {
  readonly href: string
  readonly name: string
  /** Whose it is, and how many entries look like one. */
  readonly about: string
}

export interface JoiningPageProps {
  readonly frame: Frame
  /** Names of the towns that were merged into this one, in one sentence; empty where none was. */
  readonly towns: string
  /** Of those of which it was a part. */
  readonly former: string
  readonly introduction: OpenLine | undefined
  readonly services: readonly OpenLine[]
  readonly answers: readonly OpenLine[]
}

function Lines({ title, lines }: { title: string; lines: readonly OpenLine[] }) {
  if (lines.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      <ul class="govuk-list govuk-list--spaced">
        {lines.map(({ href, name, about }) => (
          <li>
            <a class="govuk-link" href={href}>
              <bdi>{name}</bdi>
            </a>
            <br />
            <span class="govuk-hint govuk-!-margin-bottom-0">{about}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What towns whose place this one has taken have left to look through. */
export function JoiningPage({ frame, towns, former, introduction, services, answers }: JoiningPageProps) {
  const { t } = frame.translator
  const count = services.length + answers.length + (introduction ? 1 : 0)
  return (
    <OfficePage
      frame={frame}
      title={t('joining.title')}
      section="checklist"
      back={{ href: urls.officeTown(frame.town), text: t('checklist.office.nav.checklist') }}
    >
      {towns === '' && former === '' ? (
        <p class="govuk-body">{t('joining.never')}</p>
      ) : (
        <>
          {towns !== '' && <p class="govuk-body">{t('joining.about', { towns })}</p>}
          {former !== '' && <p class="govuk-body">{t('joining.about.split', { towns: former })}</p>}
          <p class="govuk-body">{t('joining.until')}</p>
          {count === 0 ? (
            <InsetText>{t('joining.done')}</InsetText>
          ) : (
            <p class="govuk-body">
              <strong>{t('joining.open', { count })}</strong>
            </p>
          )}
          <Lines title={t('joining.introduction')} lines={introduction ? [introduction] : []} />
          <Lines title={t('joining.services')} lines={services} />
          <Lines title={t('joining.answers')} lines={answers} />
          <p class="govuk-body">
            <a class="govuk-link" href={urls.officePublish(frame.town)}>
              {t('joining.publish')}
            </a>
          </p>
        </>
      )}
    </OfficePage>
  )
}
