/** Where members are written to. */
import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/tables.ts'
import type { ContactRow } from '../schema.ts'
import { wantsNone } from '../stop/no-letters-store.ts'
import type { Contact, ContactCounts, ListChanges } from './contact-rules.ts'

/** A member and its contact, if there is one. */
export interface ListedMember {
  readonly id: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  /** The area it lies in, to tell namesakes apart. */
  readonly area: string | null
  readonly contact: Contact | undefined
  /** The association has noted that its office wants no letters. */
  readonly wantsNone: boolean
}

/** The hash under which an address stands among those that want no letters; as `addressHash`. */
export const hashIn = (association: RawBuilder<unknown>, email: RawBuilder<unknown>) =>
  sql`encode(sha256(convert_to(${association}::text || ' ' || ${email}, 'UTF8')), 'hex')`

export const hashOf = (association: string, email: RawBuilder<unknown>) => hashIn(sql`${association}`, email)

type Row = {
  id: string
  name: string
  names: Record<string, string>
  area: string | null
  office: string | null
  email: string | null
  postal: string | null
  language: string | null
  revision: number | null
  refused_at: Date | null
  refusal: string | null
  stopped: boolean
  wants_none: boolean
}

function memberOf(row: Row): ListedMember {
  const { id, name, names, area, office, email, postal, language, revision, refused_at: at, refusal, stopped } = row
  const refused =
    at && refusal !== null ? { at: Temporal.Instant.fromEpochMilliseconds(at.getTime()), answer: refusal } : undefined
  const contact =
    office === null || revision === null
      ? undefined
      : { authority: id, office, email, postal, language, revision, refused, stopped }
  return { id, name, names, area, contact, wantsNone: row.wants_none }
}

const memberRows = (association: string) => sql`
  select town.id, town.name, town.names, (
      select area.name from published.authority_area link join published.authority area on area.id = link.area
      where link.authority = town.id and area.kind <> 'country'
      order by array_position(array['district', 'region', 'joint', 'municipality'], area.kind), area.name limit 1
    ) as area, contact.office, contact.email, contact.postal, contact.language,
    contact.revision, contact.refused_at, contact.refusal,
    ${wantsNone(sql`member.association`, sql`town.id`)} as wants_none,
    exists (select from office.letters_stopped stopped where stopped.association = ${association}::uuid
      and stopped.address_sha256 = ${hashOf(association, sql`contact.email`)}) as stopped
  from published.association_member member
    join published.authority town on town.id = member.authority and town.status = 'active'
    left join office.town_contact contact on contact.association = member.association and contact.authority = town.id
  where member.association = ${association}::uuid`

/** By name; those without an address, and those whose address was refused, come first: they are to be seen to. */
export async function listContacts(
  db: Db,
  association: string,
  part: { readonly from: number; readonly most: number },
): Promise<ListedMember[]> {
  const { rows } = await sql<Row>`
    select * from (${memberRows(association)}) listed
    order by (refused_at is null), (office is not null), name, id offset ${part.from} limit ${part.most}`.execute(db)
  return rows.map(memberOf)
}

/** Whoever changes the same contact at the same moment waits. */
export async function lockContact(tx: Tx, association: string, authority: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`town contact ${association} ${authority}`}, 0))`.execute(
    tx,
  )
}

export async function readMember(db: Db, association: string, authority: string): Promise<ListedMember | undefined> {
  const { rows } = await sql<Row>`
    select * from (${memberRows(association)}) listed where id = ${authority}::uuid`.execute(db)
  return rows.map(memberOf)[0]
}

export async function countContacts(db: Db, association: string): Promise<ContactCounts> {
  const { rows } = await sql<ContactCounts>`
    select count(*)::int as members, count(*) filter (where email is not null and refused_at is null)::int as mail,
      count(*) filter (where postal is not null and (email is null or refused_at is not null))::int as letter,
      count(*) filter (where refused_at is not null)::int as refused, count(*) filter (where stopped)::int as stopped
    from (${memberRows(association)}) listed`.execute(db)
  return rows[0] ?? { members: 0, mail: 0, letter: 0, refused: 0, stopped: 0 }
}

interface Edit {
  readonly at: Temporal.Instant
  readonly person: string | null
}

/** What was refused or went there before is forgotten where the address is another one, or is given anew. */
export async function writeContact(
  tx: Tx,
  association: string,
  { authority, ...contact }: ContactRow,
  revision: number,
  { at, person }: Edit,
): Promise<void> {
  const changed = { changed_at: new Date(at.epochMilliseconds), changed_by_person: person }
  const values = { ...contact, ...changed, revision, refused_at: null, refusal: null }
  await tx
    .insertInto('office.town_contact')
    .values({ association, authority, ...values })
    .onConflict((conflict) => conflict.columns(['association', 'authority']).doUpdateSet(values))
    .execute()
}

export async function deleteContact(tx: Tx, association: string, authority: string): Promise<void> {
  await tx
    .deleteFrom('office.town_contact')
    .where('association', '=', association)
    .where('authority', '=', authority)
    .execute()
}

const given = (rows: readonly ContactRow[]) => sql`
  jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as given (authority uuid, office text, email text, postal text, language text)`

/** What taking a list over would do. */
export async function compareList(db: Db, association: string, rows: readonly ContactRow[]): Promise<ListChanges> {
  const { rows: counted } = await sql<ListChanges>`
    select count(*) filter (where contact.authority is null)::int as added,
      count(*) filter (where contact.authority is not null and (contact.office, contact.email, contact.postal, contact.language)
        is distinct from (given.office, given.email, given.postal, given.language))::int as changed,
      count(*) filter (where contact.authority is not null and (contact.office, contact.email, contact.postal, contact.language)
        is not distinct from (given.office, given.email, given.postal, given.language))::int as same
    from ${given(rows)} left join office.town_contact contact
      on contact.association = ${association}::uuid and contact.authority = given.authority`.execute(db)
  return counted[0] ?? { added: 0, changed: 0, same: 0 }
}

/** Of members alone: some may have left since the list was looked at. */
export async function takeOver(tx: Tx, association: string, rows: readonly ContactRow[], edit: Edit): Promise<void> {
  await sql`
    insert into office.town_contact as contact
      (association, authority, office, email, postal, language, changed_at, changed_by_person)
    select ${association}::uuid, given.authority, given.office, given.email, given.postal, given.language,
      ${new Date(edit.at.epochMilliseconds)}::timestamptz, ${edit.person}::uuid
    from ${given(rows)} join published.association_member member
      on member.association = ${association}::uuid and member.authority = given.authority
    on conflict (association, authority) do update set office = excluded.office, email = excluded.email,
      postal = excluded.postal, language = excluded.language, changed_at = excluded.changed_at,
      changed_by_person = excluded.changed_by_person, revision = contact.revision + 1, refused_at = null, refusal = null
    where (contact.office, contact.email, contact.postal, contact.language)
      is distinct from (excluded.office, excluded.email, excluded.postal, excluded.language)`.execute(tx)
}

/** Members by what a list may call them. */
export async function memberKeys(
  db: Db,
  association: string,
): Promise<{ readonly id: string; readonly codes: readonly string[]; readonly names: readonly string[] }[]> {
  const { rows } = await sql<{ id: string; codes: string[]; names: string[] }>`
    select town.id,
      array(select code from published.authority_code where authority = town.id and valid_from <= current_date
        and current_date < valid_to) as codes,
      array(select folded from published.authority_name where authority = town.id and kind <> 'former') as names
    from published.association_member member
      join published.authority town on town.id = member.authority and town.status = 'active'
    where member.association = ${association}::uuid`.execute(db)
  return rows
}

/** Notes that a mail server took nothing for an address. */
export async function markRefused(
  tx: Tx,
  association: string,
  authority: string,
  { email, at, answer }: { readonly email: string; readonly at: Temporal.Instant; readonly answer: string },
): Promise<void> {
  await tx
    .updateTable('office.town_contact')
    .set({ refused_at: new Date(at.epochMilliseconds), refusal: answer })
    .where('association', '=', association)
    .where('authority', '=', authority)
    .where('email', '=', email)
    .execute()
}

export async function markUsed(tx: Tx, association: string, authority: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('office.town_contact')
    .set({ used_at: new Date(at.epochMilliseconds) })
    .where('association', '=', association)
    .where('authority', '=', authority)
    .execute()
}

/** What is known of how to write to an authority that is no more. */
export async function forgetContactsOf(tx: Tx, authority: string): Promise<void> {
  await tx.deleteFrom('office.town_contact').where('authority', '=', authority).execute()
  await tx.deleteFrom('office.no_letters').where('authority', '=', authority).execute()
}

/** Members whose name holds what was typed; those that begin with it first. @param folded forms of what was typed. */
export async function findMembers(
  db: Db,
  association: string,
  folded: readonly string[],
  most: number,
): Promise<ListedMember[]> {
  const forms = folded.map((form) => form.replace(/[%_\\]/g, ''))
  const [within, beginning] = [forms.map((form) => `%${form}%`), forms.map((form) => `${form}%`)]
  const { rows } = await sql<Row>`
    select * from (${memberRows(association)}) listed
    where id in (select authority from published.authority_name where folded like any(${within}::text[]))
    order by not exists (select from published.authority_name known
      where known.authority = listed.id and known.folded like any(${beginning}::text[])), name, id limit ${most}`.execute(
    db,
  )
  return rows.map(memberOf)
}
