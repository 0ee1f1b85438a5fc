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

type Cells = Readonly<Record<string, unknown>>

export interface Held {
  readonly table: string
  readonly where: Where
  /** By which a row is found again. */
  readonly keys: readonly string[]
  readonly columns: readonly string[]
  readonly of: (reach: Reach) => RawBuilder<unknown>
  readonly about?: (row: Cells) => About | undefined
  /** A row goes as a whole: it is made anew by itself. */
  readonly goes?: true
  /** Rows that are read at once; 200 when left out. */
  readonly atOnce?: number
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

const written: readonly Held[] = [
  {
    table: 'published.snapshot',
    where: 'versions',
    keys: ['authority', 'version'],
    columns: ['document'],
    of: byTown(),
    // Whole pages of a town.
    atOnce: 1,
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
  { table: 'office.import_columns', where: 'lists', keys: ['authority'], columns: ['choice'], of: byTown() },
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

/** Web addresses within words, as the nightly check finds them; of JSON as it is written. */
const linkInJson = String.raw`https?://[^\s<>"'()\[\]{}\\]+`
const endOfSentence = '[.,;:!?،؛؟]+$'

/** What machines have found; they find it anew. */
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
    of: (reach) => sql`url in (
      select link from published.service, unnest(array[facts->>'web', facts->>'chat']) as link
      where link is not null and ${byTown()(reach)}
      union select * from (
        select regexp_replace(link[1], ${endOfSentence}, '') from (
          select document::text as words from published.snapshot where ${byTown()(reach)}
          union all select words::text from published.standard_text where ${standardOf(reach)}
        ) as said, regexp_matches(words, ${linkInJson}, 'g') as link
      ) as in_words)`,
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

/** What the words of a row are about: of a version, each of its things for itself. */
function partsOf(held: Held, row: Cells): readonly HeldPart[] {
  const cells = Object.fromEntries(held.columns.map((column) => [column, row[column]]))
  if (held.table !== 'published.snapshot') return [{ about: held.about?.(row), value: cells }]
  const document = row['document'] as {
    introduction?: unknown
    answers: readonly { readonly kind: string }[]
    services: readonly { readonly id: string }[]
  }
  return [
    { about: { type: 'introduction' }, value: document.introduction },
    ...document.answers.map((one) => ({ about: { type: 'answer' as const, id: one.kind }, value: one })),
    ...document.services.map((one) => ({ about: { type: 'service' as const, id: one.id }, value: one })),
  ]
}

/** What is said of one thing. */
export interface HeldPart {
  readonly about: About | undefined
  readonly value: unknown
}

export interface HeldRow {
  readonly held: Held
  readonly keys: readonly unknown[]
  readonly parts: readonly HeldPart[]
}

const named = (columns: readonly string[]) => sql.join(columns.map((column) => sql.ref(column)))

/** Rows with these keys. */
export function withKeys(keys: readonly string[], rows: readonly (readonly unknown[])[]): RawBuilder<unknown> {
  return sql`(${named(keys)}) in (${sql.join(rows.map((values) => sql`(${sql.join(values)})`))})`
}

/** Row by row, so that a town with many versions needs the memory of one. */
export async function* heldRows(
  db: Db,
  reach: Reach,
  isSought: (held: Held) => boolean = () => true,
): AsyncGenerator<HeldRow> {
  for (const held of heldWords.filter(isSought)) {
    const { table, keys, columns, atOnce = 200 } = held
    const all = await sql<Cells>`select ${named(keys)} from ${sql.table(table)} where ${held.of(reach)}`.execute(db)
    for (let from = 0; from < all.rows.length; from += atOnce) {
      const some = all.rows.slice(from, from + atOnce).map((row) => keys.map((key) => row[key]))
      const { rows } = await sql<Cells>`
        select ${named([...new Set([...keys, ...columns])])} from ${sql.table(table)}
        where ${withKeys(keys, some)}`.execute(db)
      for (const row of rows) yield { held, keys: keys.map((key) => row[key]), parts: partsOf(held, row) }
    }
  }
}

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
