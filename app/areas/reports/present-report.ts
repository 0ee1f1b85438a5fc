/** Reports as the pages of the office show them. */
import type { Languages } from '../../platform/i18n/languages.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { longDate } from '../../ui/dates.ts'
import { apart } from '../../ui/lists.ts'
import { urls } from '../../urls.ts'
import { type Indicator, isFew, type Measure, newestValue } from '../plans/index.ts'
import type { ReportCheck } from './check-rules.ts'
import type { Cycle } from './cycle-rules.ts'
import { type DoneEvent, tagOf } from './deps.ts'
import type { CycleView } from './pages/progress-page.tsx'
import { questionPages } from './question-rules.ts'
import type { ChecklistCounts, Question, ReportForm } from './schema.ts'
import { measuresPerPage } from './update-rules.ts'

export function cycleView(translator: Translator, { number, due, meetingOn }: Cycle): CycleView {
  const meeting = meetingOn === null ? '' : longDate(translator, meetingOn)
  return { number, due: longDate(translator, due), meeting }
}

/** A number as a language writes it. */
export const numeral = ({ tag }: Pick<Translator, 'tag'>, value: number): string =>
  new Intl.NumberFormat(tag, { maximumFractionDigits: 6 }).format(value)

/** The newest value of an indicator with its unit and its day; empty where there is none. */
export function lastValue(translator: Translator, indicator: Indicator): string {
  const newest = newestValue(indicator)
  if (!newest) return ''
  const few = isFew(indicator.common, newest.value)
  const value = few ? translator.t('plans.few') : numeral(translator, newest.value)
  return translator.t('progress.value.of', { value, date: longDate(translator, newest.on) })
}

export function checklistSentence({ t }: Translator, counts: ChecklistCounts): string {
  const { kinds, answered, available, services } = counts
  return t('progress.known.checklist', {
    kinds: `${kinds}`,
    answered: `${answered}`,
    available: `${available}`,
    services,
  })
}

/** Something that is known, with the words in it that are in another language than the sentence. */
export interface KnownLine {
  readonly text: string
  /** As they stand in `text`, and the BCP 47 of their language. */
  readonly own?: { readonly words: string; readonly lang: string }
}

/** Where what is not known yet is said to the office, or left out of what everybody reads. */
type Unsaid = 'progress.known.event' | 'progress.known.eventOnly'

/** What the town has done around 18 November, a sentence each. */
export function eventLines(
  translator: Translator,
  events: readonly DoneEvent[],
  languages: Languages,
  unsaid: Unsaid,
): KnownLine[] {
  return events.map(({ title, language, day, people }) => {
    const words = { date: longDate(translator, day), title: apart(title) }
    const text =
      people === null
        ? translator.t(unsaid, words)
        : translator.t('progress.known.eventPeople', { ...words, people: numeral(translator, people) })
    const lang = tagOf(languages, language)
    return lang === undefined || lang === translator.tag ? { text } : { text, own: { words: words.title, lang } }
  })
}

interface Place {
  readonly town: Parameters<typeof urls.officeTown>[0]
  readonly report: { readonly id: string; readonly form: ReportForm }
  /** In their order. */
  readonly measures: readonly Pick<Measure, 'id'>[]
}

/** The page on which a question is answered. */
export function questionHref({ town, report }: Place, question: Question): string {
  const page = questionPages(report.form).findIndex((asked) => asked.includes(question)) + 1
  return `${urls.townReportQuestions(town, report.id, Math.max(1, page))}#question-${question}`
}

function measureHref({ town, report, measures }: Place, id: string): string {
  const place = measures.findIndex((one) => one.id === id)
  const page = Math.floor(Math.max(0, place) / measuresPerPage) + 1
  return `${urls.townReportMeasures(town, report.id, page)}#measure-${id}`
}

/** One sentence that says how to mend it, and where. */
export function checkView({ t }: Translator, place: Place, check: ReportCheck): { text: string; href: string } {
  if (check.of === 'question') {
    const question = t(`progress.question.${check.question}`)
    const text =
      check.code === 'words'
        ? t('progress.check.words', { title: question })
        : t('progress.check.unanswered', { question })
    return { text, href: questionHref(place, check.question) }
  }
  if (check.of === 'measures') {
    const { count } = check
    return {
      text: t('progress.check.notLooked', { count }),
      href: urls.townReportMeasures(place.town, place.report.id, 1),
    }
  }
  return { text: t(`progress.check.${check.code}`, { title: check.title }), href: measureHref(place, check.measure) }
}
