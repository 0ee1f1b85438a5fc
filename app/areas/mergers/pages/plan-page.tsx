import { Button } from '../../../ui/components/button/button.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { Pagination } from '../../../ui/components/pagination/pagination.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import { urls } from '../../../urls.ts'
import type { ItemState, ItemView } from '../present-plan.ts'
import { type PlanFault, type PlanFrame, type PlanNotice, PlanPage } from './plan-frame.tsx'

export interface PlanPageProps {
  readonly frame: PlanFrame
  readonly counts: {
    readonly known: number
    readonly listed: number
    readonly unchanged: number
    readonly open: number
    /** Decided and not yet done. */
    readonly due: number
    /** What the list itself says and nobody has agreed to. */
    readonly certain: number
  }
  /** In words. */
  readonly validFrom: string
  /** The list does not hold yet. */
  readonly early: boolean
  /** What nobody has decided comes first. */
  readonly items: readonly ItemView[]
  readonly page: { readonly number: number; readonly of: number }
  readonly faults: readonly PlanFault[]
  readonly done: PlanNotice | undefined
}

const colours = {
  open: 'govuk-tag--yellow',
  decided: 'govuk-tag--blue',
  aside: 'govuk-tag--grey',
  applied: 'govuk-tag--green',
} as const satisfies Record<ItemState, string>

function Items({ frame, items }: Pick<PlanPageProps, 'frame' | 'items'>) {
  const { t } = frame.of.translator
  return (
    <SummaryList
      rows={items.map(({ number, name, code, kind, proposal, certain, state, decision }) => ({
        key: (
          <>
            <a class="govuk-link" href={urls.officePlanItem(frame.country, number)}>
              <bdi>{name}</bdi>
            </a>{' '}
            <span class="govuk-hint govuk-!-margin-bottom-0">
              <bdi>{code}</bdi>
            </span>
          </>
        ),
        value: (
          <>
            <Tag classes={colours[state]}>{t(`mergers.state.${state}`)}</Tag>
            <p class="govuk-body-s govuk-!-margin-top-1 govuk-!-margin-bottom-0">
              {t(`mergers.kind.${kind}`)} {proposal} {!certain && t('mergers.guess')}
            </p>
            {decision && <p class="govuk-body-s govuk-!-margin-bottom-0">{decision}</p>}
          </>
        ),
      }))}
    />
  )
}

function Acts({ frame, counts, early, validFrom }: PlanPageProps) {
  const { t } = frame.of.translator
  return (
    <>
      {counts.certain > 0 && (
        <form method="post" action={urls.officePlanAct(frame.country, 'agree')} novalidate>
          <Button preventDoubleClick classes="govuk-button--secondary">
            {t('mergers.plan.agree', { count: counts.certain })}
          </Button>
        </form>
      )}
      {early && <p class="govuk-body">{t('mergers.plan.early', { date: validFrom })}</p>}
      {!early && counts.due > 0 && (
        <form method="post" action={urls.officePlanAct(frame.country, 'apply')} novalidate>
          <p class="govuk-body">{t('mergers.plan.applyAbout')}</p>
          <Button preventDoubleClick>{t('mergers.plan.apply', { count: counts.due })}</Button>
        </form>
      )}
    </>
  )
}

function Pages({ frame, page }: Pick<PlanPageProps, 'frame' | 'page'>) {
  const { t } = frame.of.translator
  if (page.of < 2) return null
  const to = (number: number) => ({ href: `${urls.officePlan(frame.country)}?page=${number}` })
  return (
    <Pagination
      landmarkLabel={t('mergers.plan.pages')}
      previous={page.number > 1 ? { ...to(page.number - 1), text: t('mergers.plan.previous') } : undefined}
      next={page.number < page.of ? { ...to(page.number + 1), text: t('mergers.plan.next') } : undefined}
    />
  )
}

/** What a new official list would change, item by item. */
export function OpenPlanPage(props: PlanPageProps) {
  const { frame, counts, validFrom, faults, done } = props
  const { t } = frame.of.translator
  return (
    <PlanPage
      frame={frame}
      title={t('mergers.plan.title', { date: validFrom })}
      back={{ href: urls.office(), text: t('office.frame.work') }}
      faults={faults}
      done={done}
    >
      <p class="govuk-body">{t('mergers.plan.about')}</p>
      <p class="govuk-body">
        {t('mergers.plan.counts', { known: counts.known, listed: counts.listed, unchanged: counts.unchanged })}
      </p>
      <p class="govuk-body">
        <strong>{t('mergers.plan.open', { count: counts.open })}</strong>
      </p>
      <Acts {...props} />
      <Items {...props} />
      <Pages {...props} />
      <Details summary={t('mergers.plan.discard')}>
        <form method="post" action={urls.officePlanAct(frame.country, 'discard')} novalidate>
          <p class="govuk-body">{t('mergers.plan.discardAbout')}</p>
          <Button preventDoubleClick classes="govuk-button--warning">
            {t('mergers.plan.discard')}
          </Button>
        </form>
      </Details>
    </PlanPage>
  )
}
