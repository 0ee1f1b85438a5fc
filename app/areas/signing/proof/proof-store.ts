/** How offices show that they speak for the body that signs. Of codes there are hashes alone. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/tables.ts'
import { newId } from '../../../platform/ids.ts'
import type { ProofState, ProofWay } from './proof-rules.ts'

export interface Proof extends ProofState {
  readonly id: string
  readonly application: string
  readonly association: string | null
  readonly domain: string | null
  readonly printings: number
  readonly askedAt: Temporal.Instant
  readonly givenBy: string | null
  readonly declinedAt: Temporal.Instant | null
}

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)
const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime())
const moment = (at: Date | null) => at && instant(at)

const proofs = (db: Db) =>
  db
    .selectFrom('office.pact_proof')
    .select([
      ...(['id', 'application', 'way', 'association', 'domain', 'code_sha256', 'expires_at'] as const),
      ...(['wrong_codes', 'printings', 'asked_at', 'given_at', 'given_by', 'declined_at'] as const),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof proofs>['execute']>>[number]

const proofOf = (row: Row): Proof => ({
  ...{ id: row.id, application: row.application, way: row.way, association: row.association, domain: row.domain },
  ...{ codeSha256: row.code_sha256, wrongCodes: row.wrong_codes, printings: row.printings, givenBy: row.given_by },
  expiresAt: moment(row.expires_at),
  askedAt: instant(row.asked_at),
  givenAt: moment(row.given_at),
  declinedAt: moment(row.declined_at),
})

export async function proofsOf(db: Db, applications: readonly string[]): Promise<Proof[]> {
  if (applications.length === 0) return []
  return (await proofs(db).where('application', 'in', applications).orderBy('asked_at').execute()).map(proofOf)
}

interface Asked {
  readonly way: ProofWay
  readonly association: string | null
  readonly by: string | null
  readonly at: Temporal.Instant
}

/** @returns the proof, a new one or one that was asked for before. */
export async function askProof(tx: Tx, application: string, asked: Asked): Promise<{ id: string; fresh: boolean }> {
  const { way, association, by, at } = asked
  const added = await tx
    .insertInto('office.pact_proof')
    .values({
      ...{ id: newId(), application, way, association, domain: null, code_sha256: null, expires_at: null },
      ...{ asked_at: date(at), asked_by: by, given_at: null, given_by: null, declined_at: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added) return { id: added.id, fresh: true }
  const known = await proofs(tx)
    .where('application', '=', application)
    .where('way', '=', way)
    .where(sql<boolean>`association is not distinct from ${association}`)
    .executeTakeFirstOrThrow()
  return { id: known.id, fresh: false }
}

/** From now on this code is good, and none before. */
export async function writeCode(
  tx: Tx,
  id: string,
  code: { readonly sha256: string; readonly expiresAt: Temporal.Instant; readonly domain?: string },
  at: Temporal.Instant,
): Promise<void> {
  const { sha256, expiresAt, domain } = code
  await tx
    .updateTable('office.pact_proof')
    .set({
      ...{ code_sha256: sha256, expires_at: date(expiresAt), wrong_codes: 0, asked_at: date(at) },
      ...(domain === undefined ? {} : { domain }),
    })
    .where('id', '=', id)
    .execute()
}

export async function notePrinting(tx: Tx, id: string): Promise<void> {
  const printed = tx.updateTable('office.pact_proof').set(({ eb }) => ({ printings: eb('printings', '+', 1) }))
  await printed.where('id', '=', id).execute()
}

/** Whoever guesses uses up each code of the application. */
export async function noteWrongCode(tx: Tx, application: string): Promise<void> {
  await tx
    .updateTable('office.pact_proof')
    .set(({ eb }) => ({ wrong_codes: eb('wrong_codes', '+', 1) }))
    .where('application', '=', application)
    .where('code_sha256', 'is not', null)
    .where('given_at', 'is', null)
    .execute()
}

export async function giveProof(tx: Tx, id: string, by: { person: string | null; at: Temporal.Instant }) {
  await tx
    .updateTable('office.pact_proof')
    .set({ given_at: date(by.at), given_by: by.person, declined_at: null, code_sha256: null })
    .where('id', '=', id)
    .execute()
}

export async function declineProof(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('office.pact_proof')
    .set({ declined_at: date(at) })
    .where('id', '=', id)
    .execute()
}

/** Whoever follows has to show anew that it may. */
export async function deleteProofs(tx: Tx, application: string): Promise<void> {
  await tx.deleteFrom('office.pact_proof').where('application', '=', application).execute()
}

/** What associations are asked to confirm and have not answered. */
export async function proofsToConfirm(db: Db, associations: readonly string[]): Promise<Proof[]> {
  if (associations.length === 0) return []
  const rows = proofs(db)
    .where('association', 'in', associations)
    .where('given_at', 'is', null)
    .where('declined_at', 'is', null)
  return (await rows.orderBy('asked_at').execute()).map(proofOf)
}

/** Id of the application that an association is asked about. */
export async function applicationAsked(db: Db, proof: string, association: string): Promise<string | undefined> {
  const asked = db.selectFrom('office.pact_proof').select('application').where('id', '=', proof)
  return (await asked.where('association', '=', association).executeTakeFirst())?.application
}

/** Letters that are to be printed, for what is handed in. */
export async function lettersToPrint(db: Db): Promise<Proof[]> {
  const handedIn = db
    .selectFrom('office.pact_application')
    .select('id')
    .where('status', 'in', ['submitted', 'returned'])
  const rows = proofs(db)
    .where('way', '=', 'letter')
    .where('given_at', 'is', null)
    .where('printings', '=', 0)
    .where('application', 'in', handedIn)
  return (await rows.orderBy('asked_at').execute()).map(proofOf)
}

export async function checkedDomain(db: Db, application: string): Promise<string | undefined> {
  const row = db.selectFrom('office.pact_domain').select('domain').where('application', '=', application)
  return (await row.executeTakeFirst())?.domain
}

/** @returns false where it was checked already. */
export async function writeDomain(
  tx: Tx,
  application: string,
  domain: string,
  by: { readonly person: string | null; readonly at: Temporal.Instant },
): Promise<boolean> {
  const values = { domain, checked_at: date(by.at), checked_by: by.person }
  const written = await tx
    .insertInto('office.pact_domain')
    .values({ application, ...values })
    .onConflict((conflict) =>
      conflict.column('application').doUpdateSet(values).where('office.pact_domain.domain', '<>', domain),
    )
    .returning('application')
    .execute()
  return written.length === 1
}
