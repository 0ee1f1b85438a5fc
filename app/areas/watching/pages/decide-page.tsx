import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'
import { reportOutcomes } from '../report-rules.ts'
import type { ReportView } from './reports-page.tsx'

export type DecideFault = 'outcome' | 'unpublished'

export interface DecidePageProps {
  readonly of: OfficeFor
  readonly workplace: OfficeFrameProps['workplace']
  readonly town: Parameters<typeof urls.officeTown>[0]
  /** Without a name where it is no longer public. */
  readonly service: { readonly id: string; readonly name: string | undefined }
  readonly report: ReportView
  readonly chosen: { readonly outcome: string; readonly tellReaders: boolean }
  readonly fault: DecideFault | undefined
}

/** What became of one thing that readers said. */
export function DecidePage({ of, workplace, town, service, report, chosen, fault }: DecidePageProps) {
  const { t } = of.translator
  const text = fault && t(`watching.decide.fault.${fault}`)
  return (
    <OfficeFrame
      of={of}
      title={report.reason}
      caption={service.name ?? t('watching.page.removed')}
      workplace={workplace}
      back={{ href: urls.officeReports(town), text: t('watching.page.title') }}
      refused={fault !== undefined}
      first={text && <ErrorSummary title={t('checklist.office.form.errors')} errors={[{ text, href: '#outcome' }]} />}
    >
      <p class="govuk-body">
        {t('watching.page.times', { count: report.count, date: report.since })}.{' '}
        {t('watching.decide.due', { date: report.due })}
      </p>
      {service.name !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.officeService(town, service.id)}>
            {t('watching.page.edit')}
          </a>
        </p>
      )}
      <form method="post" action={urls.officeReport(town, report.id)} novalidate>
        <Radios
          name="outcome"
          legend={t('watching.decide.legend')}
          legendClasses="govuk-fieldset__legend--m"
          value={chosen.outcome}
          error={text === undefined ? undefined : { prefix: t('checklist.office.form.error'), text }}
          items={reportOutcomes.map((outcome) => ({
            value: outcome,
            text: t(`watching.decide.${outcome}`),
            hint: t(`watching.decide.${outcome}.hint`),
          }))}
        />
        <Checkboxes
          name="tell"
          values={chosen.tellReaders ? ['yes'] : []}
          items={[{ value: 'yes', text: t('watching.decide.tell'), hint: t('watching.decide.tell.hint') }]}
        />
        <Button preventDoubleClick>{t('watching.decide.submit')}</Button>
      </form>
    </OfficeFrame>
  )
}
