/** A practice ↔ the fields of its form: what cannot be kept at all, and what is missing before others look at it. Pure. */
import type { FormFields } from '../../platform/http/form.ts'
import {
  actions,
  categories,
  costs,
  type Part,
  type PracticeFacts,
  parts,
  sections,
  type TranslatedParts,
  targets,
} from './practice-schema.ts'

export type FaultCode =
  | 'titleMissing'
  | 'partMissing'
  | 'long'
  | 'number'
  | 'mail'
  | 'place'
  | 'language'
  | 'languages'
  | 'articles'
  | 'evidence'
  | 'contactMail'
  | 'year'
  | 'years'

export interface PracticeFault {
  /** Name of the field. */
  readonly field: string
  readonly code: FaultCode
}

const longest: Readonly<Record<Part, number>> = {
  ...{ title: 120, summary: 300, problem: 4_000, done: 8_000, results: 6_000, costNote: 500, needs: 4_000 },
}
const longestOffice = 160
const mostEvidence = 10
const mostArticles = 20

/** What reading a form has to know. */
export interface PracticeReading {
  /** Codes. */
  readonly languages: ReadonlySet<string>
  /** Ids, of the checklist. */
  readonly kinds: ReadonlySet<string>
  /** Of the Convention. */
  readonly articleCount: number
  readonly thisYear: number
  namesNumber(text: string): boolean
  /** A text about money as far as somebody might dial it. */
  withoutSums(text: string): string
  givesPlaceAway(text: string): boolean
  parseLanguages(text: string): { readonly codes: readonly string[] } | { readonly unknown: string }
}

type WordChecks = Pick<PracticeReading, 'namesNumber' | 'givesPlaceAway'>
type Checks = WordChecks & Pick<PracticeReading, 'withoutSums'>

const typed = (fields: FormFields, name: string) => fields.get(name)?.[0]?.trim() ?? ''
const namesMail = (text: string) => /[^\s@]@[^\s@]+\.[^\s@]/.test(text)

/** Nobody is named, and no place that must not be known: as far as a machine can tell. */
export function wordsFault(text: string, { namesNumber, givesPlaceAway }: WordChecks): FaultCode | undefined {
  if (namesNumber(text)) return 'number'
  if (namesMail(text)) return 'mail'
  return givesPlaceAway(text) ? 'place' : undefined
}

function partsFrom(fields: FormFields, checks: Checks, faults: PracticeFault[]): Record<Part, string> {
  const said: Record<Part, string> = {
    ...{ title: '', summary: '', problem: '', done: '', results: '', costNote: '', needs: '' },
  }
  for (const part of parts) {
    const text = typed(fields, part)
    said[part] = part === 'title' || part === 'summary' ? text.replace(/\s+/g, ' ') : text
    const code =
      text.length > longest[part] ? 'long' : wordsFault(part === 'costNote' ? checks.withoutSums(text) : text, checks)
    if (code) faults.push({ field: part, code })
  }
  if (said.title === '') faults.push({ field: 'title', code: 'titleMissing' })
  return said
}

const one = <Value extends string>(values: readonly Value[], fields: FormFields, name: string): Value | null =>
  values.find((value) => value === typed(fields, name)) ?? null

function yearFrom(fields: FormFields, name: string, { thisYear }: PracticeReading, faults: PracticeFault[]) {
  const text = typed(fields, name)
  if (text === '') return null
  const year = /^(?:19|20)\d\d$/.test(text) ? Number(text) : Number.NaN
  if (year >= 1950 && year <= thisYear + 5) return year
  faults.push({ field: name, code: 'year' })
  return null
}

function articlesFrom(fields: FormFields, { articleCount }: PracticeReading, faults: PracticeFault[]): number[] {
  const words = typed(fields, 'articles')
    .split(/[\s,،;؛.]+/)
    .filter((word) => word !== '')
  const numbers = [...new Set(words.map(Number))].toSorted((a, b) => a - b)
  const known = numbers.every((number) => Number.isInteger(number) && number >= 1 && number <= articleCount)
  if (known && numbers.length <= mostArticles) return numbers
  faults.push({ field: 'articles', code: 'articles' })
  return []
}

/** An address of the web that anybody may open: no user, no password in it. */
function isLink(text: string): boolean {
  if (text.length > 500 || !URL.canParse(text)) return false
  const { protocol, username, hostname } = new URL(text)
  return /^https?:$/.test(protocol) && username === '' && hostname.includes('.')
}

function evidenceFrom(fields: FormFields, reading: PracticeReading, faults: PracticeFault[]): string[] {
  const links = typed(fields, 'evidence')
    .split(/\s+/)
    .filter((link) => link !== '')
  const all = links.length <= mostEvidence && links.every(isLink)
  if (!all) faults.push({ field: 'evidence', code: 'evidence' })
  else if (links.some((link) => reading.givesPlaceAway(link))) faults.push({ field: 'evidence', code: 'place' })
  return all ? links : []
}

function contactFrom(fields: FormFields, reading: PracticeReading, faults: PracticeFault[]) {
  const [contactOffice, contactMail] = [typed(fields, 'contactOffice'), typed(fields, 'contactMail')]
  const code = contactOffice.length > longestOffice ? 'long' : wordsFault(contactOffice, reading)
  if (code) faults.push({ field: 'contactOffice', code })
  if (contactMail !== '' && !/^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>"]+$/.test(contactMail))
    faults.push({ field: 'contactMail', code: 'contactMail' })
  const read = reading.parseLanguages(typed(fields, 'contactLanguages'))
  if ('unknown' in read) faults.push({ field: 'contactLanguages', code: 'languages' })
  return { contactOffice, contactMail, contactLanguages: 'codes' in read ? [...read.codes] : [] }
}

export function practiceFrom(
  fields: FormFields,
  reading: PracticeReading,
): PracticeFacts | { readonly faults: readonly PracticeFault[] } {
  const faults: PracticeFault[] = []
  const said = partsFrom(fields, reading, faults)
  const language = typed(fields, 'language')
  if (!reading.languages.has(language)) faults.push({ field: 'language', code: 'language' })
  const articles = articlesFrom(fields, reading, faults)
  const evidence = evidenceFrom(fields, reading, faults)
  const [from, to] = [yearFrom(fields, 'yearFrom', reading, faults), yearFrom(fields, 'yearTo', reading, faults)]
  if (from !== null && to !== null && to < from) faults.push({ field: 'yearTo', code: 'years' })
  const contact = contactFrom(fields, reading, faults)
  if (faults.length > 0) return { faults }
  const chosen = new Set(fields.get('targets') ?? [])
  return {
    ...{ ...said, language, articles, evidence, ...contact, yearFrom: from, yearTo: to },
    section: one(sections, fields, 'section'),
    cost: one(costs, fields, 'cost'),
    category: one(categories, fields, 'category'),
    action: one(actions, fields, 'action'),
    targets: targets.filter((target) => chosen.has(target)),
    kinds: [...new Set(fields.get('kinds') ?? [])].filter((kind) => reading.kinds.has(kind)),
    nobody: typed(fields, 'nobody') === 'yes',
  }
}

/** @param languagesText codes as officers write them. */
export function practiceFields(facts: PracticeFacts, languagesText: (codes: readonly string[]) => string): FormFields {
  const { section, cost, category, action, yearFrom: from, yearTo: to } = facts
  const single = {
    ...Object.fromEntries(parts.map((part) => [part, facts[part]])),
    ...{ language: facts.language, section, cost, category, action },
    articles: facts.articles.join(', '),
    evidence: facts.evidence.join('\n'),
    yearFrom: from === null ? '' : `${from}`,
    yearTo: to === null ? '' : `${to}`,
    contactOffice: facts.contactOffice,
    contactMail: facts.contactMail,
    contactLanguages: languagesText(facts.contactLanguages),
    nobody: facts.nobody ? 'yes' : '',
  }
  const fields = new Map<string, readonly string[]>(
    Object.entries(single).map(([name, value]) => [name, [value ?? '']]),
  )
  return fields.set('targets', facts.targets).set('kinds', facts.kinds)
}

/** What has to be there before others look at it, in the order of the form. */
export const required = [
  ...(['title', 'summary', 'section', 'problem', 'done', 'results', 'cost', 'needs'] as const),
  ...(['targets', 'category', 'action', 'yearFrom'] as const),
  ...(['contactOffice', 'contactMail', 'contactLanguages', 'nobody'] as const),
] as const
export type RequiredField = (typeof required)[number]

const isThere = (value: PracticeFacts[RequiredField]): boolean =>
  typeof value === 'string' || Array.isArray(value) ? value.length > 0 : value !== null && value !== false

export const missingIn = (facts: PracticeFacts): readonly RequiredField[] =>
  required.filter((field) => !isThere(facts[field]))

/** A translation says everything that the original says, and nothing more. */
export function translationFrom(
  fields: FormFields,
  original: TranslatedParts,
  checks: Checks,
): TranslatedParts | { readonly faults: readonly PracticeFault[] } {
  const faults: PracticeFault[] = []
  const said = partsFrom(fields, checks, faults)
  for (const part of parts)
    if (part !== 'title' && original[part] !== '' && said[part] === '')
      faults.push({ field: part, code: 'partMissing' })
  return faults.length > 0 ? { faults } : said
}

/** What of the original is different now. */
export const changedParts = (before: TranslatedParts, now: TranslatedParts): readonly Part[] =>
  parts.filter((part) => before[part] !== now[part])
