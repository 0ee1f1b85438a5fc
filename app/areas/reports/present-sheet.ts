/** What a spreadsheet changes, and what is not right in it, in words. */
import type { Languages } from '../../platform/i18n/languages.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { longDate } from '../../ui/dates.ts'
import { inSentence } from '../../ui/lists.ts'
import { type DraftMeasure, measureStates } from '../plans/index.ts'
import { tagOf } from './deps.ts'
import type { SheetChange } from './pages/sheet-page.tsx'
import { lastValue, numeral } from './present-report.ts'
import { answerDifference, withAnswers } from './question-rules.ts'
import { type Answers, longestAnswer, type Question, questions, type ReadSheet } from './schema.ts'
import type { SheetFault } from './sheet-rules.ts'

function measureLines(
  translator: Translator,
  now: DraftMeasure,
  update: ReadSheet['updates'][number],
): SheetChange['lines'] {
  const { t } = translator
  const said = (text: string) => ({ text, own: false })
  const state = (one: DraftMeasure['state']) => t(`progress.state.${one}`)
  const indicators = new Map(now.indicators.map((one) => [one.id, one]))
  return [
    ...(now.state === update.state
      ? []
      : [said(t('progress.change.state', { before: state(now.state), after: state(update.state) }))]),
    ...(now.reason !== '' && update.reason === '' && now.state === update.state
      ? [said(t('progress.change.field', { field: t('progress.measure.reason') }))]
      : []),
    ...(update.reason === '' || now.reason === update.reason ? [] : [{ text: update.reason, own: true }]),
    ...update.values.map(({ indicator, on, value }) => {
      const one = indicators.get(indicator)
      const last = one ? lastValue(translator, one) : ''
      const facts = { name: one?.name ?? '', value: numeral(translator, value), date: longDate(translator, on) }
      return said(last === '' ? t('progress.sheet.value', facts) : t('progress.sheet.valueNow', { ...facts, last }))
    }),
  ]
}

/** Measures and questions that would be different. */
export function sheetChanges(
  translator: Translator,
  sheet: ReadSheet,
  now: { readonly measures: readonly DraftMeasure[]; readonly answers: Answers },
  languages: Languages,
): SheetChange[] {
  const { t } = translator
  const updates = new Map(sheet.updates.map((one) => [one.id, one]))
  const measures = now.measures.flatMap((one) => {
    const update = updates.get(one.id)
    const lines = update ? measureLines(translator, one, update) : []
    return lines.length > 0 ? [{ title: one.title, lang: tagOf(languages, one.language), lines }] : []
  })
  const changed = answerDifference(now.answers, withAnswers(now.answers, sheet.asked, sheet.answers))
  const answers = changed.map(({ question, after }) => ({
    title: t(`progress.question.${question}`),
    lines: [after === '' ? { text: t('progress.sheet.empty'), own: false } : { text: after, own: true }],
  }))
  return [...measures, ...answers]
}

/** More are not read by anybody. */
const mostShown = 50

/** Each with its sheet and row. */
export function sheetFaults(
  { t, tag }: Translator,
  faults: readonly SheetFault[],
): { readonly wrong: string[]; readonly wrongMore: string } {
  const asQuestion = (title: string) => {
    const question: Question | undefined = questions.find((one) => one === title)
    return question ? t(`progress.question.${question}`) : title
  }
  const said = ({ code, title }: SheetFault): string => {
    if (code === 'state') {
      const states = inSentence(
        tag,
        measureStates.map((one) => t(`progress.state.${one}`)),
      )
      return t('progress.error.sheet.state', { title, states })
    }
    if (code === 'unknown' || code === 'twice' || code === 'changed' || code === 'noLast') {
      return t(`progress.error.sheet.${code}`, { title: asQuestion(title) })
    }
    if (code === 'long' || code === 'both') {
      return t(`progress.error.answer.${code}`, { question: asQuestion(title), most: longestAnswer })
    }
    return t(`progress.error.${code}`, { title: asQuestion(title) })
  }
  const wrong = faults.slice(0, mostShown).map((one) =>
    t('progress.error.sheet.place', {
      sheet: t(`progress.sheet.${one.sheet}`),
      row: `${one.row}`,
      fault: said(one),
    }),
  )
  const more = faults.length - wrong.length
  return { wrong, wrongMore: more > 0 ? t('progress.error.sheet.more', { count: more }) : '' }
}
