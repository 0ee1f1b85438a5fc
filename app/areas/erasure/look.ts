/** Where a person stands in what a town says. What was read before is not read again: only what was written since. */
import { createHash } from 'node:crypto'
import { createBreath } from '../../platform/breath.ts'
import type { Database } from '../../platform/db/database.ts'
import { TownMemory } from '../../platform/db/town-memory.ts'
import type { ErasingTown, ErasureDeps } from './deps.ts'
import { type HeldRow, heldRows, KnownRows, type Reading } from './held-rows-store.ts'
import { readReach } from './held-store.ts'
import { type Finder, finderOf, remembering } from './match-rules.ts'
import { type Passage, Passages } from './passage-rules.ts'
import { textReader } from './said-rules.ts'
import type { Span } from './span-rules.ts'

/** What somebody typed: for this request alone. */
export interface Typed {
  /** Names, numbers, addresses of mail of one person, one a line. */
  readonly words: string
  /** What is to stand in their place; empty: a sign that something was left out. */
  readonly instead: string
}

export const idOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)

interface Found {
  readonly passages: readonly Passage[]
  readonly rows: readonly HeldRow[]
}

interface Hit {
  readonly text: string
  readonly spans: readonly Span[]
}

/** @returns what is found in a list of texts; asked for the same one again, the same. */
function hitsOf(find: Finder): (texts: readonly string[]) => readonly Hit[] {
  const known = new Map<readonly string[], readonly Hit[]>()
  return (texts) => {
    const before = known.get(texts)
    if (before) return before
    const hits = texts.flatMap((text): Hit[] => {
      const spans = find(text)
      return spans.length > 0 ? [{ text, spans }] : []
    })
    known.set(texts, hits)
    return hits
  }
}

export async function findIn(reading: Reading, find: Finder): Promise<Found> {
  const passages = new Passages(idOf)
  const rows: HeldRow[] = []
  const hitsIn = hitsOf(find)
  const breath = createBreath()
  for await (const row of heldRows(reading)) {
    await breath()
    const hits = row.parts.flatMap(({ about, texts }) => hitsIn(texts).map((hit) => ({ about, ...hit })))
    for (const { text, spans, about } of hits) passages.add(text, spans, row.held.where, about)
    if (hits.length > 0) rows.push({ ...row, parts: [] })
  }
  return { passages: passages.all(), rows }
}

export const finderFor = ({ words }: Pick<Typed, 'words'>, { country }: ErasingTown): Finder =>
  remembering(finderOf(words, country))

/** What towns say, as it was read outside of any transaction: nothing in it may yet be taken back. */
const memory = new TownMemory<KnownRows>(({ size }) => size)

export const readBefore = (database: Database, authority: string): KnownRows | undefined =>
  memory.find(database, authority)?.value

async function look(
  { database, readyToNotify }: ErasureDeps,
  { id }: ErasingTown,
  find: Finder,
): Promise<readonly Passage[]> {
  const begun = memory.begin()
  await readyToNotify()
  const { db } = database
  const kept = new KnownRows()
  const known = readBefore(database, id)
  const reading = { db, reach: await readReach(db, id), textsIn: textReader(), kept, ...(known && { known }) }
  const { passages } = await findIn(reading, find)
  memory.keep(database, id, { begun, stamp: '', value: kept })
  return passages
}

/** Towns that are read while somebody types. */
const ahead = new WeakMap<Database, Map<string, Promise<unknown>>>()

/**
 * Reads what the town says before anybody is looked for: whoever has opened the page needs longer to type a name than
 * this takes. What goes wrong here goes wrong again for who looks, and is told there.
 */
export async function readAhead(deps: ErasureDeps, town: ErasingTown): Promise<void> {
  const towns = ahead.get(deps.database) ?? new Map<string, Promise<unknown>>()
  ahead.set(deps.database, towns)
  if (towns.has(town.id)) return
  const reading = Promise.allSettled([look(deps, town, () => [])])
  towns.set(town.id, reading)
  await reading
  towns.delete(town.id)
}

/** Everything of the town that holds what was typed. */
export async function lookForPerson(deps: ErasureDeps, town: ErasingTown, typed: Typed): Promise<readonly Passage[]> {
  await ahead.get(deps.database)?.get(town.id)
  return look(deps, town, finderFor(typed, town))
}
