/**
 * Reads a directory in the tabular form of HSDS: a table for each thing, which name each other by ids. Everything is
 * staged first; then services are put together a few hundred at a time, as HSDS JSON nests them, and read like those.
 */
import type { Db } from '../../../../platform/db/tables.ts'
import { serviceOfHsds } from '../hsds-service.ts'

import type { ImportTables, ReadItem, ReadOptions } from '../record.ts'
import type { InTurn } from '../turns.ts'
import { type AssembledService, assembled, findParts, type Parts } from './assemble-services.ts'
import { columnIn, stageTables } from './stage-tables.ts'
import { createHsdsStaging, indexHsdsStaging, nextServices, type StagedService, strayParts } from './staging-store.ts'

const batchSize = 1_000

/** @param inTurn what the caller asks the database for meanwhile takes turns with this. */
export async function* readHsdsCsv(
  tx: Db,
  input: ImportTables,
  options: ReadOptions,
  inTurn: InTurn,
): AsyncGenerator<ReadItem> {
  await createHsdsStaging(tx)
  if (!(yield* stageTables(tx, input))) return
  await indexHsdsStaging(tx)
  let next: Promise<Loaded> | undefined = inTurn(() => load(tx, 0))
  while (next) {
    const { services, parts, after }: Loaded = await next
    // Asked for before the caller has the database write what it gets.
    next = after === undefined ? undefined : inTurn(() => load(tx, after))
    for (const each of services) yield itemOf(assembled(each, parts), options)
  }
  for (const { file, row, id } of await inTurn(() => strayParts(tx))) {
    yield { note: { row, column: columnIn({ file }, 'service_id'), code: 'strayRow', value: id } }
  }
}

type Loaded = {
  readonly services: readonly StagedService[]
  readonly parts: Parts
  readonly after: number | undefined
}

/** @returns `after` undefined with the last ones. */
async function load(tx: Db, after: number): Promise<Loaded> {
  const services = await nextServices(tx, after, batchSize)
  const parts = await findParts(tx, services)
  return { services, parts, after: services.length < batchSize ? undefined : services.at(-1)?.row }
}

function itemOf({ row, value, faults, notes, whereOf }: AssembledService, options: ReadOptions): ReadItem {
  if (!value) return { fault: { row, column: 'services.csv: id', code: 'valueMissing' } }
  const record = serviceOfHsds(row, value, options)
  const { sourceId } = record
  return {
    record: {
      ...record,
      faults: [...faults.map((fault) => ({ ...fault, sourceId })), ...record.faults],
      notes: [...notes, ...record.notes.map((note) => ({ ...note, ...whereOf(note.column) }))].map((note) => ({
        ...note,
        sourceId,
      })),
      whereOf: (path) => whereOf(record.whereOf(path).column),
    },
  }
}
