/** The trail with everything that its words need: changes, names. */
import type { Db } from '../../platform/db/tables.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { readChanges, servedIn } from '../checklist/index.ts'
import type { TrailDeps } from './deps.ts'
import { type TrailEntry, trailEntry } from './present-trail.ts'
import { readTrail, type TrailFilter, type TrailRecord } from './trail-store.ts'

export interface Wanted {
  readonly filter: TrailFilter
  readonly translator: Translator
  readonly timeZone: string
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Names of whoever a record is by or about: persons, associations. */
async function namesIn(
  deps: TrailDeps,
  records: readonly TrailRecord[],
  { language }: Translator,
): Promise<ReadonlyMap<string, string>> {
  const ids = [
    ...new Set(records.flatMap(({ author, subject }) => [author.person ?? [], subject.match(uuid) ?? []].flat())),
  ]
  const associations = await deps.readAssociations(ids)
  const persons = await deps.personNames(ids)
  return new Map([...associations.map(({ id, name, names }) => [id, names[language] ?? name] as const), ...persons])
}

async function entriesOf(
  deps: TrailDeps,
  db: Db,
  records: readonly TrailRecord[],
  { translator, timeZone }: Wanted,
): Promise<TrailEntry[]> {
  const changes = await readChanges(
    db,
    records.map(({ id }) => id),
  )
  const served = [...new Set([...changes.values()].flat().flatMap(servedIn))]
  const words = {
    translator,
    timeZone,
    checklist: deps.checklist,
    languages: deps.languages,
    served: (await deps.readAuthorities(served)).map(({ id, name, names }) => ({
      id,
      name: names[translator.language] ?? name,
    })),
    names: await namesIn(deps, records, translator),
  }
  return records.map((record) => trailEntry(record, changes.get(record.id) ?? [], words))
}

/** @param page from 1. */
export async function readPage(
  deps: TrailDeps,
  wanted: Wanted,
  page: number,
  size: number,
): Promise<{ readonly entries: TrailEntry[]; readonly more: boolean }> {
  const { db } = deps.database
  const records = await readTrail(db, wanted.filter, { limit: size + 1, offset: (page - 1) * size })
  const entries = await entriesOf(deps, db, records.slice(0, size), wanted)
  return { entries, more: records.length > size }
}

/** The whole trail, newest first, a few hundred entries at a time. */
export async function* readAll(deps: TrailDeps, wanted: Wanted, size = 500): AsyncGenerator<TrailEntry[]> {
  const { db } = deps.database
  let before: string | undefined
  for (;;) {
    const records = await readTrail(db, wanted.filter, { limit: size, before })
    if (records.length === 0) return
    yield await entriesOf(deps, db, records, wanted)
    before = records.at(-1)?.id
  }
}
