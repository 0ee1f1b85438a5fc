/** Changing and ending a role; leaving. */
import { recordAudit } from '../../../platform/audit/audit.ts'
import { notFound } from '../../../platform/http/faults.ts'
import type { RoleName } from '../../../platform/session/actor.ts'
import { grantRole } from '../persons.ts'
import type { PeopleDeps } from './deps.ts'
import type { PersonalAct } from './invitations.ts'
import { roleChanged } from './notices.ts'
import { deleteRole, type Holding, listHoldings, lockPlace } from './people-store.ts'
import { enterPlace, type Place } from './place.ts'
import { givingOffice, mayEnd, mayTakeAway } from './rules.ts'

/**
 * `last`: the place would have nobody left who could let anybody in. `gone`: the role was changed or ended before, by a
 * second click or by somebody else.
 */
export type RoleOutcome = 'done' | 'last' | 'gone'

function holders(holdings: readonly Holding[], role: RoleName): number {
  return holdings.filter((holding) => holding.role === role).length
}

/**
 * Makes a role another one, or ends it. A role that is gone already stays gone: the same form sent twice does it once.
 *
 * @param id of the role that somebody holds.
 * @param after undefined: the role is taken away.
 * @throws not-found where the actor may not.
 */
export async function changeRole(
  deps: PeopleDeps,
  act: PersonalAct,
  place: Place,
  id: string,
  after: RoleName | undefined,
): Promise<RoleOutcome> {
  await deps.jobs.start()
  return deps.database.db.transaction().execute(async (tx) => {
    const { offices, staff } = await enterPlace(tx, place, act.person.id)
    const office = after ? givingOffice(place.kind, offices, staff, after) : undefined
    if (!mayTakeAway(place.kind, offices) || (after && !office)) throw notFound()
    const holdings = await listHoldings(tx, place.scope)
    const held = holdings.find((holding) => holding.id === id)
    if (!held) return 'gone'
    if (held.role === after) return 'done'
    const { person, role } = held
    if (!mayEnd(place.kind, role, holders(holdings, role))) return 'last'
    if (after) await grantRole(tx, act, person, after, place.scope, office)
    await deleteRole(tx, id)
    const detail = { ended: role, begun: after ?? '' }
    await recordAudit(tx, act, { authority: place.authority, subject: person, detail })
    if (person !== act.person.id) {
      const key = `people.role-changed ${id}`
      await deps.notify(tx, { person, kind: 'people', key, compose: roleChanged(place, role, after) })
    }
    return 'done'
  })
}

/** Ends all roles of the actor in a place. */
export async function leave(deps: PeopleDeps, act: PersonalAct, place: Place): Promise<RoleOutcome> {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockPlace(tx, place.scope)
    const holdings = await listHoldings(tx, place.scope)
    const own = holdings.filter(({ person }) => person === act.person.id)
    if (own.some(({ role }) => !mayEnd(place.kind, role, holders(holdings, role)))) return 'last'
    for (const { id } of own) await deleteRole(tx, id)
    const detail = { ended: own.map(({ role }) => role) }
    if (own.length > 0) await recordAudit(tx, act, { authority: place.authority, subject: act.person.id, detail })
    return 'done'
  })
}
