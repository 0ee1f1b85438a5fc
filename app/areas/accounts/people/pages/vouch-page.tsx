import { Button } from '../../../../ui/components/button/button.tsx'
import { SummaryList } from '../../../../ui/components/summary-list/summary-list.tsx'
import { urls } from '../../../../urls.ts'
import { PeopleFrame, type PlaceFrame } from './people-frame.tsx'

export interface VouchPageProps {
  readonly frame: PlaceFrame
  readonly waiting: readonly {
    readonly id: string
    readonly authority: string
    readonly town: string
    readonly name: string
    readonly email: string
    readonly post: string
    /** In words. */
    readonly sent: string
    readonly atDomain: boolean
    /** Where somebody decides otherwise. */
    readonly path: string
  }[]
  readonly done: string | undefined
}

/** Who asks to be the first to work for a member: one button each. */
export function VouchPage({ frame, waiting, done }: VouchPageProps) {
  const { t } = frame.of.translator
  return (
    <PeopleFrame frame={frame} title={t('people.vouch.title')} done={done}>
      <p class="govuk-body">{t(waiting.length === 0 ? 'people.vouch.nobody' : 'people.vouch.about')}</p>
      {waiting.map(({ id, authority, town, name, email, post, sent, atDomain, path }) => (
        <section aria-label={`${town}: ${name}`}>
          <h2 class="govuk-heading-m">
            <bdi>{town}</bdi>
          </h2>
          <SummaryList
            rows={[
              { key: t('people.vouch.who'), value: <bdi>{name}</bdi> },
              { key: t('people.request.email'), value: <bdi>{email}</bdi> },
              { key: t('people.request.post'), value: <bdi>{post}</bdi> },
              { key: t('people.request.sent'), value: sent },
            ]}
          />
          <p class="govuk-body">{t(atDomain ? 'people.request.atDomain' : 'people.request.elsewhere')}</p>
          <form method="post" action={urls.peopleVouch(frame.path)} class="govuk-button-group">
            <input type="hidden" name="authority" value={authority} />
            <input type="hidden" name="request" value={id} />
            <Button preventDoubleClick>
              {t('people.vouch.submit')}
              <span class="govuk-visually-hidden">{` ${name}`}</span>
            </Button>
            <a class="govuk-link" href={path}>
              {t('people.vouch.otherwise')}
              <span class="govuk-visually-hidden">{` ${name}`}</span>
            </a>
          </form>
        </section>
      ))}
    </PeopleFrame>
  )
}
