/** What an act changed, before and after, beside its audit record: rows that can be redacted. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import type { FactsChange } from './checked-rules.ts'
import { addressesOf, namesAddress, textWithout, withoutPlace } from './confidential.ts'
import { same } from './same.ts'
import {
  type Address,
  type Answer,
  answer,
  type LocalText,
  localText,
  type ServiceFacts,
  serviceFacts,
} from './schema.ts'

/** Null: there was nothing before, or nothing is left. */
type Both<T> = { readonly before: T | null; readonly after: T | null }
export type RecordedChange =
  | ({ readonly thing: 'introduction'; readonly id: '' } & Both<LocalText>)
  | ({ readonly thing: 'answer' /** Of the kind. */; readonly id: string } & Both<Answer>)
  | ({ readonly thing: 'service'; readonly id: string } & Both<ServiceFacts>)

/** Writes what the act of a record changed. What stays the same is left out. */
export async function writeChanges(
  tx: Db,
  act: { readonly record: string; readonly authority: string; readonly at: Temporal.Instant },
  changes: readonly RecordedChange[],
): Promise<void> {
  const rows = changes.filter(({ before, after }) => !same(before, after))
  if (rows.length === 0) return
  // A JSON null would be a value: what is absent is left out.
  const given = rows.map(({ thing, id, before, after }) => ({
    thing,
    id,
    ...(before && { before }),
    ...(after && { after }),
  }))
  await sql`
    insert into office.change (record, authority, at, thing, thing_id, before, after)
    select ${act.record}::bigint, ${act.authority}::uuid, ${new Date(act.at.epochMilliseconds)}::timestamptz,
      row.thing, row.id, row.before, row.after
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as row (thing text, id text, before jsonb, after jsonb)`.execute(tx)
}

type Row = { thing: RecordedChange['thing']; thing_id: string; before: unknown; after: unknown }

function changeOf({ thing, thing_id: id, before, after }: Row): RecordedChange {
  const both = <T>(schema: { parse: (value: unknown) => T }): Both<T> => ({
    before: before === null ? null : schema.parse(before),
    after: after === null ? null : schema.parse(after),
  })
  if (thing === 'introduction') return { thing, id: '', ...both(localText) }
  return thing === 'answer' ? { thing, id, ...both(answer) } : { thing, id, ...both(serviceFacts) }
}

/** By the id of the audit record they belong to. */
export async function readChanges(
  db: Db,
  records: readonly string[],
): Promise<ReadonlyMap<string, readonly RecordedChange[]>> {
  const found = new Map<string, RecordedChange[]>()
  if (records.length === 0) return found
  const rows = await db
    .selectFrom('office.change')
    .select(['record', 'thing', 'thing_id', 'before', 'after'])
    .where('record', 'in', records)
    .orderBy('thing')
    .orderBy('thing_id')
    .execute()
  for (const row of rows) {
    // One of the two databases gives numbers.
    const record = `${row.record}`
    found.set(record, [...(found.get(record) ?? []), changeOf(row)])
  }
  return found
}

/** What acts made of a service, the newest first. */
export async function changesOfService(db: Db, service: string, most: number): Promise<FactsChange[]> {
  const rows = await db
    .selectFrom('office.change as change')
    .innerJoin('audit.record as record', 'record.id', 'change.record')
    .select(['change.at', 'change.thing', 'change.thing_id', 'change.before', 'change.after'])
    .select(['record.person', 'record.actor'])
    .where('change.thing', '=', 'service')
    .where('change.thing_id', '=', service)
    .orderBy('change.record', 'desc')
    .limit(most)
    .execute()
  return rows.flatMap(({ at, person, actor, ...row }) => {
    const change = changeOf(row)
    if (change.thing !== 'service') return []
    const author = { person, as: actor }
    return {
      at: Temporal.Instant.fromEpochMilliseconds(at.getTime()),
      author,
      before: change.before,
      after: change.after,
    }
  })
}

/** Addresses that a service had in any draft. */
export async function addressesInChanges(db: Db, service: string): Promise<Address[]> {
  const rows = await db
    .selectFrom('office.change')
    .select(['thing', 'thing_id', 'before', 'after'])
    .where('thing', '=', 'service')
    .where('thing_id', '=', service)
    .execute()
  return rows.map(changeOf).flatMap((change) => {
    if (change.thing !== 'service') return []
    return [change.before, change.after].flatMap((facts) => (facts ? addressesOf(facts) : []))
  })
}

function redacted(change: RecordedChange, known: readonly Address[]): RecordedChange {
  const leaks = (text: string) => namesAddress(text, known)
  const each = <T>({ before, after }: Both<T>, clean: (value: T) => T): Both<T> => ({
    before: before && clean(before),
    after: after && clean(after),
  })
  switch (change.thing) {
    case 'introduction':
      return { ...change, ...each(change, (text: LocalText) => textWithout(text, leaks)) }
    case 'answer':
      return { ...change, ...each(change, (one: Answer) => ({ ...one, note: textWithout(one.note, leaks) })) }
    case 'service':
      return { ...change, ...each(change, (facts: ServiceFacts) => withoutPlace(facts, known)) }
  }
}

/** Takes the place of a service out of everything that was recorded about it, and out of the words around it. */
export async function redactChanges(
  tx: Db,
  authorities: readonly string[],
  service: string,
  known: readonly Address[],
): Promise<void> {
  const rows = await tx
    .selectFrom('office.change')
    .select(['record', 'thing', 'thing_id', 'before', 'after'])
    .where((where) =>
      where.or([
        where.and([where('thing', '=', 'service'), where('thing_id', '=', service)]),
        where.and([where('thing', '<>', 'service'), where('authority', 'in', authorities)]),
      ]),
    )
    .execute()
  for (const row of rows) {
    const change = changeOf(row)
    const clean = redacted(change, known)
    if (same(change, clean)) continue
    await tx
      .updateTable('office.change')
      .set({
        before: clean.before === null ? null : JSON.stringify(clean.before),
        after: clean.after === null ? null : JSON.stringify(clean.after),
      })
      .where('record', '=', row.record)
      .where('thing', '=', row.thing)
      .where('thing_id', '=', row.thing_id)
      .execute()
  }
}
