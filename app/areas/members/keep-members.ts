/** Which authorities belong to an association: by a list that was looked through first, or one at a time. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { createBreath } from '../../platform/breath.ts'
import type { MemberAssociation, MembersDeps } from './deps.ts'
import { deleteList, listWaits, lockMembers, replaceList, waitingList } from './list-store.ts'
import { countStates, type MemberList, movingIn, type StateCount, type Wanted } from './member-rules.ts'
import { endMembership } from './member-store.ts'
import { findTargets, moveMembers } from './target-store.ts'

const subjectOf = ({ id }: MemberAssociation) => `members of ${id}`

/** Stores it and changes nothing. @param list its id is made with the form: sent twice, it brings one list. */
export async function bringMemberList(
  { database }: MembersDeps,
  act: Act,
  association: MemberAssociation,
  list: MemberList,
): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    await lockMembers(tx, association.id)
    const brought = { by: act.person?.id ?? '', at: act.at }
    if (!(await replaceList(tx, association.id, list, brought))) return
    const by = list.entries ? { lines: list.entries.length } : { area: list.area ?? association.country }
    const detail = { association: association.id, act: list.act, ...by }
    await recordAudit(tx, act, { authority: null, subject: subjectOf(association), detail })
  })
}

export type AppliedList =
  | { readonly outcome: 'done'; readonly act: MemberList['act']; readonly changed: number }
  /** Another list waits meanwhile. */
  | { readonly outcome: 'another' }
  /** It was done or thrown away before. */
  | { readonly outcome: 'gone' }

/** In one transaction: each takes the embedded database from everybody. */
const membersInOneGo = 250

/**
 * A few at a time. Whoever is cut off finds the list waiting, with what is still to do.
 *
 * @param seen the id of the list that somebody has looked through.
 */
export async function applyMemberList(
  deps: MembersDeps,
  act: Act,
  association: MemberAssociation,
  seen: string,
): Promise<AppliedList> {
  const { db } = deps.database
  const list = await waitingList(db, association.id)
  if (!list) return { outcome: 'gone' }
  if (list.id !== seen) return { outcome: 'another' }
  const ids = movingIn(await findTargets(db, deps, association, list))
  const breath = createBreath()
  let changed = 0
  for (let from = 0; from < ids.length; from += membersInOneGo) {
    const some = ids.slice(from, from + membersInOneGo)
    const moved = await db.transaction().execute(async (tx) => {
      await lockMembers(tx, association.id)
      if ((await listWaits(tx, association.id)) !== list.id) return undefined
      return moveMembers(tx, association.id, list.act, some)
    })
    if (moved === undefined) return { outcome: 'gone' }
    changed += moved
    await breath()
  }
  return db.transaction().execute(async (tx) => {
    await lockMembers(tx, association.id)
    if (!(await deleteList(tx, list.id))) return { outcome: 'gone' }
    const detail = { association: association.id, act: list.act, changed }
    await recordAudit(tx, act, { authority: null, subject: subjectOf(association), detail })
    return { outcome: 'done', act: list.act, changed }
  })
}

export async function discardMemberList(
  { database }: MembersDeps,
  act: Act,
  association: MemberAssociation,
  seen: string,
): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    await lockMembers(tx, association.id)
    const list = await waitingList(tx, association.id)
    if (list?.id !== seen || !(await deleteList(tx, list.id))) return
    await recordAudit(tx, act, { authority: null, subject: subjectOf(association), detail: {} })
  })
}

/** Of one authority. Nothing happens where it was none. */
export async function endOneMembership(
  { database }: MembersDeps,
  act: Act,
  association: MemberAssociation,
  authority: string,
): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    if (!(await endMembership(tx, association.id, authority))) return
    const detail = { association: association.id, act: 'end', member: authority, changed: 1 }
    await recordAudit(tx, act, { authority: null, subject: subjectOf(association), detail })
  })
}

/** As a command does it, without looking first. @returns what became of the lines, as it was before. */
export async function importMembers(
  deps: MembersDeps,
  act: Act,
  association: MemberAssociation,
  given: { readonly wanted: Wanted; readonly dryRun: boolean },
): Promise<{ readonly states: readonly StateCount[]; readonly changed: number }> {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockMembers(tx, association.id)
    const targets = await findTargets(tx, deps, association, given.wanted)
    const states = countStates(targets)
    if (given.dryRun) return { states, changed: 0 }
    const changed = await moveMembers(tx, association.id, given.wanted.act, movingIn(targets))
    const detail = { association: association.id, act: given.wanted.act, changed }
    if (changed > 0) await recordAudit(tx, act, { authority: null, subject: subjectOf(association), detail })
    return { states, changed }
  })
}
