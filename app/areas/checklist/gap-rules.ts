/**
 * Gaps in texts that somebody began with and has to fill in: `[[who answers]]`. A service may be drafted with them and is
 * not published with them.
 */
import type { FactFault } from './faults.ts'
import type { ServiceFacts } from './schema.ts'

/** Half a pair counts: somebody began to fill it in. */
const gap = /\[\[|\]\]/

export const hasGap = (text: string): boolean => gap.test(text)

/** How many whole gaps a text has; undefined where brackets do not fit. */
export function countGaps(text: string): number | undefined {
  const whole = text.match(/\[\[[^[\]]+\]\]/g) ?? []
  const rest = whole.reduce((left, one) => left.replace(one, ''), text)
  return /[[\]]/.test(rest) ? undefined : whole.length
}

function gapsIn(value: unknown, path: (string | number)[]): FactFault[] {
  if (typeof value === 'string') return []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]): FactFault[] => {
    const here = [...path, Array.isArray(value) ? Number(key) : key]
    const wording = typeof each === 'object' && each !== null && 'origin' in each && 'text' in each
    if (!wording) return gapsIn(each, here)
    return typeof each.text === 'string' && hasGap(each.text) ? [{ code: 'gapLeft', path: here }] : []
  })
}

/** A fault for each text of the service with a gap in it, in whichever language. */
export const gapFaults = (facts: ServiceFacts): FactFault[] => gapsIn(facts, [])
