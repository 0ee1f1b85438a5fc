/** A report as a spreadsheet to fill in elsewhere: what stands there is what is known. */
import type { Languages } from '../../platform/i18n/languages.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { languageName } from '../../ui/written-in.ts'
import { type WorkbookSheet, workbookOfSheets } from '../checklist/index.ts'
import { type DraftMeasure, measureStates } from '../plans/index.ts'
import { lastValue } from './present-report.ts'
import { questionsOf } from './question-rules.ts'
import type { Report } from './report-store.ts'
import type { Answers } from './schema.ts'
import { groupKey, indicatorKey, measureKey, questionKey, sheetMark } from './sheet-rules.ts'

type Sheet = Omit<WorkbookSheet, 'hidden'>

export interface SheetMeasures {
  /** What the report asks about. */
  readonly asked: readonly DraftMeasure[]
  /** Done or dropped in the last report, and still. */
  readonly closed: readonly DraftMeasure[]
  readonly languages: Languages
}

/** What was closed stands below all others, as on the page; whoever knows better may change it there. */
function groups(
  t: Translator['t'],
  asked: readonly DraftMeasure[],
  closed: readonly DraftMeasure[],
  rowsOf: (one: DraftMeasure) => string[][],
): string[][] {
  const apart = closed.flatMap(rowsOf)
  return [...asked.flatMap(rowsOf), ...(apart.length > 0 ? [[groupKey, '', t('progress.sheet.closed')], ...apart] : [])]
}

function measuresSheet({ t, tag }: Translator, mark: string, { asked, closed, languages }: SheetMeasures): Sheet {
  const own = ({ language }: DraftMeasure) => (language === null ? '' : languageName(tag, languages, language))
  const state = (one: DraftMeasure['state']) => t(`progress.state.${one}`)
  const head = [t('progress.sheet.part'), t('progress.sheet.measure')]
  return {
    name: t('progress.sheet.measures'),
    rows: [
      [
        mark,
        ...head,
        t('progress.measure.state'),
        `${t('progress.measure.reason')}\n${t('progress.measure.reasonHint')}`,
        t('progress.sheet.language'),
      ],
      ...groups(t, asked, closed, (one) => [
        [measureKey(one), t(`progress.section.${one.section}`), one.title, state(one.state), one.reason, own(one)],
      ]),
    ],
    choices: { column: 3, words: measureStates.map(state) },
  }
}

function indicatorsSheet(translator: Translator, mark: string, { asked, closed }: SheetMeasures): Sheet {
  const { t } = translator
  const head = [t('progress.sheet.measure'), t('progress.sheet.indicator'), t('progress.sheet.unit')]
  return {
    name: t('progress.sheet.indicators'),
    rows: [
      [mark, ...head, t('progress.sheet.last'), t('progress.sheet.new'), t('progress.sheet.on')],
      ...groups(t, asked, closed, (one) =>
        one.indicators.map((each) => [
          ...[indicatorKey(one.id, each.id), one.title, each.name, each.unit, lastValue(translator, each), '', ''],
        ]),
      ),
    ],
  }
}

function questionsSheet({ t }: Translator, mark: string, report: Report, known: Answers): Sheet {
  const answer = t('progress.sheet.answer', { same: t('progress.question.same') })
  return {
    name: t('progress.sheet.questions'),
    rows: [
      [mark, t('progress.sheet.question'), t('progress.sheet.known'), answer],
      ...questionsOf(report.form).map((one) => {
        const text = report.answers[one]?.text ?? ''
        return [questionKey(one, text), t(`progress.question.${one}`), known[one]?.text ?? '', text]
      }),
    ],
  }
}

/**
 * Three sheets; what tells on the way back which row is which stands in the first column, which is not shown.
 * @param known what the last report said, or the plan says.
 */
export function reportSheet(
  translator: Translator,
  report: Report,
  measures: SheetMeasures,
  known: Answers,
): Uint8Array<ArrayBuffer> {
  const mark = sheetMark(report.id)
  const sheets = [
    measuresSheet(translator, mark, measures),
    indicatorsSheet(translator, mark, measures),
    questionsSheet(translator, mark, report, known),
  ]
  return workbookOfSheets(
    sheets.map((one) => ({ ...one, hidden: [0] })),
    translator.dir === 'rtl',
  )
}
