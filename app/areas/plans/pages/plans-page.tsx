import { Button } from '../../../ui/components/button/button.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import { longDate } from '../../../ui/dates.ts'
import { urls } from '../../../urls.ts'
import type { DoneNotice } from '../office/office-request.ts'
import { type PlanFrame, PlanPageFrame } from './plan-frame.tsx'

export interface PlansPageProps {
  readonly frame: PlanFrame
  readonly plans: readonly {
    readonly id: string
    readonly title: string
    readonly starts: string
    readonly ends: string
    /** Undefined: never published. */
    readonly version: number | undefined
    readonly as: 'lead' | 'partner' | 'asked'
    /** Who began it, where that was another town. */
    readonly lead: string
    readonly waits: boolean
  }[]
  readonly mayWrite: boolean
  readonly done: DoneNotice | undefined
}

function Plans({ frame, plans }: PlansPageProps) {
  const { translator } = frame.of
  const { t } = translator
  return (
    <ul class="govuk-list govuk-list--spaced">
      {plans.map(({ id, title, starts, ends, version, as, lead, waits }) => (
        <li>
          <a class="govuk-link govuk-!-font-weight-bold" href={urls.townPlan(frame.town, id)}>
            <bdi>{title}</bdi>
          </a>{' '}
          <Tag classes={version === undefined ? 'govuk-tag--grey' : 'govuk-tag--green'}>
            {version === undefined ? t('plans.list.draft') : t('plans.list.published', { version })}
          </Tag>{' '}
          {waits && <Tag classes="govuk-tag--yellow">{t('plans.list.waits')}</Tag>}
          <br />
          {t('plans.period', { from: longDate(translator, starts), to: longDate(translator, ends) })}
          {as !== 'lead' && (
            <>
              <br />
              {t(as === 'asked' ? 'plans.list.asked' : 'plans.list.together')} <bdi>{lead}</bdi>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

/** All plans of a town. */
export function PlansPage(props: PlansPageProps) {
  const { frame, plans, mayWrite, done } = props
  const { t } = frame.of.translator
  return (
    <PlanPageFrame frame={frame} title={t('plans.list.title')} done={done}>
      <p class="govuk-body">{t('plans.list.about')}</p>
      {plans.length > 0 ? <Plans {...props} /> : <InsetText>{t('plans.list.none')}</InsetText>}
      {mayWrite && <Button href={urls.townPlanNew(frame.town)}>{t('plans.list.begin')}</Button>}
    </PlanPageFrame>
  )
}
