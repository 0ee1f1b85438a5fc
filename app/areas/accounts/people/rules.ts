/** Who gives and takes which roles, who decides about those who ask, and which role must never end. Pure. */
import type { RoleName } from '../../../platform/session/actor.ts'

/** In whose name somebody acts on the people of a place. */
export type Office = 'authority' | 'association' | 'secretariat'

/** Where a role came from. `setup`: a command or the demonstration. */
export type GivingOffice = Office | 'setup'

export type PlaceKind = 'authority' | 'association' | 'instance'

/** Facts about an authority, to be read in the transaction that acts on them; all zero for other places. */
export interface Staff {
  readonly approvers: number
  /** People who are officers or approvers. */
  readonly people: number
  /** Coordinators of the associations it belongs to. */
  readonly coordinators: number
}

/** Days after which a request that nobody has decided about is forgotten: those who decide are told this day. */
export const undecidedDays = 90

const townRoles = ['officer', 'approver', 'moderator', 'facilitator', 'safeguarding-lead'] as const
/** What an authority without people needs first. */
const firstRoles = ['officer', 'approver'] as const

/**
 * Roles that an office may give to whomever it invites. Others than the authority itself vouch for its first people
 * alone: while nobody works there, and for an approver while it has none, because nobody else could.
 */
export function rolesToGive(place: PlaceKind, office: Office, staff: Staff): readonly RoleName[] {
  if (place === 'association') return office === 'authority' ? [] : ['coordinator']
  if (place === 'instance') return office === 'secretariat' ? ['secretariat', 'reviewer'] : []
  if (office === 'authority') return townRoles
  if (staff.people === 0) return firstRoles
  return staff.approvers === 0 ? ['approver'] : []
}

/** Roles that any of these offices may give, each once, in the order in which a form offers them. */
export function rolesOnOffer(place: PlaceKind, offices: readonly Office[], staff: Staff): readonly RoleName[] {
  return [...new Set(offices.flatMap((office) => rolesToGive(place, office, staff)))]
}

/** The office in whose name the role is given; undefined where none of them may. */
export function givingOffice(
  place: PlaceKind,
  offices: readonly Office[],
  staff: Staff,
  role: RoleName,
): Office | undefined {
  return offices.find((office) => rolesToGive(place, office, staff).includes(role))
}

/** Who decides about somebody who asks to work for an authority. */
export function decidingOffice({ approvers, coordinators }: Staff): Office {
  if (approvers > 0) return 'authority'
  return coordinators > 0 ? 'association' : 'secretariat'
}

/** The roles in which the deciding office may accept somebody who asks. */
export function rolesOnRequest(office: Office): readonly RoleName[] {
  return office === 'authority' ? townRoles : firstRoles
}

/** Whether one of these offices may change and take away roles in a place. A town's people are the town's affair. */
export function mayTakeAway(place: PlaceKind, offices: readonly Office[]): boolean {
  if (place === 'authority') return offices.includes('authority')
  return place === 'association' ? offices.some((office) => office !== 'authority') : offices.includes('secretariat')
}

/**
 * Whether one of these offices may hand over what somebody has. An association may for the only person of a town: nobody
 * else is left there who could. It invites a successor; nothing changes before they accept, and whoever is there is told.
 */
export function mayHandOver(place: PlaceKind, offices: readonly Office[], { people }: Staff): boolean {
  if (mayTakeAway(place, offices)) return true
  return place === 'authority' && people === 1 && offices.includes('association')
}

/** The role of a place without which nobody could let anybody in. */
const mustRemain: Readonly<Record<PlaceKind, RoleName | undefined>> = {
  authority: 'approver',
  association: undefined,
  instance: 'secretariat',
}

/** Whether a role may end. @param holders how many people hold it in this place now. */
export function mayEnd(place: PlaceKind, role: RoleName, holders: number): boolean {
  return mustRemain[place] !== role || holders > 1
}

/** Whether an address is at one of an authority's domains, or below one. It helps those who decide, and decides nothing. */
export function isAtDomain(email: string, domains: readonly string[]): boolean {
  const host = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  return domains.some((domain) => host === domain.toLowerCase() || host.endsWith(`.${domain.toLowerCase()}`))
}

/**
 * What somebody of a merged authority is in its successor. Where that has approvers of its own, these decide who else
 * becomes one: a merger is no way around them.
 */
export function roleAfterMerger(role: RoleName, successorHasApprovers: boolean): RoleName {
  return role === 'approver' && successorHasApprovers ? 'officer' : role
}
