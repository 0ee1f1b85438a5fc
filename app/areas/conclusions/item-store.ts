/** What became of conclusions: notes with dates, only ever added; and what everybody reads of them. */
import { sql } from 'kysely'
import type { Db, ReadDb, Tx } from '../../platform/db/tables.ts'
import type { ItemState, OwnerKind, Translations } from './conclusion-rules.ts'
import type { AdoptedDocument, Written } from './conclusion-store.ts'

export interface Note {
  readonly id: string
  readonly conclusion: string
  readonly state: ItemState
  readonly note: string
  readonly toldOn: string
  readonly toldKind: OwnerKind
  /** Year of the meeting at which it was looked at. */
  readonly year: number | null
}

const noteColumns = sql`
  n.id, n.conclusion, n.state, n.note, n.told_on::text "toldOn", n.told_kind "toldKind", m.year`

/** The newest first. */
export async function readNotes(db: Db, conclusions: readonly string[]): Promise<Note[]> {
  const { rows } = await sql<Note>`
    select ${noteColumns} from office.conclusion_note n left join published.meeting m on m.id = n.meeting
    where n.conclusion = any(${[...conclusions]}::uuid[]) order by n.told_at desc, n.id desc`.execute(db)
  return rows
}

export async function insertNote(
  tx: Tx,
  { meeting, ...note }: Omit<Note, 'year'> & { readonly meeting: string | null },
  { at, person }: Written,
): Promise<boolean> {
  const { id, conclusion, state, note: text, toldOn, toldKind } = note
  const { numAffectedRows } = await sql`
    insert into office.conclusion_note (id, conclusion, state, note, told_on, told_at, told_by, told_kind, meeting)
    values (${id}, ${conclusion}, ${state}, ${text}, ${toldOn}::date, ${at}, ${person}, ${toldKind}, ${meeting})
    on conflict do nothing`.execute(tx)
  return (numAffectedRows ?? 0n) > 0n
}

export async function insertLook(
  tx: Tx,
  look: { readonly conclusion: string; readonly meeting: string; readonly on: string; readonly state: ItemState },
): Promise<void> {
  await sql`
    insert into published.conclusion_look (conclusion, meeting, looked_on, state)
    select ${look.conclusion}, ${look.meeting}, ${look.on}::date, ${look.state}
    where exists (select from published.conclusion where id = ${look.conclusion}) on conflict do nothing`.execute(tx)
}

export async function publishSet(tx: Tx, meeting: string, at: Date): Promise<void> {
  await sql`
    insert into published.conclusion_set (meeting, document, sha256, published_at)
    select meeting, document, sha256, ${at} from office.conclusion_set where meeting = ${meeting}`.execute(tx)
  await syncPublished(tx, meeting)
}

/** What changes after publication; translations of an earlier text are not shown. Whoever has not agreed is not named: until then the secretariat answers for it. */
export async function syncPublished(tx: Tx, meeting: string): Promise<void> {
  await sql`
    insert into published.conclusion (id, meeting, position, translations, owner_kind, authority, association, due, state,
      state_on)
    select id, meeting, position,
      (select coalesce(jsonb_object_agg(key, value), '{}'::jsonb) from jsonb_each(translations)
        where (value ->> 'revision')::integer = body_revision),
      case when agreed_at is null then 'secretariat' else owner_kind end,
      case when agreed_at is null then null else authority end, case when agreed_at is null then null else association end,
      due, state, state_on
    from office.conclusion
    where meeting = ${meeting} and removed_at is null
      and exists (select from published.conclusion_set s where s.meeting = ${meeting})
    on conflict (id) do update set translations = excluded.translations, owner_kind = excluded.owner_kind,
      authority = excluded.authority, association = excluded.association, due = excluded.due, state = excluded.state,
      state_on = excluded.state_on`.execute(tx)
}

export interface PublishedItem {
  readonly id: string
  readonly translations: Translations
  readonly ownerKind: OwnerKind
  readonly authority: string | null
  readonly association: string | null
  readonly due: string | null
  readonly state: ItemState
  readonly stateOn: string
}

export interface PublishedSet {
  readonly document: AdoptedDocument
  readonly sha256: string
  readonly items: readonly PublishedItem[]
  readonly looks: readonly Look[]
}

interface Look {
  readonly conclusion: string
  readonly year: number
  readonly on: string
  readonly state: ItemState
}

export async function readPublished(db: ReadDb, meeting: string): Promise<PublishedSet | undefined> {
  const { rows } = await sql<{ document: AdoptedDocument; sha256: string }>`
    select document, sha256 from published.conclusion_set where meeting = ${meeting}`.execute(db)
  const [set] = rows
  if (!set) return undefined
  const items = await sql<PublishedItem>`
    select id, translations, owner_kind "ownerKind", authority, association, due::text, state, state_on::text "stateOn"
    from published.conclusion where meeting = ${meeting} order by position`.execute(db)
  const looks = await sql<Look>`
    select l.conclusion, m.year, l.looked_on::text as on, l.state
    from published.conclusion_look l join published.conclusion c on c.id = l.conclusion
    join published.meeting m on m.id = l.meeting where c.meeting = ${meeting} order by m.year`.execute(db)
  return { ...set, items: items.rows, looks: looks.rows }
}
