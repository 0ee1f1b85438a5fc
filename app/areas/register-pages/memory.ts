/** What the pages of the register are made of, in memory until the register changes. */
import type { Database } from '../../platform/db/database.ts'
import type { Spot } from '../../platform/map/cells.ts'
import { createKeptFacts, type KeptFacts } from '../../platform/page-cache/kept-facts.ts'
import { registerTag } from '../register/index.ts'
import type { CountedCell, YearAct } from './counts-rules.ts'
import { countCells, countYears, readSpots } from './listing-store.ts'

export interface Spots {
  readonly spots: readonly Spot[]
  /** Authorities whose place is not known. */
  readonly nowhere: number
}

export interface YearCount {
  readonly year: number
  readonly act: YearAct
  readonly entries: number
}

export interface RegisterMemory {
  readonly cells: KeptFacts<readonly CountedCell[]>
  readonly spots: KeptFacts<Spots>
  readonly years: KeptFacts<readonly YearCount[]>
  /** Pictures and press kits. */
  readonly files: KeptFacts<Uint8Array<ArrayBuffer>>
  invalidate(names: readonly string[]): void
  clear(): void
}

/** Europe and each country. */
const mapsInMemory = 50
/** A picture takes some tens of kilobytes, a press kit of a country with thousands of signatories a few hundred. */
const filesInMemory = 100

export function createRegisterMemory(): RegisterMemory {
  const memories = {
    cells: createKeptFacts<readonly CountedCell[]>(1),
    spots: createKeptFacts<Spots>(mapsInMemory),
    years: createKeptFacts<readonly YearCount[]>(1),
    files: createKeptFacts<Uint8Array<ArrayBuffer>>(filesInMemory),
  }
  return {
    ...memories,
    invalidate: (names) => {
      for (const memory of Object.values(memories)) memory.invalidate(names)
    },
    clear: () => {
      for (const memory of Object.values(memories)) memory.clear()
    },
  }
}

export interface MemoryDeps {
  readonly database: Pick<Database, 'read'>
  readonly memory: RegisterMemory
}

const dependsOn = [registerTag]

export function readCells({ database, memory }: MemoryDeps): Promise<readonly CountedCell[]> {
  return memory.cells.get('all', async () => ({ value: await database.read(countCells), dependsOn }))
}

export function readYearCounts({ database, memory }: MemoryDeps): Promise<readonly YearCount[]> {
  return memory.years.get('all', async () => ({ value: await database.read(countYears), dependsOn }))
}

/** Lines of the grid in a degree: a point of the map is no smaller than what lies between two. */
const perDegree = { europe: 3, country: 20 } as const

/** @param country upper case; left out: all of Europe. */
export function readPlaces({ database, memory }: MemoryDeps, country?: string): Promise<Spots> {
  const asked = { country, perDegree: country === undefined ? perDegree.europe : perDegree.country }
  return memory.spots.get(country ?? 'europe', async () => ({
    value: await database.read((db) => readSpots(db, asked)),
    dependsOn,
  }))
}
