/** Takes a person out of each kind of row in which a town may have named them. */
import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Db } from '../../platform/db/tables.ts'
import {
  factsSeen,
  localText,
  rewritePublished,
  rewriteVersion,
  serviceFacts,
  snapshotDocument,
} from '../checklist/index.ts'
import { publishAnew } from '../events/index.ts'
import { rewritePlanVersion } from '../plans/index.ts'
import { announcePractices, listWords } from '../practices/index.ts'
import { rewriteReportVersion } from '../reports/index.ts'
import { type HeldRow, withKeys } from './held-rows-store.ts'
import { cleanApplication, cleanDocument } from './held-signing-store.ts'
import { type Cleaner, cleaned } from './walk-rules.ts'

type Cells = Record<string, unknown>

interface Change {
  readonly act: Act
  readonly row: Cells
  /** The columns as they are to be. */
  readonly after: Cells
  readonly cleaner: Cleaner
}
type Writer = (tx: Db, change: Change) => Promise<void>

/** Of a list; a number comes behind it. */
const longestName = 110

const date = ({ at }: Act) => new Date(at.epochMilliseconds)
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Names of the members that differ. */
function changedIn(before: unknown, after: unknown): string[] {
  const left = new Map(Object.entries(before ?? {}))
  return Object.entries(after ?? {}).flatMap(([name, value]) => (isSame(left.get(name), value) ? [] : [name]))
}

const version: Writer = (tx, { act, after }) =>
  rewriteVersion(tx, snapshotDocument.parse(after['document']), { reason: 'erased-person', service: null, at: act.at })

/**
 * Whoever was asked about the service, and finds nothing else changed, confirms it as it is now. Hashes of what was asked
 * before go: with everything else known they would betray a name.
 */
const published: Writer = async (tx, { row, after }) => {
  const id = `${row['id']}`
  const facts = serviceFacts.parse(after['facts'])
  await rewritePublished(tx, id, facts)
  const before = factsSeen({ ...serviceFacts.parse(row['facts']), id })
  await sql`
    update office.confirmation_request
    set facts_sha256 = case when facts_sha256 = ${before} then ${factsSeen({ ...facts, id })} else '' end
    where service = ${id}::uuid`.execute(tx)
  await sql`delete from office.not_same where one = ${id}::uuid or other = ${id}::uuid`.execute(tx)
}

const byRedaction = (act: Act) =>
  sql`revision = revision + 1, changed_at = ${date(act)}, changed_by = 'redaction', changed_by_person = null`

/** In which languages, or in which fields, words went: whoever still has them in an open form must not bring them back. */
async function recordTaken(
  tx: Db,
  act: Act,
  authority: unknown,
  subject: string,
  {
    revision = 0,
    ...of
  }: { readonly revision: number | undefined; readonly languages?: string[]; readonly fields?: string[] },
): Promise<void> {
  await recordAudit(tx, act, { authority: `${authority}`, subject, detail: { revision, ...of } })
}

const introduction: Writer = async (tx, { act, row, after }) => {
  const { rows } = await sql<{ revision: number }>`
    update office.draft_page set introduction = ${JSON.stringify(after['introduction'])}, ${byRedaction(act)}
    where authority = ${row['authority']} returning revision`.execute(tx)
  const languages = changedIn(row['introduction'], after['introduction'])
  await recordTaken(tx, act, row['authority'], 'introduction', { revision: rows[0]?.revision, languages })
}

const answer: Writer = async (tx, { act, row, after }) => {
  const { rows } = await sql<{ revision: number }>`
    update office.draft_answer set answer = ${JSON.stringify(after['answer'])}, ${byRedaction(act)}
    where authority = ${row['authority']} and kind = ${row['kind']} returning revision`.execute(tx)
  const noteOf = (value: unknown) => localText.parse((value as { note?: unknown }).note ?? {})
  const languages = changedIn(noteOf(row['answer']), noteOf(after['answer']))
  await recordTaken(tx, act, row['authority'], `answer ${row['kind']}`, { revision: rows[0]?.revision, languages })
}

const listNames = new WeakMap<Cleaner, Map<string, string>>()

/** By its name a list is told from the others of a town: two that lose a name get different numbers. */
function listName(source: unknown, cleaner: Cleaner): unknown {
  if (typeof source !== 'string' || !cleaner.takes(source)) return source
  const names = listNames.get(cleaner) ?? new Map<string, string>()
  listNames.set(cleaner, names)
  const name = names.get(source) ?? `${cleaner.without(source, longestName)} ${randomInt(1000, 10_000)}`
  names.set(source, name)
  return name
}

const feed: Writer = async (tx, { row, cleaner }) => {
  await sql`update office.service_feed set source = ${listName(row['source'], cleaner)}
    where id = ${row['id']}`.execute(tx)
}

const importColumns: Writer = async (tx, { row, after, cleaner }) => {
  const source = listName((row['choice'] as Cells)['source'], cleaner)
  const choice = { ...(after['choice'] as Cells), source }
  await sql`update office.import_columns
    set choice = ${JSON.stringify(choice)}, headings = ${JSON.stringify(after['headings'])}::jsonb
    where id = ${row['id']}`.execute(tx)
}

/** An id that named the person tells it no longer: the list adds the service anew if it still has it. */
const draftService: Writer = async (tx, { act, row, after, cleaner }) => {
  const facts = serviceFacts.parse(after['facts'])
  const lost = after['source_id'] !== row['source_id']
  const { rows } = await sql<{ revision: number }>`
    update office.draft_service set facts = ${JSON.stringify(facts)}, source = ${lost ? null : listName(row['source'], cleaner)},
      source_id = ${lost ? null : after['source_id']}, source_sha256 = null, ${byRedaction(act)}
    where id = ${row['id']} returning revision`.execute(tx)
  const fields = changedIn(row['facts'], after['facts'])
  await recordTaken(tx, act, row['authority'], `service ${row['id']}`, { revision: rows[0]?.revision, fields })
}

/** Where the first address goes, the deputy's takes its place; where none is left, nobody is asked. */
const contact: Writer = async (tx, { row, after, cleaner }) => {
  const gone = (column: string) => typeof row[column] === 'string' && cleaner.takes(row[column])
  const [first, deputy] = [gone('email'), gone('deputy_email')]
  const left = deputy ? null : row['deputy_email']
  const email = first ? left : row['email']
  if (email === null && after['postal'] === null) {
    await sql`delete from office.provider_contact where service = ${row['service']}`.execute(tx)
    return
  }
  const moved = first || deputy
  await sql`
    update office.provider_contact set email = ${email}, deputy_email = ${moved ? null : row['deputy_email']},
      postal = ${after['postal']}, revision = revision + 1,
      email_refused_at = case when ${moved}::boolean then null else email_refused_at end,
      email_refusal = case when ${moved}::boolean then null else ${after['email_refusal']}::text end,
      deputy_refused_at = case when ${moved}::boolean then null else deputy_refused_at end,
      deputy_refusal = case when ${moved}::boolean then null else ${after['deputy_refusal']}::text end
    where service = ${row['service']}`.execute(tx)
}

/** A part that only named the person is no part of the change any more: nothing is not what the provider said. */
const providerChange: Writer = async (tx, { row, after }) => {
  const before = new Map(Object.entries(row['change'] ?? {}))
  const kept = Object.entries(after['change'] ?? {}).filter(([part, value]) => {
    const emptied = value === null || (Array.isArray(value) && value.length === 0)
    return !emptied || isSame(before.get(part), value)
  })
  if (kept.length === 0) await sql`delete from office.provider_change where id = ${row['id']}`.execute(tx)
  else {
    await sql`update office.provider_change set change = ${JSON.stringify(Object.fromEntries(kept))}
      where id = ${row['id']}`.execute(tx)
  }
}

const standardDraft: Writer = async (tx, { act, row, after }) => {
  await sql`update office.standard_draft set words = ${JSON.stringify(after['words'])}, revision = revision + 1,
    changed_at = ${date(act)} where id = ${row['id']}`.execute(tx)
}

/** A mail to the person does not go; nobody answers to them either. */
const mail: Writer = async (tx, { row, after, cleaner }) => {
  const before = row['data'] as { to: string; replyTo?: string }
  const which = sql`name = ${row['name']} and id = ${row['id']}`
  if (cleaner.takes(before.to)) {
    await sql`delete from jobs.job where ${which}`.execute(tx)
    return
  }
  const { replyTo, ...rest } = after['data'] as typeof before
  const data = replyTo === before.replyTo ? after['data'] : rest
  await sql`update jobs.job set data = ${JSON.stringify(data)}::jsonb where ${which}`.execute(tx)
}

const planVersion: Writer = async (tx, { row, after }) => {
  await rewritePlanVersion(tx, `${row['plan']}`, Number(row['version']), after['document'])
}

const reportVersion: Writer = async (tx, { row, after }) => {
  await rewriteReportVersion(tx, `${row['report']}`, Number(row['version']), after['document'])
}

const stored = (value: unknown) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value)

const settings = (after: Cells) =>
  sql.join(Object.entries(after).map(([column, value]) => sql`${sql.ref(column)} = ${stored(value)}`))

/** Whoever has it in an open form is told that it has changed. */
const revised =
  (table: string): Writer =>
  async (tx, { row, after }) => {
    await sql`update ${sql.table(table)} set ${settings(after)}, revision = revision + 1
      where id = ${row['id']}`.execute(tx)
  }

/** What a search looks through is made anew of what is left. */
const practiceText =
  (table: 'published.practice_version' | 'published.practice_translation'): Writer =>
  async (tx, { row, after }) => {
    const isVersion = table === 'published.practice_version'
    const [column, key] = isVersion ? ['facts', 'version'] : ['parts', 'language']
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${JSON.stringify(after[column])}
      where practice = ${row['practice']} and ${sql.ref(key)} = ${row[key]}`.execute(tx)
    await listWords(tx, `${row['practice']}`)
    await announcePractices(tx)
  }

const listedEvent: Writer = (tx, { act, row }) => publishAnew(tx, `${row['id']}`, act.at)

/** Their place stays: somebody may come with them. A child has a name and an office that answers for it, or is not there. */
const delegate: Writer = async (tx, { row, after }) => {
  const text = (column: string, instead: string | null) =>
    after[column] === null || after[column] === '' ? instead : after[column]
  await sql`update office.delegate set name = ${text('name', '[…]')}, function = ${text('function', '')},
    email = ${text('email', '')}, companion = ${text('companion', '')}, diet_note = ${text('diet_note', '')},
    access_note = ${text('access_note', '')}, safeguarding = ${row['child'] ? text('safeguarding', '[…]') : null},
    revision = revision + 1 where id = ${row['id']}`.execute(tx)
}

const writers: Readonly<Record<string, Writer>> = {
  'published.snapshot': version,
  'published.service': published,
  'office.draft_page': introduction,
  'office.draft_answer': answer,
  'office.draft_service': draftService,
  'office.provider_contact': contact,
  'office.provider_change': providerChange,
  'office.service_feed': feed,
  'office.import_columns': importColumns,
  'office.standard_draft': standardDraft,
  'jobs.job': mail,
  'office.plan': revised('office.plan'),
  'office.measure': revised('office.measure'),
  'office.report': revised('office.report'),
  'office.practice': revised('office.practice'),
  'office.event': revised('office.event'),
  'office.pact_application': (tx, { row, after }) => cleanApplication(tx, row, after),
  'office.pact_document': (tx, { row }) => cleanDocument(tx, row),
  'office.programme_session': revised('office.programme_session'),
  'office.delegate': delegate,
  // Behind its versions in the list of what is held: it is made of the newest of them.
  'published.event': listedEvent,
  'published.plan_version': planVersion,
  'published.report_version': reportVersion,
  'published.practice_version': practiceText('published.practice_version'),
  'published.practice_translation': practiceText('published.practice_translation'),
}

/** Takes what the cleaner takes out of one row. */
export async function cleanRow(tx: Db, act: Act, { held, keys }: HeldRow, cleaner: Cleaner): Promise<void> {
  const { table, columns } = held
  const which = withKeys(held.keys, keys)
  if (held.goes) {
    await sql`delete from ${sql.table(table)} where ${which}`.execute(tx)
    return
  }
  const { rows } = await sql<Cells>`select * from ${sql.table(table)} where ${which}`.execute(tx)
  const [row] = rows
  if (!row) return
  const after: Cells = {}
  for (const column of columns) after[column] = cleaned(row[column], cleaner)
  const write = writers[table]
  if (write) await write(tx, { act, row, after, cleaner })
  else {
    await sql`update ${sql.table(table)} set ${settings(after)} where ${which}`.execute(tx)
  }
}

/** What cannot be looked into, and hashes of what is no more: lists that wait go, requests to publish are asked anew. */
export async function forgetAround(tx: Db, towns: readonly string[]): Promise<void> {
  const theirs = sql`authority = any(${towns}::uuid[])`
  await sql`delete from office.service_upload where ${theirs}`.execute(tx)
  await sql`update office.approval set draft_sha256 = null where ${theirs}`.execute(tx)
}

/** Names of services, as they are now, by id; texts by language. */
export async function serviceNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  const { rows } = await sql<{ id: string; name: unknown }>`
    select id, facts->'name' as name from office.draft_service where id = any(${ids}::uuid[])
    union all
    select id, facts->'name' from published.service service where id = any(${ids}::uuid[])
      and not exists (select from office.draft_service draft where draft.id = service.id)`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Directories that the town follows by itself: what they still say comes back with them. */
export async function countFeeds(db: Db, authority: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from office.service_feed where authority = ${authority}::uuid`.execute(db)
  return rows[0]?.count ?? 0
}

/** Whose pages show what these towns publish. */
export async function shownBy(db: Db, towns: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select area.authority as id from published.service_area area
      join published.service service on service.id = area.service where service.authority = any(${towns}::uuid[])
    union select authority from published.inheritance where predecessor = any(${towns}::uuid[])
    union select part from published.split_part where authority = any(${towns}::uuid[])`.execute(db)
  return rows.map(({ id }) => id)
}
