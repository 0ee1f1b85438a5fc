/**
 * The rows of a directory in HSDS CSV on their way into services, in temporary tables of the import's transaction: files
 * that name each other by ids in any order need no memory here.
 */
import { sql } from 'kysely'
import type { Db } from '../../../../platform/db/tables.ts'
import type { ImportFaultCode } from '../record.ts'

/** A cell or a whole row that cannot be read. */
export type CellFault = {
  readonly column: string
  readonly code: ImportFaultCode
  readonly value?: string
}

export type HsdsRow = {
  readonly file: string
  readonly row: number
  readonly data: Readonly<Record<string, string | number>>
  /** Null: none. */
  readonly faults: readonly CellFault[] | null
}
export type StagedService = Omit<HsdsRow, 'file'> & { readonly key: string }
export type StagedPart = HsdsRow & { /** Of what it belongs to, or its own. */ readonly key: string }

export async function createHsdsStaging(tx: Db): Promise<void> {
  // Building an index over millions of rows takes longer than a page may wait.
  await sql`set local statement_timeout = 0`.execute(tx)
  await sql`create temporary table hsds_service (row integer not null, key text not null, data json not null, faults json) on commit drop`.execute(
    tx,
  )
  await sql`create temporary table hsds_part
    (key text not null, file text not null, row integer not null, data json not null, faults json) on commit drop`.execute(
    tx,
  )
}

export async function stageServices(tx: Db, rows: readonly StagedService[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into hsds_service (row, key, data, faults)
    select * from json_to_recordset(${JSON.stringify(rows)}::json)
      as t (row int, key text, data json, faults json)`.execute(tx)
}

export async function stageParts(tx: Db, rows: readonly StagedPart[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into hsds_part (key, file, row, data, faults)
    select * from json_to_recordset(${JSON.stringify(rows)}::json)
      as t (key text, file text, row int, data json, faults json)`.execute(tx)
}

/** Once everything is staged. */
export async function indexHsdsStaging(tx: Db): Promise<void> {
  await sql`create index on hsds_service (row)`.execute(tx)
  await sql`create index on hsds_part (key)`.execute(tx)
  await sql`analyze hsds_service`.execute(tx)
  await sql`analyze hsds_part`.execute(tx)
}

type ServiceCells = [row: number, key: string, data: HsdsRow['data'], faults: HsdsRow['faults']]

/** The next services in the order of their file. */
export async function nextServices(tx: Db, after: number, most: number): Promise<StagedService[]> {
  // One value for all rows: thousands of small ones are read many times slower.
  const { rows } = await sql<{ found: ServiceCells[] | null }>`
    select json_agg(json_build_array(row, key, data, faults) order by row) as found
    from (select * from hsds_service where row > ${after} order by row limit ${most}) next`.execute(tx)
  return (rows[0]?.found ?? []).map(([row, key, data, faults]) => ({ row, key, data, faults }))
}

type PartCells = [key: string, file: string, row: number, data: HsdsRow['data'], faults: HsdsRow['faults']]

/** What stands under these keys, in the order of their files. */
export async function partsOf(tx: Db, keys: readonly string[]): Promise<readonly StagedPart[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<{ found: PartCells[] | null }>`
    select json_agg(json_build_array(key, file, row, data, faults)) as found from hsds_part
    where key in (select json_array_elements_text(${JSON.stringify([...new Set(keys)])}::json))`.execute(tx)
  const found = (rows[0]?.found ?? []).map(([key, file, row, data, faults]) => ({ key, file, row, data, faults }))
  return found.sort((one, other) => one.row - other.row)
}

/** Rows that belong to a service which is in no file: one for each file, with how many there are. */
export async function strayParts(tx: Db): Promise<{ file: string; row: number; id: string }[]> {
  const { rows } = await sql<{ file: string; row: number; id: string }>`
    select distinct on (part.file) part.file, part.row, substr(part.key, 9) as id from hsds_part part
    where part.key like 'service/%'
      and not exists (select from hsds_service service where service.key = part.key)
    order by part.file, part.row`.execute(tx)
  return rows
}
