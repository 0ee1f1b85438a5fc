/** Documents that bear out measures: which there are, which are public, and taking one out of every version. */
import { sql } from 'kysely'
import type { Db, ReadDb, Tx } from '../../platform/db/tables.ts'
import { type KeptFile, keptFile } from '../../platform/files/file-types.ts'
import { readMeasures } from './plan-store.ts'
import { readVersion, rewritePlanVersion } from './published-store.ts'
import { measureFacts } from './schema.ts'

const inMeasures = (measures: ReturnType<typeof sql>) => sql<{ file: unknown; title: string }>`
  select evidence -> 'file' as file, evidence ->> 'title' as title
  from ${measures} as measures (measure), jsonb_array_elements(measure -> 'evidence') as evidence
  where evidence ? 'file'`

/** The names of all, of drafts and of every version. */
export async function plansFiles(db: Db): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    with measures (measure) as (
      select facts from office.measure where facts -> 'evidence' <> '[]'
      union all
      select measure from published.plan_version, jsonb_array_elements(document -> 'measures') as measure
      where document::text like '%"sha256"%'
    )
    select distinct evidence -> 'file' ->> 'sha256' as sha256
    from measures, jsonb_array_elements(measure -> 'evidence') as evidence
    where evidence ? 'file'`.execute(db)
  return rows.map(({ sha256 }) => sha256)
}

export interface PublicDocument {
  readonly file: KeptFile
  readonly title: string
}

/** All of a plan, of its draft and of every version, by their newest name. */
export async function documentsOf(db: Db, plan: string): Promise<PublicDocument[]> {
  const measures = sql`(
    select facts as measure from office.measure where plan = ${plan}
    union all
    select measure from published.plan_version, jsonb_array_elements(document -> 'measures') as measure
    where plan = ${plan})`
  const { rows } = await inMeasures(measures).execute(db)
  const found = rows.map(({ file, title }) => ({ file: keptFile.parse(file), title }))
  return [...new Map(found.toReversed().map((one) => [one.file.sha256, one])).values()]
}

/** Of a plan that the town carries, in any version. @param hash how its name begins. */
export async function publicDocument(
  db: ReadDb,
  { plan, authority, hash }: { readonly plan: string; readonly authority: string; readonly hash: string },
): Promise<PublicDocument | undefined> {
  const measures = sql`(
    select measure from published.plan_version as version
      join published.plan_authority as carried on carried.plan = version.plan and carried.authority = ${authority},
      jsonb_array_elements(document -> 'measures') as measure
    where version.plan = ${plan} order by version.version desc)`
  const { rows } = await sql<{ file: unknown; title: string }>`
    select file, title from (${inMeasures(measures)}) as found
    where file ->> 'sha256' like ${`${hash}%`} limit 1`.execute(db)
  const [row] = rows
  return row && { file: keptFile.parse(row.file), title: row.title }
}

const without = <One extends { readonly file?: KeptFile | undefined }>(evidence: readonly One[], sha256: string) =>
  evidence.filter(({ file }) => file?.sha256 !== sha256)

/** @returns whether there was one, and whose pages have changed. */
export async function redactDocumentIn(
  tx: Tx,
  plan: string,
  sha256: string,
): Promise<{ readonly changed: boolean; readonly authorities: readonly string[] }> {
  let changed = false
  for (const { id, revision: _, changedBy: _by, ...facts } of await readMeasures(tx, plan)) {
    const evidence = without(facts.evidence, sha256)
    if (evidence.length === facts.evidence.length) continue
    changed = true
    await tx
      .updateTable('office.measure')
      .set({ facts: JSON.stringify(measureFacts.parse({ ...facts, evidence })), revision: sql`revision + 1` })
      .where('id', '=', id)
      .execute()
  }
  const authorities = new Set<string>()
  const { rows } = await sql<{ version: number }>`select version from published.plan_version
    where plan = ${plan} and position(${sha256} in document::text) > 0`.execute(tx)
  for (const { version } of rows) {
    const known = await readVersion(tx, plan, version)
    if (!known) continue
    const measures = known.document.measures.map((one) => ({ ...one, evidence: without(one.evidence, sha256) }))
    const rewritten = await rewritePlanVersion(tx, plan, version, { ...known.document, measures })
    for (const one of rewritten.authorities) authorities.add(one)
  }
  return { changed: changed || rows.length > 0, authorities: [...authorities] }
}
