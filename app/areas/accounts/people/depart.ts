/** Somebody who deletes their account leaves every place at once, by the rules of leaving. */
import type { Tx } from '../../../platform/db/tables.ts'
import { newId } from '../../../platform/ids.ts'
import type { Actor, RoleName, Scope, Subject } from '../../../platform/session/actor.ts'
import { associationsOf } from '../../associations/index.ts'
import { findActor } from '../store.ts'
import type { PeopleDeps } from './deps.ts'
import { colleagueGone } from './notices.ts'
import { holdersOf, listHoldings, lockPlace } from './people-store.ts'
import { type Place, placeOf } from './place.ts'
import { mayEnd } from './rules.ts'

/** A place that somebody leaves. */
export interface Departing {
  readonly place: Place
  readonly roles: readonly RoleName[]
  /** Nobody else could let anybody in: they have to hand over first. */
  readonly last: boolean
}

async function subjectOf(tx: Tx, scope: Scope): Promise<Subject | undefined> {
  // The place reads country and slug itself.
  const named = { country: '', slug: '' }
  if (scope.kind === 'instance') return { kind: 'self' }
  if (scope.kind === 'authority') {
    return { kind: 'authority', id: scope.id, ...named, associations: await associationsOf(tx, scope.id) }
  }
  return scope.kind === 'association' ? { kind: 'association', id: scope.id, ...named } : undefined
}

const nameOf = (scope: Scope): string => (scope.kind === 'instance' ? 'instance' : `${scope.kind} ${scope.id}`)

/** Every place once, always in the same order: two who leave at once never wait for each other. */
function scopesOf({ roles }: Pick<Actor, 'roles'>): Scope[] {
  const scopes = new Map(roles.map(({ scope }) => [nameOf(scope), scope]))
  return [...scopes].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, scope]) => scope)
}

/** The places of a person, with whoever changes their people waiting until the transaction ends. */
export async function departure(tx: Tx, instanceName: string, person: string): Promise<readonly Departing[]> {
  const actor = await findActor(tx, person)
  const places: Departing[] = []
  for (const scope of actor ? scopesOf(actor) : []) {
    await lockPlace(tx, scope)
    const subject = await subjectOf(tx, scope)
    if (!subject) continue
    const place = await placeOf(tx, instanceName, subject)
    const holdings = await listHoldings(tx, scope)
    const roles = holdings.filter((held) => held.person === person).map(({ role }) => role)
    const last = roles.some((role) => !mayEnd(place.kind, role, holdings.filter((one) => one.role === role).length))
    if (roles.length > 0) places.push({ place, roles, last })
  }
  return places
}

/** Who looks after the people of a place hears that one is gone: as what, not who; the page shows who is there. */
export async function tellOfDeparture(
  tx: Tx,
  { notify }: Pick<PeopleDeps, 'notify'>,
  { place, roles }: Departing,
  person: string,
): Promise<void> {
  const role = { authority: 'approver', association: 'coordinator', instance: 'secretariat' } as const
  for (const colleague of await holdersOf(tx, role[place.kind], place.scope)) {
    if (colleague === person) continue
    const key = `people.gone ${newId()}`
    await notify(tx, { person: colleague, kind: 'people', key, compose: colleagueGone(place, roles) })
  }
}
