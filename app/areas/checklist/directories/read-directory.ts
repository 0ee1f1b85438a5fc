/** Reads a directory of an association: which of its services belong to an authority of the country. */
import { setImmediate } from 'node:timers/promises'
import type { Db } from '../../../platform/db/tables.ts'
import {
  countryName,
  type DirectoryPart,
  namedExactly,
  townsWithPoints,
  transliterate,
} from '../../authorities/index.ts'
import { tellingMarks } from '../alike-rules.ts'
import { withoutPlace } from '../confidential.ts'
import { factChecksFor } from '../fact-checks.ts'
import type { FeedDeps } from '../feeds/settle-pull.ts'
import type { TellFailingDeps } from '../feeds/tell-failing.ts'
import { importedService } from '../import-services/check-record.ts'
import { readImportMap } from '../import-services/import-map.ts'
import type { ImportRecord, ReadItem, ReadOptions } from '../import-services/record.ts'
import type { InTurn } from '../import-services/turns.ts'
import { languageNamed } from '../language-names.ts'
import type { ServiceFacts } from '../schema.ts'
import { confidentialMarks, stageServices } from './directory-store.ts'
import { fitOf, nearestAmong, type Places, type SaidPlaces } from './place-rules.ts'

/** Services written with one statement. */
const batchSize = 250
/** Services checked at a stretch. */
const breath = 10

export interface Tally {
  /** Belong to an authority, and are kept. */
  kept: number
  /** Not offered any more, by the directory's own word. */
  skipped: number
  /** With a fault. */
  refused: number
  /** Nobody says which kind they are. */
  kindless: number
  /** Belong to no authority that is certain. */
  nowhere: number
  /** It broke off: nobody knows what is missing. */
  broken: boolean
}

/** Whose directory is read, and into which fetch. */
export interface Reading {
  readonly deps: Omit<FeedDeps, 'net' | 'log' | 'networkOn' | 'confirmers' | keyof TellFailingDeps>
  readonly feed: string
  readonly batch: string
  readonly part: DirectoryPart
  readonly timeZone: string
  readonly language: string
  readonly defaultKind: string
}

interface Read {
  readonly sourceId: string
  readonly facts: ServiceFacts
  readonly said: SaidPlaces
}

export function readOptionsOf({ deps, language, defaultKind }: Reading): ReadOptions {
  const map = { kinds: { ...deps.kindWords }, ...(defaultKind === '' ? {} : { defaultKind }) }
  const named = (name: string) => languageNamed(name, deps.languages)
  return { language, languages: deps.languages.codes, languageNamed: named, ...readImportMap(map, deps.checklist) }
}

/** @param inTurn what reading asks the database for meanwhile takes turns with this. */
export async function stageDirectory(
  db: Db,
  reading: Reading,
  items: AsyncIterable<ReadItem>,
  inTurn: InTurn,
): Promise<Tally> {
  const tally: Tally = { kept: 0, skipped: 0, refused: 0, kindless: 0, nowhere: 0, broken: false }
  const readOne = reader(reading, tally)
  const known = await inTurn(() => knownPlaces(db, reading))
  let ready: Read[] = []
  const keep = async () => {
    const batch = ready
    ready = []
    await inTurn(() => keepFitting(db, reading, known, tally, batch))
  }
  let seen = 0
  for await (const item of items) {
    seen += 1
    if (seen % breath === 0) await setImmediate()
    const read = readOne(item)
    if (read) ready.push(read)
    if (ready.length === batchSize) await keep()
  }
  await keep()
  return tally
}

/** By the checks that an import makes: what it refuses is left out. */
function reader({ deps, part, timeZone }: Reading, tally: Tally) {
  const { country } = part
  const checks = factChecksFor(deps, { country, timeZone, dialled: new Set() }, deps.clock.now())
  const isHelp = (kind: string) => deps.checklist.byId(kind)?.duty === false
  return (item: ReadItem): Read | undefined => {
    if ('note' in item) return undefined
    if ('fault' in item) {
      tally.broken ||= item.fault.code === 'jsonEnds' || item.fault.code === 'csvBroken'
      tally.refused += 1
      return undefined
    }
    if (item.record.skipped) {
      tally.skipped += 1
      return undefined
    }
    const given = part.demonstration ? asFictional(item.record) : item.record
    const { record, service, faultsFound } = importedService(given, checks)
    if (service?.facts.kinds.some(isHelp)) {
      const said = record.said ?? { areas: [], places: [] }
      return { sourceId: record.sourceId, facts: asSuggested(service.facts), said }
    }
    if (service || faultsFound.every(({ code }) => code === 'kindMissing')) tally.kindless += 1
    else tally.refused += 1
    return undefined
  }
}

/** Nobody here has looked at it, and whom it serves is for those who take it over. */
const asSuggested = (facts: ServiceFacts): ServiceFacts => ({ ...facts, checked: null, serves: [] })

/** Numbers for fictional towns are never dialled. */
function asFictional(record: ImportRecord): ImportRecord {
  const { phones } = record.facts
  if (!Array.isArray(phones)) return record
  return {
    ...record,
    facts: { ...record.facts, phones: phones.map((phone: object) => ({ ...phone, fictional: true })) },
  }
}

interface Known {
  readonly isCountry: Places['isCountry']
  readonly nearest: Places['nearest']
}

async function knownPlaces(db: Db, { deps, part }: Reading): Promise<Known> {
  const names = deps.languages.list.map(({ tag }) => countryName(part.country, tag))
  const ofCountry = new Set([part.country, ...names].map(transliterate))
  return {
    isCountry: (word) => ofCountry.has(transliterate(word)),
    nearest: nearestAmong(await townsWithPoints(db, part)),
  }
}

async function keepFitting(
  db: Db,
  { deps, feed, batch, part }: Reading,
  known: Known,
  tally: Tally,
  read: readonly Read[],
): Promise<void> {
  if (read.length === 0) return
  const words = read.flatMap(({ said }) => [...said.areas.flat(), ...said.places.flatMap((place) => place.words)])
  const today = deps.clock.now().toZonedDateTimeISO('UTC').toPlainDate()
  const named = await namedExactly(db, part, [...new Set(words)], today)
  const places: Places = { ...known, named: (word) => named.get(word) ?? [] }
  const fitting = read.flatMap((one) => {
    const fit = fitOf(one.said, places)
    return fit ? [{ ...one, fit }] : []
  })
  tally.nowhere += read.length - fitting.length
  const hidden = await confidentialMarks(
    db,
    part.country,
    fitting.flatMap(({ fit }) => fit.authorities),
  )
  const services = fitting.map(({ sourceId, facts, fit }) => {
    const marks = tellingMarks(facts, part.country)
    const hides = marks.some((mark) => hidden.has(mark))
    return { sourceId, fit, marks, facts: hides ? withoutPlace(facts) : facts }
  })
  const added = await stageServices(db, { feed, batch }, services)
  tally.kept += added
  // A second one with the same id.
  tally.refused += services.length - added
}
