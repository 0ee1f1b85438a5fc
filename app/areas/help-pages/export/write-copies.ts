/**
 * Copies of many towns' pages as a folder to put on a website: `{country}/{town}/index.html` and its languages. Read,
 * made and written some towns at a time, so that memory does not grow with their number.
 */
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Database } from '../../../platform/db/database.ts'
import { type Authority, readAuthorities } from '../../authorities/index.ts'
import { readTownsToCopy, type TownToCopy, townsToCopy } from './copy-store.ts'
import { type CopyDeps, copyOfTown } from './render-copy.ts'

export type WriteCopiesDeps = CopyDeps & { readonly database: Pick<Database, 'read'> }

export interface CopiesWanted {
  /** Ids, neighbours beside each other; undefined: all whose page may be found. */
  readonly towns?: readonly string[] | undefined
  /** Upper case, where it is all of one country. */
  readonly country?: string | undefined
  /** Codes of offered languages, at least one. */
  readonly languages: readonly string[]
  readonly folder: string
}

export interface CopiesReport {
  readonly towns: number
  readonly pages: number
  readonly failed: readonly { readonly town: string; readonly error: Error }[]
}

/** The folder holds something that no export has written. */
export class ForeignFolder extends Error {}

/** Says that a folder is an export's, to be replaced by the next one. */
const label = 'safe-towns-export.json'

/** Towns that are read at a time: those of one district share most of their services. */
const batch = 50

/**
 * The folder is replaced as a whole once everything is written: it holds the earlier export or the new one, never a half.
 * A town that fails keeps its earlier copy.
 *
 * @param told hears how many towns are done.
 * @throws {ForeignFolder} where that would take away other files.
 */
export async function writeCopies(
  deps: WriteCopiesDeps,
  wanted: CopiesWanted,
  told: (towns: number) => void = () => undefined,
): Promise<CopiesReport> {
  const folder = resolve(wanted.folder)
  const earlier = holdsFiles(folder)
  if (earlier && !existsSync(join(folder, label))) throw new ForeignFolder(folder)
  const part = beside(folder, 'part')
  await rm(part, { recursive: true, force: true })
  await mkdir(part, { recursive: true })
  try {
    const report = await writeInto(deps, part, wanted, told)
    if (earlier) await keepEarlier(folder, part, report)
    await replace(folder, part)
    return report
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    throw error
  }
}

const holdsFiles = (folder: string) => existsSync(folder) && readdirSync(folder).length > 0

/** On the same disk, so that it can take the folder's place. */
const beside = (folder: string, state: string) => join(dirname(folder), `.${basename(folder)}.${state}`)

async function writeInto(
  deps: WriteCopiesDeps,
  folder: string,
  { country, languages, ...wanted }: CopiesWanted,
  told: (towns: number) => void,
): Promise<CopiesReport> {
  const ids = wanted.towns ?? (await deps.database.read((db) => townsToCopy(db, country)))
  const failed: CopiesReport['failed'][number][] = []
  let pages = 0
  const read = (from: number) => readBatch(deps, ids.slice(from, from + batch))
  let next = read(0)
  for (let from = 0; from < ids.length; from += batch) {
    const towns = await next
    // The database reads while pages are made.
    next = read(from + batch)
    next.catch(() => undefined)
    for (const town of towns) {
      try {
        pages += await writeTown(deps, folder, town, languages)
      } catch (error) {
        failed.push({ town: placeOf(town.authority), error: error instanceof Error ? error : new Error(String(error)) })
      }
    }
    told(Math.min(from + batch, ids.length))
  }
  const towns = ids.length - failed.length
  await writeFile(join(folder, label), `${JSON.stringify({ made: deps.clock.now(), languages, towns, pages })}\n`)
  return { towns, pages, failed }
}

async function readBatch({ database }: WriteCopiesDeps, ids: readonly string[]): Promise<TownToCopy[]> {
  return database.read(async (db) => {
    const found = new Map((await readAuthorities(db, ids)).map((one) => [one.id, one]))
    return readTownsToCopy(
      db,
      ids.flatMap((id) => found.get(id) ?? []),
    )
  })
}

const placeOf = ({ country, slug }: Pick<Authority, 'country' | 'slug'>) => `${country.toLowerCase()}/${slug}`

/** @returns how many pages. */
async function writeTown(
  deps: WriteCopiesDeps,
  folder: string,
  town: TownToCopy,
  languages: readonly string[],
): Promise<number> {
  const country = deps.site.countries.byIso(town.authority.country)
  if (!country) throw new RangeError(`${town.authority.country} is no country of this instance`)
  const { pages, readme } = copyOfTown(deps, country, town, languages)
  const place = join(folder, placeOf(town.authority))
  await mkdir(place, { recursive: true })
  await Promise.all([...pages, readme].map(({ name, bytes }) => writeFile(join(place, name), bytes)))
  return pages.length
}

async function keepEarlier(folder: string, part: string, { failed }: CopiesReport): Promise<void> {
  for (const { town } of failed) {
    await rm(join(part, town), { recursive: true, force: true })
    if (!existsSync(join(folder, town))) continue
    await mkdir(dirname(join(part, town)), { recursive: true })
    await rename(join(folder, town), join(part, town))
  }
}

async function replace(folder: string, part: string): Promise<void> {
  const old = beside(folder, 'old')
  await rm(old, { recursive: true, force: true })
  if (existsSync(folder)) await rename(folder, old)
  await rename(part, folder)
  await rm(old, { recursive: true, force: true })
}
