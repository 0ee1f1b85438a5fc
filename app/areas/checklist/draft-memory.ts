/** Drafts for pages that look at all of one: facts that nobody has edited since they were read are taken from memory. */
import type { Database } from '../../platform/db/database.ts'
import { TownMemory } from '../../platform/db/town-memory.ts'
import {
  type Draft,
  type DraftService,
  readDraftServices,
  readDraftWords,
  readServiceRevisions,
} from './draft-store.ts'

type KeptService = Pick<DraftService, 'id' | 'revision' | 'facts'>
type KeptServices = { readonly services: readonly KeptService[] }
export type KeptDraft = Omit<Draft, 'services'> & KeptServices

const memory = new TownMemory<KeptServices>(({ services }) => services.length)
const nameOf = ({ id, revision }: Pick<KeptService, 'id' | 'revision'>) => `${id} ${revision}`

/**
 * What `readDraft` gives, without who edited it when. Whether somebody has edited it is asked each time: every edit counts
 * a revision.
 *
 * @param database not a transaction: what may yet be taken back is not kept.
 */
export async function readKeptDraft(database: Database, authority: string): Promise<KeptDraft> {
  const begun = memory.begin()
  const words = await readDraftWords(database.db, authority)
  const revisions = await readServiceRevisions(database.db, authority)
  const stamp = revisions.map(nameOf).join()
  const before = memory.find(database, authority)
  const value =
    before?.stamp === stamp ? before.value : await readChanged(database, authority, revisions, before?.value)
  memory.keep(database, authority, { begun, stamp, value })
  return { ...words, services: value.services }
}

async function readChanged(
  { db }: Database,
  authority: string,
  revisions: readonly Pick<KeptService, 'id' | 'revision'>[],
  before: KeptServices | undefined,
): Promise<KeptServices> {
  const known = new Map(before?.services.map((one) => [nameOf(one), one]))
  const changed = revisions.filter((one) => !known.has(nameOf(one))).map(({ id }) => id)
  const read = new Map((await readDraftServices(db, authority, changed)).map((one) => [one.id, one]))
  return { services: revisions.flatMap((one) => read.get(one.id) ?? known.get(nameOf(one)) ?? []) }
}
