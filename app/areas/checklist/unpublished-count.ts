/** How many things a draft says otherwise than the public page: what nobody has edited since the last look is not compared again. */
import type { Database } from '../../platform/db/database.ts'
import { TownMemory } from '../../platform/db/town-memory.ts'
import { changesSince, type Said } from './changes.ts'
import { readServiceRevisions } from './draft-store.ts'
import { currentStamp, publishedServiceIds } from './snapshot-store.ts'
import { differingServices, readDraftedWords, readWords } from './state-store.ts'

interface Looked {
  /** Of the public page; undefined where there is none. */
  readonly words: Omit<Said, 'services'> | undefined
  readonly published: ReadonlySet<string>
  /** Whether a drafted service says something else than the public page, by id and revision. */
  readonly differs: ReadonlyMap<string, boolean>
}

const memory = new TownMemory<Looked>(({ differs }) => differs.size)
const nameOf = ({ id, revision }: { id: string; revision: number }) => `${id} ${revision}`

export async function countUnpublished(
  { database }: { readonly database: Database },
  authority: string,
): Promise<number> {
  const { db } = database
  const begun = memory.begin()
  const stamp = (await currentStamp(db, authority)) ?? ''
  const before = memory.find(database, authority)
  const known = before?.stamp === stamp ? before.value : undefined
  const services = await readServiceRevisions(db, authority)
  const unknown = services.filter((one) => !known?.differs.has(nameOf(one))).map(({ id }) => id)
  const found = await differingServices(db, authority, 'published', 'draft', known && unknown)
  const differing = new Set(found.map(({ id }) => id))
  const value: Looked = {
    words: known ? known.words : await readWords(db, authority, 'published'),
    published: known?.published ?? new Set(await publishedServiceIds(db, authority)),
    differs: new Map(services.map((one) => [nameOf(one), known?.differs.get(nameOf(one)) ?? differing.has(one.id)])),
  }
  memory.keep(database, authority, { begun, stamp, value })
  const drafted = new Set(services.map(({ id }) => id))
  const gone = [...value.published].filter((id) => !drafted.has(id)).length
  const draft = { ...(await readDraftedWords(db, authority)), services: [] }
  const words = changesSince(value.words && { ...value.words, services: [] }, draft)
  return words.length + [...value.differs.values()].filter(Boolean).length + gone
}
