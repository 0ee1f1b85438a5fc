import { Button } from '../../../ui/components/button/button.tsx'
import { urls } from '../../../urls.ts'
import { type PlanFrame, PlanPage } from './plan-frame.tsx'

export interface ComparingPageProps {
  readonly frame: PlanFrame
  readonly name: string
  /** In words; null: it waits for its turn. */
  readonly since: string | null
  /** That are read. */
  readonly rows: number
}

/** Where a list stands that is being compared: nobody has to stay. */
export function ComparingPage({ frame, name, since, rows }: ComparingPageProps) {
  const { t } = frame.of.translator
  return (
    <PlanPage
      frame={frame}
      title={t('mergers.comparing.title')}
      back={{ href: urls.officePlan(frame.country), text: t('mergers.columns.back') }}
    >
      <p class="govuk-body">
        {t('mergers.columns.list')} <bdi>{name}</bdi>
      </p>
      <p class="govuk-body" role="status">
        {since === null ? t('mergers.comparing.waits') : t('mergers.comparing.since', { when: since, rows })}
      </p>
      <p class="govuk-body">{t('mergers.comparing.about')}</p>
      <Button href={urls.officePlanAct(frame.country, 'columns')}>{t('mergers.comparing.look')}</Button>
    </PlanPage>
  )
}
