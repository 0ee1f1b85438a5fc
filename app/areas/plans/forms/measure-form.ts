/** A measure as a form, with its indicators and evidence. Pure. */
import type { KeptFile } from '../../../platform/files/file-types.ts'
import type { FormFields } from '../../../platform/http/form.ts'
import { newId } from '../../../platform/ids.ts'
import { typedDay } from '../../../ui/dates.ts'
import { needsReason } from '../plan-rules.ts'
import { type MeasureFacts, measureStates, sections } from '../schema.ts'
import { indicatorFields, indicatorsFrom } from './indicator-form.ts'
import { type PlanFault, type Reading, type TypedFields, typedFields } from './typed-fields.ts'

const mostEvidence = 12

export interface MeasureReading extends Reading {
  /** Numbers of the Lanzarote Convention. */
  readonly articles: ReadonlySet<number>
  /** Ids of the checklist. */
  readonly kinds: ReadonlySet<string>
  /** Codes of data/languages.json. */
  readonly languages: ReadonlySet<string>
  /** Of the plan. */
  readonly language: string
  /** Names, in the plan's language, of indicators that are counted alike everywhere, by id. */
  readonly common: ReadonlyMap<string, string>
  /** Of data/measures.json, that it was begun of. */
  readonly catalogue: string | null
  /** `YYYY-MM-DD`: no value was counted later. */
  readonly today: string
  /** Documents that the measure has, by hash: a form names no others. */
  readonly files: ReadonlyMap<string, KeptFile>
  /** One that came with the form. */
  readonly added: KeptFile | undefined
}

export const evidenceFields = (index: number) => ({
  ...{ title: `evidence-${index}-title`, url: `evidence-${index}-url` },
  ...{ file: `evidence-${index}-file`, gone: `evidence-${index}-gone` },
})
export const addedTitle = 'file-title'

function evidenceFrom(typed: TypedFields, { files, added }: MeasureReading): MeasureFacts['evidence'] {
  const rows: MeasureFacts['evidence'] = []
  for (let index = 0; index < mostEvidence; index += 1) {
    const names = evidenceFields(index)
    const file = files.get(typed.choices(names.file)[0] ?? '')
    if (file && !typed.isTicked(names.gone)) rows.push({ title: typed.line(names.title), url: '', file })
    if (file || typed.choices(names.file).length > 0 || !typed.anyOf([names.title, names.url])) continue
    const url = typed.web(names.url)
    if (url === '') typed.refuse(names.url, 'missing')
    rows.push({ title: typed.line(names.title), url })
  }
  const title = typed.line(addedTitle)
  if (added && rows.every(({ file }) => file?.sha256 !== added.sha256)) rows.push({ title, url: '', file: added })
  return rows
}

/** Null: as the plan, also where its language was chosen. */
function languageFrom(typed: TypedFields, { languages, language }: MeasureReading): string | null {
  const chosen = typed.choice('language', ['', ...languages]) ?? ''
  return chosen === '' || chosen === language ? null : chosen
}

export function measureFrom(
  fields: FormFields,
  reading: MeasureReading,
  makeId: () => string = newId,
): MeasureFacts | { readonly faults: readonly PlanFault[] } {
  const typed = typedFields(fields, reading)
  const section = typed.choice('section', sections) ?? 'steering'
  const title = typed.line('title', 'needed')
  const [starts, ends] = [typed.day('starts'), typed.day('ends')]
  if (starts !== null && ends !== null && starts > ends) typed.refuse('ends', 'order')
  const state = typed.choice('state', measureStates) ?? 'not-started'
  const reason = typed.text('reason')
  if (needsReason(state) && reason === '') typed.refuse('reason', 'reason')
  const facts: MeasureFacts = {
    ...{ section, title, starts, ends, state, reason },
    what: typed.text('what'),
    language: languageFrom(typed, reading),
    catalogue: reading.catalogue,
    responsible: typed.line('responsible'),
    partner: typed.line('partner'),
    articles: typed
      .choices('articles')
      .map(Number)
      .filter((number) => reading.articles.has(number))
      .toSorted((a, b) => a - b),
    kinds: typed.choices('kinds').filter((kind) => reading.kinds.has(kind)),
    budget: typed.amount('budget'),
    indicators: indicatorsFrom(typed, reading, makeId),
    evidence: evidenceFrom(typed, reading),
    shared: typed.isTicked('shared'),
  }
  return typed.faults.length > 0 ? { faults: typed.faults } : facts
}

/** @param tag BCP 47, of whoever reads the form: how numbers are written. */
export function measureFields(facts: MeasureFacts, tag: string): FormFields {
  const { section, title, what, language, responsible, partner, budget, starts, ends, state, reason, shared } = facts
  const plain = { section, title, what, language: language ?? '', responsible, partner, budget, state, reason }
  const pairs: [string, readonly string[]][] = Object.entries(plain).map(([name, value]) => [name, [value]])
  const evidence = facts.evidence.flatMap((one, index): [string, string[]][] => {
    const names = evidenceFields(index)
    return [
      [names.title, [one.title]],
      [names.url, [one.url]],
      ...(one.file ? [[names.file, [one.file.sha256]] as [string, string[]]] : []),
    ]
  })
  return new Map<string, readonly string[]>([
    ...pairs,
    ['starts', [typedDay(starts)]],
    ['ends', [typedDay(ends)]],
    ['articles', facts.articles.map(String)],
    ['kinds', facts.kinds],
    ['shared', shared ? ['yes'] : []],
    ...evidence,
    ...indicatorFields(facts.indicators, tag),
  ])
}

/** How many places for evidence a page shows: one more than are filled. */
export function evidenceShown(fields: FormFields): number {
  const filled = Array.from({ length: mostEvidence }, (_, index) => index).findLast((index) =>
    [evidenceFields(index).title, evidenceFields(index).url, evidenceFields(index).file].some(
      (name) => (fields.get(name)?.[0] ?? '') !== '',
    ),
  )
  return Math.min((filled ?? -1) + 2, mostEvidence)
}
