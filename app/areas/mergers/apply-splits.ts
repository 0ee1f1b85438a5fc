/** What became several, and what left something that goes on: within the transaction of a plan. */
import { recordAudit } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { type Authority, closeSplit, inheritShared, writeParts } from '../authorities/index.ts'
import type { Named, Scene } from './apply-plan.ts'
import { partLeftNotice, splitNotice } from './notices.ts'

type Day = { readonly on: Temporal.PlainDate }
type At = Pick<Scene, 'deps' | 'act' | 'office'> & Day

/** @param approved whether one had approvers of its own before the plan. */
export async function applySplits(
  tx: Tx,
  scene: At & Pick<Scene, 'outcome'>,
  by: Named,
  approved: (one: Authority) => boolean,
): Promise<void> {
  const { outcome } = scene
  for (const { authority, parts } of outcome.splits) {
    await split(tx, scene, by.from(authority), parts.map(by.at), approved)
  }
  const leaving = Map.groupBy(outcome.partings, ({ authority }) => authority)
  for (const [authority, partings] of leaving) {
    await leave(
      tx,
      scene,
      by.from(authority),
      partings.map(({ part }) => by.at(part)),
    )
  }
}

const idsOf = (authorities: readonly Authority[]): string[] => authorities.map(({ id }) => id)

/** Remembers the parts, and lets each show what the one they come from had published. */
async function comeOut(tx: Tx, { act, on }: At, from: Authority, parts: readonly Authority[], ended: boolean) {
  const one = { from: from.id, parts: idsOf(parts), on: on.toString() }
  await writeParts(tx, one)
  await inheritShared(tx, one, ended)
  const detail = { on: one.on }
  await recordAudit(tx, act, {
    authority: from.id,
    subject: ended ? 'split-into' : 'parts-left',
    detail: { ...detail, parts: one.parts },
  })
  for (const part of one.parts) {
    await recordAudit(tx, act, { authority: part, subject: 'split-from', detail: { ...detail, predecessor: from.id } })
  }
  await announceChange(tx, [from.id, ...one.parts])
}

/** Everything that one split leads to. */
async function split(
  tx: Tx,
  scene: At,
  from: Authority,
  parts: readonly Authority[],
  approved: (one: Authority) => boolean,
): Promise<void> {
  const { deps, act, office, on } = scene
  const left = await deps.shareDuties(tx, act, { from: from.id, parts: idsOf(parts), on: on.toString() })
  await comeOut(tx, scene, from, parts, true)
  await closeSplit(tx, from.id, on.toString(), act.at)
  const places = parts.map((part) => ({ id: part.id, approved: approved(part) }))
  for (const [person, roles] of await deps.shareStaff(tx, act, { from: from.id, parts: places, office })) {
    const compose = splitNotice({ from, parts, roles, on, left })
    await deps.notify(tx, { person, kind: 'people', key: `split ${from.id}`, compose })
  }
}

/** Its people stay where they are: who works for a new neighbour its own people decide. */
async function leave(tx: Tx, scene: At, from: Authority, parts: readonly Authority[]): Promise<void> {
  const { deps, on } = scene
  await deps.startPart(tx, { from: from.id, parts: idsOf(parts) })
  await comeOut(tx, scene, from, parts, false)
  for (const person of await deps.peopleOf(tx, from.id, ['officer', 'approver'])) {
    const compose = partLeftNotice({ from, parts, on })
    const key = `parts left ${from.id} ${on}`
    await deps.notify(tx, { person, kind: 'people', key, compose })
  }
}
