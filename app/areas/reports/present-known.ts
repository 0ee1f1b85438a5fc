/** What is known already in answer to a question, as sentences that may become the answer. */
import type { Languages } from '../../platform/i18n/languages.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { longDate } from '../../ui/dates.ts'
import type { Indicator } from '../plans/index.ts'
import type { DoneEvent, ReportsOfficeDeps } from './deps.ts'
import { type KnownFact, knownFacts, takenOver } from './known-rules.ts'
import { knownEvents, type OpenReport } from './office-request.ts'
import { eventLines, type KnownLine, lastValue } from './present-report.ts'
import { type Answers, type Question, questions } from './schema.ts'

function measureSentence({ t }: Translator, { title, state, reason }: Extract<KnownFact, { of: 'measure' }>): string {
  const words = { title, state: t(`progress.state.${state}`) }
  return reason === '' ? t('progress.known.measure', words) : t('progress.known.measureWhy', { ...words, reason })
}

/** Empty where nothing is counted yet. */
function indicatorSentence(translator: Translator, indicator: Indicator): string {
  const { name, unit } = indicator
  const text = lastValue(translator, indicator)
  const title = unit === '' ? name : `${name} (${unit})`
  return text === '' ? '' : translator.t('progress.known.ofMeasure', { title, text })
}

function sentence(translator: Translator, fact: KnownFact): string {
  const { t } = translator
  switch (fact.of) {
    case 'words':
      return fact.text
    case 'body':
      return t('progress.known.body', { body: fact.text })
    case 'office':
      return t('progress.known.office', { office: fact.text })
    case 'heard':
      return fact.done === ''
        ? t('progress.known.heard', { said: fact.said })
        : t('progress.known.heardDone', { said: fact.said, done: fact.done })
    case 'part':
      return t('progress.known.ofMeasure', { title: fact.title, text: fact.text })
    case 'until':
      return t('progress.known.measureUntil', { title: fact.title, date: longDate(translator, fact.date) })
    case 'indicator':
      return indicatorSentence(translator, fact.indicator)
    case 'measure':
      return measureSentence(translator, fact)
  }
}

/** Where a town tells what it has done. */
const aboutTheDay: Question = 'progress'

export interface KnownAnswers {
  /** BCP 47 of the sentences. */
  readonly lang: string
  of(question: Question): readonly KnownLine[]
}

/** Everybody reads an answer: what nobody has said yet is left out of it. */
function answersOf(
  translator: Translator,
  opened: OpenReport,
  events: readonly DoneEvent[],
  languages: Languages,
): KnownAnswers {
  const known = { plan: opened.plan.facts, measures: opened.measures }
  return {
    lang: translator.tag,
    of: (question) => [
      ...knownFacts(question, known).flatMap((fact) => {
        const text = sentence(translator, fact)
        return text === '' ? [] : [{ text }]
      }),
      ...(question === aboutTheDay ? eventLines(translator, events, languages, 'progress.known.eventOnly') : []),
    ],
  }
}

/** In the language of the report, in which its answers are, where the product speaks it. */
export async function knownAnswers(
  deps: ReportsOfficeDeps,
  opened: OpenReport,
  reader: Translator,
): Promise<KnownAnswers> {
  const translator = deps.i18n.translator(opened.report.language) ?? reader
  return answersOf(translator, opened, await knownEvents(deps, opened), deps.i18n.languages)
}

/** What the last report said; where it said nothing, what is known. */
export function lastOrKnown(last: Answers, known: KnownAnswers): Answers {
  return Object.fromEntries(
    questions.flatMap((one) => {
      const text = last[one]?.text ?? takenOver(known.of(one), '')
      return text === '' ? [] : [[one, { text, same: false }]]
    }),
  )
}

/** "As in the last report" is said only of what a report has said: what a plan says is new in it. */
export function asSaidBefore(given: Answers, last: Answers): Answers {
  return Object.fromEntries(
    questions.flatMap((one) => {
      const said = given[one]
      return said ? [[one, { ...said, same: said.same && last[one] !== undefined }]] : []
    }),
  )
}
