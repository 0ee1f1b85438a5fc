/** The help numbers as they stand now, in the memory of this process: what is shipped and what offices have said since. */
import type { Database } from '../../platform/db/database.ts'
import type { Log } from '../../platform/log.ts'
import { followLines, readChanges } from './change-store.ts'
import type { Helplines } from './helpline-data.ts'
import { type LineChange, mergeHelplines } from './merge-rules.ts'
import { hasEmergencyNumber, helpNumbersFor } from './rules.ts'
import type { CountryHelplines } from './schema.ts'

export interface LiveHelplines extends Helplines {
  /** What is shipped, whatever offices say. @param iso upper case. */
  shippedOf(iso: string): CountryHelplines | undefined
  /** @param iso upper case. */
  changesOf(iso: string): readonly LineChange[]
  /** Reads a country anew, or all; whoever waits meets the new state. */
  refresh(iso?: string): Promise<void>
  /** Hears from now on what other processes change. */
  follow(): Promise<void>
  /** Called after every refresh with the country; with undefined after one of all. */
  onChange(listener: (iso: string | undefined) => void): void
  close(): void
}

const retryMilliseconds = 500

interface LiveDeps {
  /** Numbers are read where they are written: a replica may lag behind the notification. */
  readonly database: Pick<Database, 'db' | 'listen'>
  readonly log: Log
  readonly shipped: Helplines
}

/** No act leads here; a new release of the shipped file could. */
function complainOfGaps(log: Log, countries: readonly CountryHelplines[]): void {
  const today = Temporal.Now.plainDateISO('UTC').toString()
  const bare = countries.filter((one) => !hasEmergencyNumber(helpNumbersFor(one, today))).map(({ iso }) => iso)
  if (bare.length > 0) log.error({ countries: bare }, 'no emergency number may be shown: confirm or add one')
}

export function createLiveHelplines({ database, log, shipped }: LiveDeps): LiveHelplines {
  let changes: ReadonlyMap<string, readonly LineChange[]> = new Map()
  let merged = new Map(shipped.list.map((one) => [one.iso, one]))
  const listeners: ((iso: string | undefined) => void)[] = []
  let queue = Promise.resolve()
  let closed = false
  let following: Promise<void> | undefined

  async function readInto(iso: string | undefined): Promise<void> {
    const read = await readChanges(database.db, iso)
    changes = iso === undefined ? read : new Map([...changes, [iso, read.get(iso) ?? []]])
    const affected = shipped.list.filter((one) => iso === undefined || one.iso === iso)
    merged = new Map(merged)
    for (const one of affected) merged.set(one.iso, mergeHelplines(one, changes.get(one.iso) ?? []))
    complainOfGaps(
      log,
      affected.flatMap((one) => merged.get(one.iso) ?? []),
    )
    for (const tell of listeners) tell(iso)
  }

  /** One after the other, so that an older answer never comes after a newer one. */
  function refresh(iso?: string): Promise<void> {
    const reading = queue.then(() => readInto(iso))
    queue = reading.catch(() => undefined)
    return reading
  }

  /** A withdrawn number must not stay because a query failed once. */
  function refreshSurely(iso: string | undefined): void {
    if (closed) return
    refresh(iso).catch((error) => {
      if (closed) return
      log.error({ error: error instanceof Error ? error.name : typeof error }, 'help numbers were not read anew')
      setTimeout(() => refreshSurely(undefined), retryMilliseconds).unref()
    })
  }

  return {
    about: shipped.about,
    rules: shipped.rules,
    get list() {
      return [...merged.values()]
    },
    byIso: (iso) => merged.get(iso.toUpperCase()),
    shippedOf: (iso) => shipped.byIso(iso),
    changesOf: (iso) => changes.get(iso) ?? [],
    refresh,
    follow: () => {
      following ??= followLines(database, refreshSurely)
      return following
    },
    onChange: (listener) => void listeners.push(listener),
    close: () => {
      closed = true
    },
  }
}
