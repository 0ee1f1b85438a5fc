import { NotificationBanner } from '../../../../../ui/components/notification-banner/notification-banner.tsx'
import { Pagination } from '../../../../../ui/components/pagination/pagination.tsx'
import { SummaryList } from '../../../../../ui/components/summary-list/summary-list.tsx'
import { urls } from '../../../../../urls.ts'
import type { ServiceImportReport } from '../../../import-services/import-services.ts'
import { ComparedThings } from '../../pages/compared-things.tsx'
import { type Frame, OfficePage } from '../../pages/office-page.tsx'
import type { ComparedThing } from '../../present-comparison.ts'
import { DiscardForm } from './discard-form.tsx'

/** What is said about a row of the list. */
export interface RowSaid {
  readonly row: number
  readonly column: string
  /** What stood there, where that helps. */
  readonly value: string | undefined
  readonly sentence: string
}

export interface ImportPreviewPageProps {
  readonly frame: Frame
  /** Of the list. */
  readonly name: string
  /** From a feed: it is noted as looked at even where nothing changes. */
  readonly fetched: boolean
  readonly report: Pick<
    ServiceImportReport,
    'added' | 'changed' | 'unchanged' | 'kept' | 'skipped' | 'refused' | 'confirmers' | 'gone' | 'seen'
  >
  readonly things: readonly ComparedThing[]
  readonly refused: readonly RowSaid[]
  readonly notes: readonly RowSaid[]
  readonly page: { readonly number: number; readonly of: number; readonly href: (page: number) => string }
  readonly takeOver: string
  readonly discard: string
  readonly columns: string
  readonly changed: boolean
}

function Counts({ frame, report }: Pick<ImportPreviewPageProps, 'frame' | 'report'>) {
  const { t } = frame.translator
  const counts = (['added', 'changed', 'unchanged', 'kept', 'skipped', 'refused', 'confirmers'] as const).filter(
    (name) => report[name] > 0,
  )
  const gone = report.gone.length
  if (counts.length + gone === 0) return <p class="govuk-body">{t('checklist.office.import.empty')}</p>
  return (
    <SummaryList
      rows={[
        ...counts.map((name) => ({
          key: t(`checklist.office.import.count.${name}`),
          value: t('checklist.office.town.services', { count: report[name] }),
        })),
        ...(gone === 0
          ? []
          : [
              {
                key: t('checklist.office.import.count.gone'),
                value: `${t('checklist.office.town.services', { count: gone })} (${t('checklist.office.import.goneAbout')})`,
              },
            ]),
      ]}
    />
  )
}

/** Row and column, what stood there, and how to mend it. */
function Said({
  frame,
  title,
  about,
  rows,
}: Pick<ImportPreviewPageProps, 'frame'> & { title: string; about: string; rows: readonly RowSaid[] }) {
  const { t } = frame.translator
  if (rows.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <p class="govuk-body">{about}</p>
      <ul class="govuk-list govuk-list--spaced">
        {rows.map(({ row, column, value, sentence }) => (
          <li>
            <strong>{t('checklist.office.import.row', { row })}</strong>
            {column !== '' && (
              <>
                {' · '}
                <bdi>{column}</bdi>
              </>
            )}
            {value !== undefined && (
              <>
                {' · '}
                <q>
                  <bdi>{value}</bdi>
                </q>
              </>
            )}
            <br />
            {sentence}
          </li>
        ))}
      </ul>
    </>
  )
}

function TakeOver({ frame, report, fetched, takeOver, columns }: ImportPreviewPageProps) {
  const { t } = frame.translator
  const count = report.added + report.changed
  const { confirmers } = report
  const words =
    count > 0
      ? t('checklist.office.import.takeOver', { count })
      : confirmers > 0
        ? t('checklist.office.import.takeConfirmers', { count: confirmers })
        : t('checklist.office.import.takeNote')
  return (
    <>
      {(count > 0 || confirmers > 0 || fetched) && (
        <form method="post" action={takeOver} novalidate>
          <input type="hidden" name="seen" value={report.seen} />
          <button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">
            {words}
          </button>
        </form>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={columns}>
          {t('checklist.office.import.changeReading')}
        </a>
      </p>
    </>
  )
}

/** Before anything is taken over: what is refused and why, what is left out, what would change, fact by fact. */
export function ImportPreviewPage(props: ImportPreviewPageProps) {
  const { frame, name, things, refused, notes, page, discard, changed } = props
  const { t } = frame.translator
  const link = (number: number, text: string) =>
    number >= 1 && number <= page.of ? { href: page.href(number), text } : undefined
  return (
    <OfficePage
      frame={frame}
      title={t('checklist.office.import.previewTitle')}
      caption={name}
      section="checklist"
      refused={changed}
      back={{ href: urls.officeImport(frame.town), text: t('checklist.office.import.title') }}
      first={
        changed && (
          <NotificationBanner
            title={t('approval.problem.title')}
            role="alert"
            text={t('checklist.office.import.differs')}
          />
        )
      }
    >
      <Counts {...props} />
      <p class="govuk-body">{t('checklist.office.import.nothingPublished')}</p>
      <TakeOver {...props} />
      <Said
        frame={frame}
        title={t('checklist.office.import.refused')}
        about={t('checklist.office.import.refusedAbout')}
        rows={refused}
      />
      <Said
        frame={frame}
        title={t('checklist.office.import.notes')}
        about={t('checklist.office.import.notesAbout')}
        rows={notes}
      />
      <ComparedThings
        translator={frame.translator}
        things={things}
        words={{ before: t('checklist.office.restore.now'), after: t('checklist.office.import.afterwards') }}
      />
      {page.of > 1 && (
        <>
          <p class="govuk-body">{t('checklist.office.import.page', { number: page.number, of: page.of })}</p>
          <Pagination
            landmarkLabel={t('checklist.office.import.pages')}
            previous={link(page.number - 1, t('checklist.office.import.earlier'))}
            next={link(page.number + 1, t('checklist.office.import.later'))}
          />
        </>
      )}
      <DiscardForm translator={frame.translator} action={discard} name={name} />
    </OfficePage>
  )
}
