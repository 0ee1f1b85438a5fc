/** Translations that are under way. */
import type { Db, Tx } from '../../platform/db/tables.ts'
import { type KeptFile, keptFile } from '../../platform/files/file-types.ts'
import type { OfferWords } from './offer-form.ts'

export interface Offer extends OfferWords {
  readonly id: string
  readonly resource: string
  readonly language: string
  readonly madeFrom: number
  readonly association: string | null
  readonly file: KeptFile | null
  readonly state: 'draft' | 'sent' | 'returned' | 'published'
  readonly revision: number
  readonly reasons: string
  readonly begunBy: string | null
  readonly changedBy: string | null
  readonly changedAt: Temporal.Instant
}

const offers = (db: Db) =>
  db
    .selectFrom('office.resource_offer')
    .select(['id', 'resource', 'language', 'made_from', 'association', 'state', 'title', 'summary', 'body', 'link'])
    .select(['file', 'revision', 'reasons', 'begun_by', 'changed_by', 'changed_at'])

function offerOf({
  made_from,
  begun_by,
  changed_by,
  changed_at,
  ...row
}: Awaited<ReturnType<ReturnType<typeof offers>['execute']>>[number]): Offer {
  const changedAt = Temporal.Instant.fromEpochMilliseconds(changed_at.getTime())
  return {
    ...row,
    file: keptFile.nullable().parse(row.file),
    madeFrom: made_from,
    begunBy: begun_by,
    changedBy: changed_by,
    changedAt,
  }
}

export async function readOffer(db: Db, id: string): Promise<Offer | undefined> {
  const row = await offers(db).where('id', '=', id).executeTakeFirst()
  return row && offerOf(row)
}

export async function lockOffer(tx: Tx, id: string): Promise<Offer | undefined> {
  const row = await offers(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && offerOf(row)
}

/** What an office has under way. @param association null: the secretariat. */
export async function openOffers(db: Db, association: string | null): Promise<Offer[]> {
  const rows = await offers(db)
    .where('association', 'is not distinct from', association)
    .where('state', '<>', 'published')
    .orderBy('changed_at', 'desc')
    .execute()
  return rows.map(offerOf)
}

export async function openOffer(
  db: Db,
  { resource, language, association }: Pick<Offer, 'resource' | 'language' | 'association'>,
): Promise<Offer | undefined> {
  return (await openOffers(db, association)).find((one) => one.resource === resource && one.language === language)
}

/** Those that wait for a decision, the oldest first. */
export async function waitingOffers(db: Db): Promise<Offer[]> {
  const rows = await offers(db).where('state', '=', 'sent').orderBy('changed_at').execute()
  return rows.map(offerOf)
}

const made = ({ by, at }: Made) => ({ changed_at: new Date(at.epochMilliseconds), changed_by: by })
export interface Made {
  readonly by: string | null
  readonly at: Temporal.Instant
}

export type OfferGiven = OfferWords &
  Pick<Offer, 'id' | 'resource' | 'language' | 'madeFrom' | 'association' | 'file'> & {
    readonly state: 'draft' | 'sent'
  }

/** @returns false where the office has one under way. */
export async function insertOffer(tx: Tx, { madeFrom, ...given }: OfferGiven, by: Made): Promise<boolean> {
  const { changed_at, changed_by } = made(by)
  const added = await tx
    .insertInto('office.resource_offer')
    .values({
      ...given,
      file: given.file && JSON.stringify(given.file),
      made_from: madeFrom,
      changed_at,
      changed_by,
      begun_at: changed_at,
      begun_by: changed_by,
      decided_at: null,
      decided_by: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return added.length > 0
}

export async function updateOffer(
  tx: Tx,
  { id, madeFrom, title, summary, body, link, file, state }: OfferGiven,
  by: Made,
): Promise<void> {
  await tx
    .updateTable('office.resource_offer')
    .set({ title, summary, body, link, state, made_from: madeFrom, ...made(by), decided_at: null, decided_by: null })
    .set({ file: file && JSON.stringify(file) })
    .set((of) => ({ revision: of('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function decideOffer(
  tx: Tx,
  id: string,
  { state, reasons }: { readonly state: 'returned' | 'published'; readonly reasons: string },
  { by, at }: Made,
): Promise<void> {
  await tx
    .updateTable('office.resource_offer')
    .set({ state, reasons, decided_at: new Date(at.epochMilliseconds), decided_by: by })
    .set((of) => ({ revision: of('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function deleteOffer(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('office.resource_offer').where('id', '=', id).execute()
}
