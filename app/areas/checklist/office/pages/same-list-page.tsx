import { urls } from '../../../../urls.ts'
import type { LikenessReason } from '../../alike-rules.ts'
import { type Frame, OfficePage } from './office-page.tsx'

export interface NamedService {
  readonly id: string
  readonly name: string
  /** Who else publishes it; undefined: the town itself. */
  readonly by: string | undefined
}

export interface SamePairView {
  readonly one: NamedService
  readonly other: NamedService
  readonly reasons: readonly LikenessReason[]
}

export interface SameListPageProps {
  readonly frame: Frame
  readonly pairs: readonly SamePairView[]
  /** More than are shown. */
  readonly more: number
  /** Brought together and not published yet. */
  readonly waiting: readonly { readonly removed: string; readonly name: string; readonly stays: string }[]
}

function Name({ frame, service }: { frame: Frame; service: NamedService }) {
  const { t } = frame.translator
  if (service.by === undefined) {
    return (
      <a class="govuk-link" href={urls.officeService(frame.town, service.id)}>
        <bdi>{service.name}</bdi>
      </a>
    )
  }
  return (
    <>
      <bdi>{service.name}</bdi> ({t('checklist.office.same.by', { authority: service.by })})
    </>
  )
}

function PairItem({ frame, pair }: { frame: Frame; pair: SamePairView }) {
  const { t } = frame.translator
  const { one, other, reasons } = pair
  return (
    <li class="govuk-!-margin-bottom-6">
      <ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-1">
        <li>
          <Name frame={frame} service={one} />
        </li>
        <li>
          <Name frame={frame} service={other} />
        </li>
      </ul>
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        {reasons.map((reason) => t(`checklist.office.same.reason.${reason}`)).join(' · ')}
      </p>
      <a class="govuk-link" href={urls.officeSamePair(frame.town, one.id, other.id)}>
        {t('checklist.office.same.look')}
        <span class="govuk-visually-hidden">
          {' '}
          {one.name}, {other.name}
        </span>
      </a>
    </li>
  )
}

function Waiting({ frame, waiting }: Pick<SameListPageProps, 'frame' | 'waiting'>) {
  const { t } = frame.translator
  if (waiting.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('checklist.office.same.waiting')}</h2>
      <p class="govuk-body">
        {t('checklist.office.same.waitingAbout')}{' '}
        <a class="govuk-link" href={urls.officePublish(frame.town)}>
          {t('checklist.office.town.seeChanges')}
        </a>
      </p>
      <ul class="govuk-list">
        {waiting.map(({ removed, name, stays }) => (
          <li class="govuk-!-margin-bottom-4">
            <p class="govuk-body govuk-!-margin-bottom-2">
              {t('checklist.office.same.goesTo', { service: name, stays })}
            </p>
            {!frame.of.support && (
              <form method="post" action={urls.officeSameBack(frame.town, removed)}>
                <button type="submit" class="govuk-button govuk-button--secondary govuk-!-margin-bottom-2">
                  {t('checklist.office.same.back')}
                  <span class="govuk-visually-hidden"> {name}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Services that are probably there twice, and those that were brought together and wait for publishing. */
export function SameListPage({ frame, pairs, more, waiting }: SameListPageProps) {
  const { t } = frame.translator
  return (
    <OfficePage
      frame={frame}
      title={t('checklist.office.same.title')}
      section="checklist"
      back={{ href: urls.officeTown(frame.town), text: t('checklist.office.form.backToList') }}
    >
      <p class="govuk-body">{t('checklist.office.same.about')}</p>
      <p class="govuk-body">{t('checklist.office.same.confidential')}</p>
      {pairs.length === 0 ? (
        <p class="govuk-body">{t('checklist.office.same.none')}</p>
      ) : (
        <ol class="govuk-list">
          {pairs.map((pair) => (
            <PairItem frame={frame} pair={pair} />
          ))}
        </ol>
      )}
      {more > 0 && <p class="govuk-body">{t('checklist.office.same.more', { count: more })}</p>}
      <Waiting frame={frame} waiting={waiting} />
    </OfficePage>
  )
}
