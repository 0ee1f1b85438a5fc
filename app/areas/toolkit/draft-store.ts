/** Originals that the secretariat has under way. */
import { z } from 'zod'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { type KeptFile, keptFile } from '../../platform/files/file-types.ts'
import type { DraftFacts } from './draft-form.ts'
import type { OfferWords } from './offer-form.ts'
import type { Made } from './offer-store.ts'

const draftFacts = z.strictObject({
  kind: z.string(),
  audiences: z.array(z.string()),
  ages: z.array(z.string()),
  sections: z.array(z.string()),
  articles: z.string(),
  licence: z.string(),
  language: z.string(),
  safeguarding: z.boolean(),
})

export interface Draft extends OfferWords {
  readonly id: string
  readonly resource: string
  /** Newest revision of the resource when it was begun; 0: there was none. */
  readonly madeFrom: number
  readonly state: 'draft' | 'sent' | 'returned' | 'published'
  readonly facts: DraftFacts
  readonly sources: string
  readonly file: KeptFile | null
  readonly revision: number
  readonly reasons: string
  readonly begunBy: string | null
  readonly changedBy: string | null
}

const drafts = (db: Db) =>
  db
    .selectFrom('office.resource_draft')
    .select(['id', 'resource', 'made_from', 'state', 'facts', 'title', 'summary', 'body', 'link', 'sources', 'file'])
    .select(['revision', 'reasons', 'begun_by', 'changed_by'])

type Row = Awaited<ReturnType<ReturnType<typeof drafts>['execute']>>[number]

const draftOf = ({ made_from, begun_by, changed_by, facts, file, ...row }: Row): Draft => ({
  ...{ ...row, madeFrom: made_from, begunBy: begun_by, changedBy: changed_by },
  ...{ facts: draftFacts.parse(facts), file: keptFile.nullable().parse(file) },
})

/** Under way, the newest first. */
export async function openDrafts(db: Db): Promise<Draft[]> {
  const rows = await drafts(db).where('state', '<>', 'published').orderBy('changed_at', 'desc').execute()
  return rows.map(draftOf)
}

export async function openDraftOf(db: Db, resource: string): Promise<Draft | undefined> {
  const row = await drafts(db).where('state', '<>', 'published').where('resource', '=', resource).executeTakeFirst()
  return row && draftOf(row)
}

export async function readDraft(db: Db, id: string): Promise<Draft | undefined> {
  const row = await drafts(db).where('id', '=', id).executeTakeFirst()
  return row && draftOf(row)
}

export async function lockDraft(tx: Tx, id: string): Promise<Draft | undefined> {
  const row = await drafts(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && draftOf(row)
}

/** Names of resources that there are or will be. */
export async function takenNames(tx: Tx): Promise<ReadonlySet<string>> {
  const [known, begun] = [
    await tx.selectFrom('published.resource').select('id as name').execute(),
    await tx.selectFrom('office.resource_draft').select('resource as name').execute(),
  ]
  return new Set([...known, ...begun].map(({ name }) => name))
}

export type DraftGiven = Pick<Draft, 'id' | 'resource' | 'madeFrom' | 'facts' | 'sources' | 'file'> &
  OfferWords & { readonly state: 'draft' | 'sent' }

const columnsOf = ({ madeFrom, facts, file, ...given }: DraftGiven) => ({
  ...{ ...given, made_from: madeFrom, facts: JSON.stringify(facts), file: file && JSON.stringify(file) },
})

/** @returns false where there is one under way for the resource. */
export async function insertDraft(tx: Tx, given: DraftGiven, { by, at }: Made): Promise<boolean> {
  const now = new Date(at.epochMilliseconds)
  const added = await tx
    .insertInto('office.resource_draft')
    .values({ ...columnsOf(given), begun_at: now, begun_by: by, changed_at: now, changed_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return added.length > 0
}

export async function updateDraft(tx: Tx, { id, ...given }: DraftGiven, { by, at }: Made): Promise<void> {
  const { resource: _, ...columns } = columnsOf({ id, ...given })
  await tx
    .updateTable('office.resource_draft')
    .set({ ...columns, changed_at: new Date(at.epochMilliseconds), changed_by: by, decided_at: null, decided_by: null })
    .set((of) => ({ revision: of('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function decideDraft(
  tx: Tx,
  id: string,
  { state, reasons }: { readonly state: 'returned' | 'published'; readonly reasons: string },
  { by, at }: Made,
): Promise<void> {
  await tx
    .updateTable('office.resource_draft')
    .set({ state, reasons, decided_at: new Date(at.epochMilliseconds), decided_by: by })
    .set((of) => ({ revision: of('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('office.resource_draft').where('id', '=', id).execute()
}
