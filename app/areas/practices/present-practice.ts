/** A practice in words: what it says, and what is known of it. */
import type { Languages } from '../../platform/i18n/languages.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { withCommas } from '../../ui/lists.ts'
import { languageName } from '../../ui/written-in.ts'
import { type Checklist, kindName } from '../checklist/index.ts'
import { type Part, type PracticeFacts, parts, type TranslatedParts } from './practice-schema.ts'

export interface PracticeWords {
  readonly translator: Translator
  readonly checklist: Checklist
  readonly languages: Languages
}

export interface SaidPart {
  readonly part: Exclude<Part, 'title'>
  readonly text: string
}

/** Everything that is written in words, but the title; what is empty is left out. */
export const wordsShown = (text: TranslatedParts): readonly SaidPart[] =>
  parts.flatMap((part) => (part === 'title' || text[part] === '' ? [] : [{ part, text: text[part] }]))

export interface FactRow {
  readonly label: string
  readonly value: string
}

/** `2024`, `2024–2026`, `since 2024`. */
function yearsSaid({ t }: Translator, { yearFrom, yearTo }: PracticeFacts): string {
  if (yearFrom === null) return ''
  if (yearTo === null) return t('practices.years.since', { from: `${yearFrom}` })
  return yearTo === yearFrom ? `${yearFrom}` : t('practices.years.both', { from: `${yearFrom}`, to: `${yearTo}` })
}

/** What is chosen from lists; what nobody has said is left out. */
export function factRows({ translator, checklist, languages }: PracticeWords, facts: PracticeFacts): FactRow[] {
  const { t, tag } = translator
  const { section, cost, category, action, targets, articles, kinds, contactLanguages } = facts
  const rows: readonly (readonly [string, string])[] = [
    [t('practices.fact.section'), section === null ? '' : t(`practices.section.${section}`)],
    [t('practices.fact.years'), yearsSaid(translator, facts)],
    [t('practices.fact.cost'), cost === null ? '' : t(`practices.cost.${cost}`)],
    [
      t('practices.fact.targets'),
      withCommas(
        tag,
        targets.map((one) => t(`practices.target.${one}`)),
      ),
    ],
    [t('practices.fact.category'), category === null ? '' : t(`practices.category.${category}`)],
    [t('practices.fact.action'), action === null ? '' : t(`practices.action.${action}`)],
    [t('library.articles'), withCommas(tag, articles.map(String))],
    [
      t('practices.fact.kinds'),
      withCommas(
        tag,
        kinds.map((kind) => kindName(translator, checklist, kind)),
      ),
    ],
    [t('practices.fact.contactOffice'), facts.contactOffice],
    [t('practices.fact.contactMail'), facts.contactMail],
    [
      t('practices.fact.contactLanguages'),
      withCommas(
        tag,
        contactLanguages.map((code) => languageName(tag, languages, code)),
      ),
    ],
  ]
  return rows.flatMap(([label, value]) => (value === '' ? [] : [{ label, value }]))
}
