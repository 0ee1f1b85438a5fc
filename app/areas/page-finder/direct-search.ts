/** What a coordinator has done about the websites of members: looking begins, stops, looks again, begins elsewhere. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { FinderDeps } from './deps.ts'
import { lockFinding, readFinding } from './finding-store.ts'
import { hoursBetweenAsked } from './site-rules.ts'
import { askFor, beginSearch, queueMembers, readSearch, readSite, stopSearch, writeStartAddress } from './site-store.ts'

/** @returns `off` where the operator wants nothing to go out. */
export async function startLooking(deps: FinderDeps, act: Act, association: string): Promise<'started' | 'off'> {
  if (!deps.networkOn) return 'off'
  await deps.readyToLook()
  await deps.database.db.transaction().execute(async (tx) => {
    // A second click finds it begun.
    if (!(await beginSearch(tx, association, act.at))) return
    await queueMembers(tx, act.at)
    await recordAudit(tx, act, { authority: null, subject: `websites of association ${association}` })
    await deps.lookSoon(tx)
  })
  return 'started'
}

export async function stopLooking({ database }: FinderDeps, act: Act, association: string): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    if (!(await stopSearch(tx, association, act.at))) return
    await recordAudit(tx, act, { authority: null, subject: `websites of association ${association}` })
  })
}

/** `early`: not twice in a day. `no-address`: nobody knows where the website is. */
export type AskedAgain = 'asked' | 'early' | 'no-address' | 'off'

export async function lookAgain(deps: FinderDeps, act: Act, authority: string): Promise<AskedAgain> {
  if (!deps.networkOn) return 'off'
  await deps.readyToLook()
  return deps.database.db.transaction().execute(async (tx) => {
    const town = await deps.readTown(tx, authority)
    const site = await readSite(tx, authority)
    if (!site.startAddress && (town?.hosts.length ?? 0) === 0) return 'no-address'
    const { triedAt } = await readFinding(tx, authority)
    const earliest = triedAt?.add({ hours: hoursBetweenAsked })
    if (earliest && Temporal.Instant.compare(act.at, earliest) < 0) return 'early'
    if (!(await askFor(tx, authority, act.at))) return 'asked'
    await recordAudit(tx, act, { authority: null, subject: `website ${authority}` })
    await deps.lookSoon(tx)
    return 'asked'
  })
}

/**
 * @param address undefined: the official one again.
 * @param before what the form showed.
 * @returns `changed` where somebody else has typed another meanwhile.
 */
export async function keepStartAddress(
  { database }: FinderDeps,
  act: Act,
  { authority, association }: { readonly authority: string; readonly association: string },
  { address, before }: { readonly address: string | undefined; readonly before: string },
): Promise<'kept' | 'changed'> {
  return database.db.transaction().execute(async (tx) => {
    await lockFinding(tx, authority)
    const { startAddress } = await readSite(tx, authority)
    if (startAddress === address) return 'kept'
    if ((startAddress ?? '') !== before) return 'changed'
    await writeStartAddress(tx, authority, address)
    const search = await readSearch(tx, association)
    // A first address gives the town its turn; another one waits for its own, or for somebody who asks.
    if (search && !search.stopped) await queueMembers(tx, act.at)
    await recordAudit(tx, act, { authority: null, subject: `website ${authority}` })
    return 'kept'
  })
}
