/** What of a directory a town does not have yet. Pure. */
import { alikePairs, isProbable, tellingMarks } from '../alike-rules.ts'
import type { ServiceFacts } from '../schema.ts'

interface Given {
  readonly facts: ServiceFacts
}

/**
 * Those that are probably none of what is here already. What may be a confidential place is left out even where that is
 * less than probable: its place would be told by not seeing it as one.
 *
 * @param here the town's own services and those that serve it.
 * @param country ISO 3166-1, in which the town's numbers are dialled.
 */
export function unknownHere<T extends Given>(suggested: readonly T[], here: readonly Given[], country: string): T[] {
  if (suggested.length === 0) return []
  const hidden = new Set(
    here
      .filter(({ facts }) => facts.place.type === 'confidential')
      .flatMap(({ facts }) => tellingMarks(facts, country)),
  )
  const theirs = suggested.map((one, index) => ({ id: `there ${index}`, facts: one.facts, one }))
  const ours = here.map(({ facts }, index) => ({ id: `here ${index}`, facts, one: undefined }))
  const pairs = alikePairs(
    [...ours, ...theirs],
    country,
    (left, right) => (left.one === undefined) !== (right.one === undefined),
  )
  const known = new Set(pairs.filter(isProbable).map(({ one, other }) => one.one ?? other.one))
  return suggested.filter(
    (one) => !(known.has(one) || tellingMarks(one.facts, country).some((mark) => hidden.has(mark))),
  )
}
