/**
 * Where words of a town are kept: every column that could name a person of whom the town has told. A table that is in no
 * list of this file is on that of tests/erased-tables.data.test.ts, with the reason.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import { heldInPlans } from './held-plans-store.ts'
import { heldInSigning } from './held-signing-store.ts'
import type { About, Where } from './passage-rules.ts'

export interface Reach {
  /** Ids of the town and of all that became it. */
  readonly towns: readonly string[]
  /** Where its people and those who run its services get mails, in lower case. */
  readonly mailboxes: readonly string[]
}

export type Cells = Readonly<Record<string, unknown>>

export interface Held {
  readonly table: string
  readonly where: Where
  /** By which a row is found again. */
  readonly keys: readonly string[]
  readonly columns: readonly string[]
  /** @param links that what was read before of page, versions and standard texts leads to. */
  readonly of: (reach: Reach, links: readonly string[]) => RawBuilder<unknown>
  readonly about?: (row: Cells) => About | undefined
  /** A row goes as a whole: it is made anew by itself. */
  readonly goes?: true
  /** Rows that are read at once; 500 when left out. */
  readonly atOnce?: number
  /** Where a row says many things: each of them, as `type`, `id` and its JSON as text `said`. */
  readonly things?: (which: RawBuilder<unknown>) => RawBuilder<Said>
}

/** A thing of a row, with its JSON as the database writes it. */
export interface Said {
  readonly type: About['type']
  readonly id: string
  readonly said: string | null
}

const byTown =
  (column = 'authority') =>
  ({ towns }: Reach) =>
    sql`${sql.ref(column)} = any(${towns}::uuid[])`

const peopleOf = ({ towns }: Reach) =>
  sql`person in (select person from accounts.role where authority = any(${towns}::uuid[]))`

const serviceOf =
  (column: string) =>
  (row: Cells): About => ({ type: 'service', id: `${row[column]}` })

function changed({ thing, thing_id: id }: Cells): About {
  if (thing === 'service' || thing === 'answer') return { type: thing, id: `${id}` }
  return { type: 'introduction' }
}

/** A service is written as `published.service` and drafts write it: without its id. */
const thingsOfVersion = (which: RawBuilder<unknown>): RawBuilder<Said> => sql<Said>`
  with one as materialized (select document from published.snapshot where ${which})
  select 'introduction' as type, '' as id, (document->'introduction')::text as said from one
  union all
  select 'answer', thing->>'kind', (thing - 'kind')::text from one, jsonb_array_elements(document->'answers') as thing
  union all
  select 'service', thing->>'id', (thing - 'id')::text from one, jsonb_array_elements(document->'services') as thing`

const written: readonly Held[] = [
  {
    table: 'published.snapshot',
    where: 'versions',
    keys: ['authority', 'version'],
    columns: ['document'],
    of: byTown(),
    // Whole pages of a town.
    atOnce: 1,
    things: thingsOfVersion,
  },
  {
    table: 'published.service',
    where: 'page',
    keys: ['id'],
    columns: ['facts'],
    of: byTown(),
    about: serviceOf('id'),
  },
  {
    table: 'office.draft_page',
    where: 'drafts',
    keys: ['authority'],
    columns: ['introduction'],
    of: byTown(),
    about: () => ({ type: 'introduction' }),
  },
  {
    table: 'office.draft_answer',
    where: 'drafts',
    keys: ['authority', 'kind'],
    columns: ['answer'],
    of: byTown(),
    about: ({ kind }) => ({ type: 'answer', id: `${kind}` }),
  },
  {
    table: 'office.draft_service',
    where: 'drafts',
    keys: ['id', 'authority'],
    columns: ['facts', 'source', 'source_id'],
    of: byTown(),
    about: serviceOf('id'),
  },
  {
    table: 'office.change',
    where: 'history',
    keys: ['record', 'thing', 'thing_id'],
    columns: ['before', 'after'],
    of: byTown(),
    about: changed,
  },
  { table: 'office.approval', where: 'notes', keys: ['id'], columns: ['note', 'answer'], of: byTown() },
  {
    table: 'office.contact_change',
    where: 'history',
    keys: ['id', 'service'],
    columns: ['name', 'before', 'after'],
    of: byTown(),
    about: serviceOf('service'),
  },
]

const standardOf = (reach: Reach) => sql`owner_type = 'authority' and ${byTown('owner')(reach)}`

const around: readonly Held[] = [
  {
    table: 'office.provider_contact',
    where: 'provider',
    keys: ['service'],
    columns: ['email', 'deputy_email', 'postal', 'email_refusal', 'deputy_refusal'],
    of: byTown(),
    about: serviceOf('service'),
  },
  {
    table: 'office.provider_change',
    where: 'provider',
    keys: ['id', 'service'],
    columns: ['change'],
    of: byTown(),
    about: serviceOf('service'),
  },
  { table: 'office.letter_sender', where: 'notes', keys: ['authority'], columns: ['lines'], of: byTown() },
  { table: 'published.standard_text', where: 'standards', keys: ['id'], columns: ['words'], of: standardOf },
  {
    table: 'published.standard_version',
    where: 'standards',
    keys: ['standard', 'version'],
    columns: ['words'],
    of: (reach) => sql`standard in (select id from published.standard_text where ${standardOf(reach)})`,
  },
  { table: 'office.standard_draft', where: 'standards', keys: ['id'], columns: ['words'], of: standardOf },
  { table: 'office.question', where: 'questions', keys: ['id'], columns: ['subject'], of: byTown() },
  {
    table: 'office.question_message',
    where: 'questions',
    keys: ['id'],
    columns: ['text', 'quoted'],
    // A note of the association is none of the town's business.
    of: (reach) => sql`not note and question in (select id from office.question where ${byTown()(reach)})`,
  },
  { table: 'office.service_feed', where: 'lists', keys: ['id'], columns: ['source'], of: byTown() },
  { table: 'office.import_columns', where: 'lists', keys: ['id'], columns: ['choice', 'headings'], of: byTown() },
  { table: 'notifications.kept', where: 'mails', keys: ['id'], columns: ['text'], of: peopleOf },
  {
    table: 'jobs.job',
    where: 'mails',
    keys: ['name', 'id'],
    columns: ['data'],
    of: ({ mailboxes }) => sql`name in ('mail.send', 'mail.send-one-of-many')
      and lower(data->>'to') = any(${mailboxes}::text[])`,
  },
]

/** What machines have found; they find it anew. Read last. */
const found: readonly Held[] = [
  {
    table: 'office.finding',
    where: 'checks',
    keys: ['id', 'thing', 'thing_id'],
    columns: ['value', 'seen'],
    of: byTown(),
    about: changed,
    goes: true,
  },
  {
    table: 'office.web_address',
    where: 'checks',
    keys: ['sha256'],
    columns: ['url', 'seen', 'leads_to'],
    of: (_, links) => sql`sha256 in (
      select encode(sha256(convert_to(link, 'UTF8')), 'hex') from unnest(${links}::text[]) as link)`,
    goes: true,
  },
  {
    table: 'office.website_look',
    where: 'checks',
    keys: ['authority'],
    columns: ['address', 'findings'],
    of: byTown(),
    goes: true,
  },
  {
    table: 'office.site_finding',
    where: 'checks',
    keys: ['authority'],
    columns: ['found_address', 'sentence', 'unseen_detail', 'said_address'],
    of: byTown(),
    goes: true,
  },
]

export const heldWords: readonly Held[] = [...written, ...around, ...heldInPlans, ...heldInSigning, ...found]

/** The town, those that were merged into it or split up for it, and the mailboxes around them. */
export async function readReach(db: Db, authority: string): Promise<Reach> {
  const { rows } = await sql<{ id: string }>`
    with recursive line (id) as (
      select ${authority}::uuid
      union
      select earlier.id from line join lateral (
        select id from published.authority where successor = line.id
        union all
        select split.authority from published.split_part split
          join published.authority whole on whole.id = split.authority and whole.status <> 'active'
          where split.part = line.id
      ) earlier on true
    )
    select id from line`.execute(db)
  const towns = rows.map(({ id }) => id)
  const boxes = await sql<{ email: string }>`
    select lower(email) as email from accounts.person
      where id in (select person from accounts.role where authority = any(${towns}::uuid[]))
    union
    select lower(box) from office.provider_contact, unnest(array[email, deputy_email]) as box
      where box is not null and authority = any(${towns}::uuid[])`.execute(db)
  return { towns, mailboxes: boxes.rows.map(({ email }) => email) }
}
