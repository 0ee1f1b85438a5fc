import { Button } from '../../../ui/components/button/button.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { urls } from '../../../urls.ts'
import type { KnownLine } from '../present-report.ts'
import { type ReportForm, reportForms } from '../schema.ts'
import { KnownWords, type ReportFrameProps, ReportPage } from './report-frame.tsx'

interface PartView {
  readonly name: string
  readonly state: string
  readonly href: string
}

export interface ReportPageViewProps {
  readonly frame: Omit<ReportFrameProps, 'title' | 'children'>
  readonly town: Parameters<typeof urls.officeTown>[0]
  readonly report: { readonly id: string; readonly form: ReportForm; readonly revision: number }
  /** Pages to fill in, in their order. */
  readonly parts: readonly PartView[]
  /** What is known already and asked of nobody. */
  readonly known: readonly KnownLine[]
  /** Its public page, once it was given. */
  readonly publicHref: string | undefined
}

function Form({ frame, town, report }: ReportPageViewProps) {
  const { t } = frame.of.translator
  return (
    <Details summary={t('progress.form.change')}>
      <form method="post" action={urls.townReport(town, report.id)}>
        <Radios
          name="form"
          legend={t('progress.form.legend')}
          legendClasses="govuk-fieldset__legend--s"
          value={report.form}
          items={reportForms.map((one) => ({
            value: one,
            text: t(`progress.form.${one}`),
            hint: t(`progress.formHint.${one}`),
          }))}
        />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          {t('progress.form.keep')}
        </Button>
      </form>
    </Details>
  )
}

/** A report that is being written: its parts, each short, in any order and at any time. */
export function ReportOverviewPage(props: ReportPageViewProps) {
  const { frame, town, report, parts, known, publicHref } = props
  const { t } = frame.of.translator
  return (
    <ReportPage frame={frame} title={t('progress.report.title')}>
      <p class="govuk-body">{t('progress.report.about')}</p>
      {publicHref !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={publicHref}>
            {t('progress.report.public')}
          </a>{' '}
          {t('progress.report.correcting')}
        </p>
      )}
      <SummaryList
        rows={parts.map(({ name, state, href }) => ({
          key: name,
          value: state,
          actions: [{ href, text: t('progress.report.open'), visuallyHiddenText: name }],
        }))}
      />
      {known.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('progress.known.title')}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {known.map((one) => (
              <li>
                <KnownWords line={one} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Button href={urls.townReportCheck(town, report.id)}>{t('progress.report.check')}</Button>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.townReportSheet(town, report.id)}>
          {t('progress.report.sheet')}
        </a>
      </p>
      <Form {...props} />
    </ReportPage>
  )
}
