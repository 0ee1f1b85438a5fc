/** Which towns are in an area that does not nest: by a list that was looked through first. An area by itself. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Tx } from '../../platform/db/tables.ts'
import {
  type AreasInput,
  type AreasReport,
  type CsvRow,
  codeOfArea,
  deleteArea,
  importAreas,
  importAreasIn,
  importRows,
  writeAreaKind,
} from '../authorities/index.ts'
import type { AreaLine, AreaList, CatchmentKind, ListAct } from './area-rules.ts'
import { dependantsOf, readCatchment } from './area-store.ts'
import type { CatchmentOfficeDeps, KeepingAssociation } from './deps.ts'
import { deleteList, lockAreas, replaceList, waitingList } from './list-store.ts'

type Deps = Pick<CatchmentOfficeDeps, 'database' | 'countries' | 'languages' | 'clock'>

const subjectOf = ({ id }: KeepingAssociation) => `areas of ${id}`

/** Stores it and changes nothing. @param list its id is made with the form: sent twice, it brings one list. */
export async function bringAreaList(
  { database }: Deps,
  act: Act,
  association: KeepingAssociation,
  list: AreaList,
): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    await lockAreas(tx, association.country)
    const brought = { by: act.person?.id ?? '', at: act.at }
    if (!(await replaceList(tx, association.id, list, brought))) return
    const detail = { association: association.id, act: list.act, lines: list.lines.length }
    await recordAudit(tx, act, { authority: null, subject: subjectOf(association), detail })
  })
}

const headings = ['area', 'area_name', 'area_kind', 'member']

async function* rowsOf(lines: readonly AreaLine[]): AsyncGenerator<CsvRow> {
  for (const { line, area, areaName, areaKind, member, broken } of lines) {
    const cells = { area, area_name: areaName, area_kind: areaKind, member }
    yield { line, headings, cells, ...(broken ? { fault: 'broken' } : {}) }
  }
}

/** The command's own checks: an area that nobody knows is made, as a body of its own. */
function inputOf({ country, demonstration }: KeepingAssociation, { act, lines }: AreaList): AreasInput {
  const how: Record<ListAct, Partial<AreasInput>> = { add: {}, end: { act: 'end' }, complete: { complete: true } }
  const createAreas = act === 'end' ? undefined : 'joint'
  return { rows: rowsOf(lines), country, demonstration, createAreas, ...how[act] }
}

/** What a list would change. Nothing is kept of it. */
export function lookThrough(
  deps: Deps,
  act: Act,
  association: KeepingAssociation,
  list: AreaList,
): Promise<AreasReport> {
  return importAreas(deps, act, { ...inputOf(association, list), dryRun: true })
}

export type AppliedList =
  | { readonly outcome: 'done'; readonly changed: number }
  /** Another list waits meanwhile. */
  | { readonly outcome: 'another' }
  /** It was done or thrown away before. */
  | { readonly outcome: 'gone' }

/** @param seen the id of the list that somebody has looked through. */
export async function applyAreaList(
  deps: Deps,
  act: Act,
  association: KeepingAssociation,
  seen: string,
): Promise<AppliedList> {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockAreas(tx, association.country)
    const list = await waitingList(tx, association.id)
    if (!list) return { outcome: 'gone' }
    if (list.id !== seen) return { outcome: 'another' }
    const { added, ended } = await importAreasIn(tx, deps, act, inputOf(association, list))
    await deleteList(tx, list.id)
    return { outcome: 'done', changed: added + ended }
  })
}

export async function discardAreaList(
  { database }: Deps,
  act: Act,
  association: KeepingAssociation,
  seen: string,
): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    await lockAreas(tx, association.country)
    const list = await waitingList(tx, association.id)
    if (list?.id !== seen || !(await deleteList(tx, list.id))) return
    await recordAudit(tx, act, { authority: null, subject: subjectOf(association), detail: {} })
  })
}

export interface Described {
  readonly name: string
  readonly kind: CatchmentKind | null
}

export type DescribeOutcome = 'saved' | 'changed-meanwhile' | 'gone'

/** @param was as the form showed it: what a colleague has changed since is not written over. */
export async function describeArea(
  deps: Deps,
  act: Act,
  association: KeepingAssociation,
  of: { readonly slug: string; readonly was: Described; readonly now: Described },
): Promise<DescribeOutcome> {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockAreas(tx, association.country)
    const area = await readCatchment(tx, association, of.slug)
    if (!area) return 'gone'
    const { was, now } = of
    const name = area.official ? area.name : now.name
    if (area.name === name && area.areaKind === now.kind) return 'saved'
    if (area.name !== was.name || area.areaKind !== was.kind) return 'changed-meanwhile'
    if (now.kind) await writeAreaKind(tx, area.id, now.kind)
    if (name !== area.name) await rename(tx, deps, act, association, { ...area, name })
    await announceChange(tx, [area.id])
    const detail = { association: association.id, area: area.id, kind: now.kind ?? '' }
    await recordAudit(tx, act, { authority: null, subject: subjectOf(association), detail })
    return 'saved'
  })
}

/** As a list of towns would: its old name stays a former one. */
async function rename(
  tx: Tx,
  deps: Deps,
  act: Act,
  { country, demonstration }: KeepingAssociation,
  area: { readonly id: string; readonly name: string; readonly kind: string },
): Promise<void> {
  const code = await codeOfArea(tx, area.id)
  if (!code) throw new Error('an area without a code')
  const row = {
    ...{ line: 1, country, ...code, validFrom: null, validUntil: null, areas: undefined, mergedInto: undefined },
    facts: { name: area.name, names: {}, kind: area.kind },
  }
  await importRows(tx, deps, act, { rows: [row], demonstration })
}

/** @returns `in-use` where something depends on it: nothing is changed then. */
export async function endArea(
  { database }: Deps,
  act: Act,
  association: KeepingAssociation,
  slug: string,
): Promise<'deleted' | 'in-use' | 'gone'> {
  return database.db.transaction().execute(async (tx) => {
    await lockAreas(tx, association.country)
    const area = await readCatchment(tx, association, slug)
    if (!area) return 'gone'
    if (area.official || (await dependantsOf(tx, area.id)).size > 0) return 'in-use'
    const left = await deleteArea(tx, area.id)
    if (!left) return 'in-use'
    await announceChange(tx, [area.id, ...left])
    const detail = { association: association.id, area: area.id, members: left.length }
    await recordAudit(tx, act, { authority: null, subject: subjectOf(association), detail })
    return 'deleted'
  })
}
