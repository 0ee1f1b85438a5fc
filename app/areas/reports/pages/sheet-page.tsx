import { Button } from '../../../ui/components/button/button.tsx'
import { FileUpload } from '../../../ui/components/file-upload/file-upload.tsx'
import { urls } from '../../../urls.ts'
import { errorIn, type ReportFrameProps, ReportPage, type ToldFault } from './report-frame.tsx'

export interface SheetChange {
  readonly title: string
  /** BCP 47, of a measure that is written in a language of its own. */
  readonly lang?: string | undefined
  /** In the language of the page, or in the town's own words. */
  readonly lines: readonly { readonly text: string; readonly own: boolean }[]
}

export interface SheetPageProps {
  readonly frame: Omit<ReportFrameProps, 'title' | 'children'>
  readonly town: Parameters<typeof urls.officeTown>[0]
  readonly report: string
  /** What a file that was brought changes; undefined: none waits. */
  readonly changes: readonly SheetChange[] | undefined
  /** BCP 47 of the plan. */
  readonly lang: string
  /** Everything that is not right in the file, each with its sheet and row. */
  readonly wrong: readonly string[]
  /** More than are shown. */
  readonly wrongMore: string
  readonly faults: readonly ToldFault[]
  /** Somebody has changed something since the file was read. */
  readonly changed: boolean
}

function Waiting({ frame, town, report, changes, lang }: SheetPageProps) {
  const { t } = frame.of.translator
  if (!changes) return null
  return (
    <section aria-labelledby="changes">
      <h2 class="govuk-heading-m" id="changes">
        {t('progress.sheet.changes')}
      </h2>
      {changes.length === 0 ? (
        <p class="govuk-body">{t('progress.sheet.nothing')}</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {changes.map(({ title, lines, lang: own = lang }) => (
            <li>
              <bdi lang={own}>{title}</bdi>
              <ul class="govuk-list govuk-list--bullet">
                {lines.map(({ text, own: ofTown }) => (
                  <li>{ofTown ? <bdi lang={own}>{text}</bdi> : text}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={urls.townReportSheetDecide(town, report)} class="govuk-button-group">
        <Button name="do" value="keep" preventDoubleClick>
          {t('progress.sheet.keep')}
        </Button>
        <Button name="do" value="drop" classes="govuk-button--secondary" preventDoubleClick>
          {t('progress.sheet.drop')}
        </Button>
      </form>
    </section>
  )
}

function Wrong({ frame, wrong, wrongMore }: SheetPageProps) {
  const { t } = frame.of.translator
  if (wrong.length === 0) return null
  return (
    <section aria-labelledby="wrong">
      <h2 class="govuk-heading-m" id="wrong">
        {t('progress.sheet.wrong')}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {wrong.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
      {wrongMore !== '' && <p class="govuk-body">{wrongMore}</p>}
    </section>
  )
}

/** The report as a spreadsheet: out, filled in elsewhere, and back in. */
export function SheetPage(props: SheetPageProps) {
  const { frame, town, report, faults, changed } = props
  const { t } = frame.of.translator
  return (
    <ReportPage
      frame={frame}
      title={t('progress.sheet.title')}
      faults={faults}
      told={changed ? { title: t('checklist.office.conflict.title'), text: t('progress.sheet.conflict') } : undefined}
    >
      <Wrong {...props} />
      <Waiting {...props} />
      <h2 class="govuk-heading-m">{t('progress.sheet.out')}</h2>
      <p class="govuk-body">{t('progress.sheet.about')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.townReportSheetFile(town, report)} download>
          {t('progress.sheet.download')}
        </a>
      </p>
      <h2 class="govuk-heading-m">{t('progress.sheet.back')}</h2>
      <form method="post" action={urls.townReportSheet(town, report)} enctype="multipart/form-data" novalidate>
        <FileUpload
          name="sheet"
          label={t('progress.sheet.file')}
          hint={t('progress.sheet.fileHint')}
          accept=".xlsx"
          error={errorIn(frame, faults, 'sheet')}
        />
        <Button preventDoubleClick>{t('progress.sheet.look')}</Button>
      </form>
    </ReportPage>
  )
}
