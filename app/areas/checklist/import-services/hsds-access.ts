/** Who can get in and take part, as HSDS says it: of a location; of a service without one under terms of our own. */
import { accessFeatures, type ServiceFacts } from '../schema.ts'

type Feature = (typeof accessFeatures)[number]

/** HSDS knows no features, only words: those of a feature are always the same. */
const wordsOf = (feature: Feature): string => feature.replaceAll('-', ' ')
const featureBy: ReadonlyMap<string, Feature> = new Map(accessFeatures.map((each) => [wordsOf(each), each]))

export interface HsdsAccess {
  readonly description?: string | null | undefined
  readonly details?: string | null | undefined
  readonly url?: string | null | undefined
}

/** Each feature, then what is said of them. */
export function accessRows(facts: Pick<ServiceFacts, 'accessFeatures' | 'accessNote'>, language: string): HsdsAccess[] {
  const note = facts.accessNote[language]?.text
  return [...facts.accessFeatures.map((each) => ({ description: wordsOf(each) })), ...(note ? [{ details: note }] : [])]
}

/** What a service without a location says of it. */
export const accessTerms = { description: 'safe-towns-access', details: 'safe-towns-access-note' } as const

/** @returns the features, and the words of everything else. */
export function accessIn(rows: readonly HsdsAccess[]): {
  readonly features: readonly Feature[]
  readonly words: readonly (string | null | undefined)[]
} {
  const featureIn = ({ description }: HsdsAccess) => featureBy.get(description?.trim().toLowerCase() ?? '')
  const found = new Set(rows.flatMap((row) => featureIn(row) ?? []))
  return {
    features: accessFeatures.filter((each) => found.has(each)),
    words: rows.flatMap((row) => [featureIn(row) ? undefined : row.description, row.details, row.url]),
  }
}
