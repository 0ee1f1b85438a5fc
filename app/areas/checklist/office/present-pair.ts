/** Two services side by side, fact by fact, in words. */
import { differingGroups, type Two } from '../duplicates/merge-rules.ts'
import type { ServiceFacts } from '../schema.ts'
import { type FactGroup, factGroups } from '../together-rules.ts'
import { type FactRow, type FactWords, factRows } from './present-facts.ts'
import { partIds } from './service-parts.ts'

/** What is to be decided together, and what each of the two says; no lines: nothing. */
export interface PairFact {
  readonly group: FactGroup
  readonly label: string
  readonly one: readonly string[]
  readonly other: readonly string[]
}

type Rows = ReadonlyMap<FactGroup, readonly FactRow[]>

const isGroup = (id: string): id is FactGroup => id in factGroups

function rowsByGroup(facts: ServiceFacts, words: FactWords): Rows {
  const rows = new Map<FactGroup, FactRow[]>()
  for (const part of partIds) {
    if (part === 'languages') continue
    for (const row of factRows(part, facts, words)) {
      const group = part === 'hours' ? 'hours' : row.group
      if (isGroup(group)) rows.set(group, [...(rows.get(group) ?? []), row])
    }
  }
  return rows
}

/** Several rows stand under each other, each after its name. */
function linesOf(rows: readonly FactRow[]): string[] {
  if (rows.length === 1) return rows.flatMap(({ values }) => values)
  return rows.filter(({ values }) => values.length > 0).flatMap(({ label, values }) => [label, ...values])
}

/** What differs so that one can see it: a text that only its origin tells apart is not asked about. */
export function pairFacts(two: Two, words: FactWords): PairFact[] {
  const everyWord = { ...words, everyLanguage: true }
  const [one, other] = [rowsByGroup(two.one, everyWord), rowsByGroup(two.other, everyWord)]
  const { t } = words.translator
  const names: Partial<Record<FactGroup, string>> = {
    hours: t('service.hours'),
    phones: t('checklist.office.contact.phones'),
    place: t('checklist.office.place.title'),
  }
  return differingGroups(two).flatMap((group) => {
    const rows = [one.get(group) ?? [], other.get(group) ?? []] as const
    const lines = [linesOf(rows[0]), linesOf(rows[1])] as const
    if (lines[0].join('\n') === lines[1].join('\n')) return []
    return [
      { group, label: names[group] ?? (rows[0][0] ?? rows[1][0])?.label ?? group, one: lines[0], other: lines[1] },
    ]
  })
}
