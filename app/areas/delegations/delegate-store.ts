/** People of delegations, and when they can be registered. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { Delegate, Person, Registration, Sender } from './schema.ts'

export interface By {
  readonly person: string | null
  readonly at: Temporal.Instant
}

const moment = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

/** One who changes who comes to a meeting at a time: places move up in order. */
export async function lockDelegations(tx: Tx, meeting: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`delegations ${meeting}`}, 0))`.execute(tx)
}

const quotas = z.record(z.string(), z.int().min(0))

export async function readRegistration(db: Db, meeting: string): Promise<Registration> {
  const { rows } = await sql<Registration>`
    select opens::text, closes::text, quotas, conference, revision
    from office.meeting_registration where meeting = ${meeting}`.execute(db)
  const [row] = rows
  if (!row) return { opens: null, closes: null, quotas: {}, conference: '', revision: 0 }
  return { ...row, quotas: quotas.parse(row.quotas) }
}

/** Whether the host has said from when people are registered. */
export const hasRegistration = async (db: Db, meeting: string): Promise<boolean> =>
  (await readRegistration(db, meeting)).opens !== null

export async function writeRegistration(
  tx: Tx,
  meeting: string,
  { opens, closes, quotas: places, conference }: Omit<Registration, 'revision'>,
  { at }: By,
): Promise<void> {
  await sql`
    insert into office.meeting_registration (meeting, opens, closes, quotas, conference, changed_at)
    values (${meeting}, ${opens}, ${closes}, ${JSON.stringify(places)}, ${conference}, ${moment(at)})
    on conflict (meeting) do update set opens = excluded.opens, closes = excluded.closes, quotas = excluded.quotas,
      conference = excluded.conference, changed_at = excluded.changed_at,
      revision = office.meeting_registration.revision + 1`.execute(tx)
}

type Row = Omit<Delegate, 'sender'> & Readonly<Record<Sender['kind'], string | null>>

/** The columns that say whose they are. */
const columnsOf = ({ kind, id }: Sender) => ({ authority: null, association: null, guest: null, [kind]: id })

function senderOf({ authority, association, guest }: Pick<Row, Sender['kind']>): Sender {
  if (authority !== null) return { kind: 'authority', id: authority }
  return association === null ? { kind: 'guest', id: guest ?? '' } : { kind: 'association', id: association }
}

async function select(db: Db, where: ReturnType<typeof sql>): Promise<Delegate[]> {
  const { rows } = await sql<Row>`
    select id, meeting, authority, association, guest, name, child, function, email, languages, diet, diet_note as "dietNote", access,
      access_note as "accessNote", companion, arrives::text, leaves::text, visa, age_group as "ageGroup", adult,
      safeguarding, place_since is not null as "hasPlace", revision
    from office.delegate where ${where} order by registered_at, id`.execute(db)
  return rows.map((row) => {
    const { authority: _, association: __, guest: ___, ...rest } = row
    return { ...rest, sender: senderOf(row) } as Delegate
  })
}

/** In the order in which they were registered. */
export const delegationOf = (db: Db, meeting: string, { kind, id }: Sender): Promise<Delegate[]> =>
  select(db, sql`meeting = ${meeting} and ${sql.ref(kind)} = ${id}`)

/** Of all delegations. */
export const delegatesOf = (db: Db, meeting: string): Promise<Delegate[]> => select(db, sql`meeting = ${meeting}`)

/** Who sends somebody that has a place. */
export async function sendersAt(db: Db, meeting: string): Promise<Sender[]> {
  const { rows } = await sql<Pick<Row, Sender['kind']>>`
    select distinct authority, association, guest from office.delegate
    where meeting = ${meeting} and place_since is not null`.execute(db)
  return rows.map(senderOf)
}

export async function readDelegate(db: Db, id: string): Promise<Delegate | undefined> {
  return (await select(db, sql`id = ${id}`))[0]
}

function valuesOf(person: Person, { at }: By) {
  const { name, child, languages, diet, dietNote, access, accessNote, arrives, leaves } = person
  return {
    ...{ name, child, languages: [...languages], diet, diet_note: dietNote, access: [...access], arrives, leaves },
    access_note: accessNote,
    ...(person.child
      ? { function: '', email: '', companion: '', visa: false }
      : { function: person.function, email: person.email, companion: person.companion, visa: person.visa }),
    age_group: person.child ? person.ageGroup : null,
    adult: person.child ? person.adult : null,
    safeguarding: person.child ? person.safeguarding : null,
    consented_at: person.child ? moment(at) : null,
  }
}

/** On the waiting list, until somebody moves it up. @returns false where it was there already. */
export async function insertDelegate(
  tx: Tx,
  { id, meeting, sender, person }: Pick<Delegate, 'id' | 'meeting' | 'sender'> & { readonly person: Person },
  by: By,
): Promise<boolean> {
  const stamps = { registered_at: moment(by.at), changed_at: moment(by.at), changed_by: by.person }
  const done = await tx
    .insertInto('office.delegate')
    .values({ id, meeting, ...columnsOf(sender), ...valuesOf(person, by), ...stamps })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Consent that was given stays dated as it was. */
export async function updateDelegate(tx: Tx, id: string, person: Person, by: By): Promise<void> {
  const { consented_at: _, ...values } = valuesOf(person, by)
  await tx
    .updateTable('office.delegate')
    .set({ ...values, changed_at: moment(by.at), changed_by: by.person, revision: sql`revision + 1` })
    .where('id', '=', id)
    .execute()
}

export async function deleteDelegate(tx: Tx, id: string): Promise<void> {
  await sql`delete from office.delegate where id = ${id}`.execute(tx)
}

export async function givePlaces(tx: Tx, ids: readonly string[], at: Temporal.Instant): Promise<void> {
  await sql`update office.delegate set place_since = ${moment(at)} where id = any(${ids}::uuid[])`.execute(tx)
}
