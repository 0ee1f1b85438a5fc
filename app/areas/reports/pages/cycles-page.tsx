import { Button } from '../../../ui/components/button/button.tsx'
import { Table } from '../../../ui/components/table/table.tsx'
import { urls } from '../../../urls.ts'
import { CycleFields, type CycleFormProps } from './cycle-form-fields.tsx'
import { ReportPage } from './report-frame.tsx'

export interface CycleLine {
  readonly number: number
  readonly opens: string
  readonly due: string
  readonly meeting: string
  readonly given: string
}

export interface CyclesPageProps extends CycleFormProps {
  readonly cycles: readonly CycleLine[]
  /** Of the one that would be added. */
  readonly next: number
}

/** Cycles of reports, for the secretariat. */
export function CyclesPage(props: CyclesPageProps) {
  const { frame, cycles, next, faults } = props
  const { t } = frame.of.translator
  return (
    <ReportPage frame={frame} title={t('progress.cycles.title')} faults={faults}>
      <p class="govuk-body">{t('progress.cycles.about')}</p>
      {cycles.length > 0 && (
        <section class="app-scroll" tabindex={0} aria-label={t('progress.cycles.title')}>
          <Table
            head={(['number', 'opens', 'due', 'meeting', 'given'] as const).map((one) => ({
              content: t(`progress.cycles.column.${one}`),
            }))}
            rows={cycles.map(({ number, opens, due, meeting, given }) => [
              {
                content: (
                  <a class="govuk-link" href={urls.reportCycle(number)}>
                    {t('progress.cycle', { number: `${number}` })}
                  </a>
                ),
              },
              ...[opens, due, meeting, given].map((content) => ({ content })),
            ])}
            firstCellIsHeader
          />
        </section>
      )}
      <h2 class="govuk-heading-m">{t('progress.cycles.add')}</h2>
      <form method="post" action={urls.reportCycles()} novalidate>
        <input type="hidden" name="number" value={`${next}`} />
        <CycleFields {...props} />
        <Button preventDoubleClick>{t('progress.cycles.submit')}</Button>
      </form>
    </ReportPage>
  )
}
