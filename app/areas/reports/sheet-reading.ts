/** What the rows of a file say, read with the words of every language that is offered. */
import type { I18n } from '../../platform/i18n/i18n.ts'
import { type DraftMeasure, isFew, type MeasureState, measureStates } from '../plans/index.ts'
import type { ReportsOfficeDeps } from './deps.ts'
import { asSaidBefore } from './present-known.ts'
import type { Answers, ReadSheet } from './schema.ts'
import { type SheetFault, type SheetRows, sheetSays } from './sheet-rules.ts'

export type SheetReader = Pick<ReportsOfficeDeps, 'parseDate' | 'namesContact' | 'givesPlaceAway'> & {
  readonly i18n: Pick<I18n, 'offered' | 'translator'>
}

interface Read {
  readonly report: { readonly revision: number; readonly answers: Answers }
  readonly measures: readonly DraftMeasure[]
  /** What the last report said. */
  readonly last: Answers
  /** What the file stood for where nothing was written: the last report, or the plan. */
  readonly known: Answers
  readonly today: string
}

/** Everything that it says, or everything that is not right in it. */
export function readSheet(
  { i18n, ...checks }: SheetReader,
  rows: SheetRows,
  { report, measures, last, known, today }: Read,
): { readonly sheet: ReadSheet } | { readonly faults: readonly SheetFault[] } {
  const { parseDate, namesContact, givesPlaceAway } = checks
  const translators = i18n.offered.flatMap(({ code }) => i18n.translator(code) ?? [])
  const words = translators.flatMap(({ t }) =>
    measureStates.map((state): [string, MeasureState] => [t(`progress.state.${state}`).toLowerCase(), state]),
  )
  const read = sheetSays(rows, {
    ...{ report, measures, today, last: known, parseDate, isFew, namesContact, givesPlaceAway },
    stillTrue: new Set(translators.map(({ t }) => t('progress.question.same').toLowerCase())),
    states: new Map([...measureStates.map((state): [string, MeasureState] => [state, state]), ...words]),
  })
  return 'sheet' in read ? { sheet: { ...read.sheet, answers: asSaidBefore(read.sheet.answers, last) } } : read
}
