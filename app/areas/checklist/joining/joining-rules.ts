/** What towns that are one town now have drafted, put together where it is probably the same. Pure. */
import { alikePairs, groupsOf, isPossible } from '../alike-rules.ts'
import type { ServiceFacts } from '../schema.ts'

/** A service in the draft of one of the towns. */
export interface JoinedService {
  readonly id: string
  /** Id of the town whose draft holds it. */
  readonly authority: string
  readonly facts: ServiceFacts
  readonly revision: number
  /** Of a town that was split: other parts look through it, too, so it is copied and stays where it is. */
  readonly shared?: true
}

/** Probably one and the same service, or one alone. */
export interface ServiceGroup {
  /** Of merged towns, and of towns of which this one was a part: somebody has to say what becomes of them. */
  readonly open: readonly JoinedService[]
  /** In the draft of the town itself, to compare with. */
  readonly own: readonly JoinedService[]
}

/**
 * Groups with something open, those that look like several first; services keep their order. What may be the same stands
 * together, a confidential place with what is perhaps its address: somebody looks at all of it.
 */
export function groupServices(
  town: { readonly id: string; readonly country: string },
  services: readonly JoinedService[],
): ServiceGroup[] {
  return groupsOf(services, alikePairs(services, town.country).filter(isPossible))
    .map((group) => ({
      open: group.filter((each) => each.authority !== town.id),
      own: group.filter((each) => each.authority === town.id),
    }))
    .filter(({ open }) => open.length > 0)
    .toSorted((a, b) => Number(b.open.length + b.own.length > 1) - Number(a.open.length + a.own.length > 1))
}

export interface ServiceDecision {
  /** Ids. */
  readonly keep: readonly string[]
  readonly leave: readonly string[]
  /** Somebody says that the entries are of different places. */
  readonly different: boolean
}

/** `undecided`: not each open service is kept or left. `confidential`: a place may be given away. */
export type JoinFault = 'undecided' | 'confidential'

/**
 * Where one entry calls the place confidential and another names an address, both may be the same place: the address is
 * not kept instead of the secret, unless somebody says that they are two.
 */
export function joinFault(
  { open, own }: ServiceGroup,
  { keep, leave, different }: ServiceDecision,
): JoinFault | undefined {
  if (open.some(({ id }) => keep.includes(id) === leave.includes(id))) return 'undecided'
  const staying = [...own, ...open.filter(({ id }) => keep.includes(id))]
  const hidden = [...own, ...open].some(({ facts }) => facts.place.type === 'confidential')
  const shown = staying.some(({ facts }) => facts.place.type === 'addresses')
  return hidden && shown && !different ? 'confidential' : undefined
}

/** Where the address of an entry that is left leads: to the first of the group that stays. */
export function stayingIn({ open, own }: ServiceGroup, keep: readonly string[]): string | undefined {
  return (own[0] ?? open.find(({ id }) => keep.includes(id)))?.id
}

/** The facts in the draft of the successor: whoever served one of the merged towns serves the new one. */
export function takenOver(facts: ServiceFacts, authority: string, line: readonly string[]): ServiceFacts {
  const serves = facts.serves.map((id) => (line.includes(id) ? authority : id))
  return { ...facts, serves: [...new Set(serves)] }
}
