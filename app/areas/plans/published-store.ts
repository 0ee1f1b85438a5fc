/** Published plans: versions, and the rows by which the network is counted. Written in the transaction that publishes. */
import { sql } from 'kysely'
import type { Db, ReadDb, Tx } from '../../platform/db/tables.ts'
import { canonicalJson, sha256Hex } from '../../platform/signing/canonical.ts'
import { isFew } from './few-rules.ts'
import { newestValue } from './plan-rules.ts'
import { type Measure, type PlanDocument, planDocument } from './schema.ts'

export interface PublishedPlan {
  readonly id: string
  readonly authority: string
  readonly version: number
  readonly starts: string
  readonly ends: string
  readonly publishedAt: Temporal.Instant
}

export interface PlanVersion {
  readonly version: number
  readonly publishedAt: Temporal.Instant
  readonly document: PlanDocument
}

const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime())

/** Plans that an authority carries, alone or with others; the newest period first. */
export async function publishedPlansOf(db: ReadDb | Db, authority: string): Promise<PublishedPlan[]> {
  const { rows } = await sql<Omit<PublishedPlan, 'publishedAt'> & { readonly published_at: Date }>`
    select id, plan.authority, version, starts::text, ends::text, published_at
    from published.plan join published.plan_authority carried on carried.plan = id
    where carried.authority = ${authority}
    order by plan.starts desc, id`.execute(db)
  return rows.map(({ published_at, ...row }) => ({ ...row, publishedAt: instant(published_at) }))
}

/** When an authority first published a plan, alone or with others; undefined: not yet. */
export async function firstPlanPublished(db: ReadDb | Db, authority: string): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(published_at) as at from published.plan_version
    join published.plan_authority carried using (plan) where carried.authority = ${authority}`.execute(db)
  const at = rows[0]?.at
  return at ? instant(at) : undefined
}

/** Newest first. */
export async function versionsOf(db: ReadDb | Db, plan: string): Promise<Omit<PlanVersion, 'document'>[]> {
  const { rows } = await sql<{ version: number; published_at: Date }>`
    select version, published_at from published.plan_version where plan = ${plan} order by version desc`.execute(db)
  return rows.map(({ version, published_at }) => ({ version, publishedAt: instant(published_at) }))
}

export async function readVersion(db: ReadDb | Db, plan: string, version: number): Promise<PlanVersion | undefined> {
  const { rows } = await sql<{ document: unknown; published_at: Date }>`
    select document, published_at from published.plan_version
    where plan = ${plan} and version = ${version}`.execute(db)
  const [row] = rows
  return row && { version, document: planDocument.parse(row.document), publishedAt: instant(row.published_at) }
}

/** The newest version; undefined where none is published. */
export async function readNewest(db: ReadDb | Db, plan: string): Promise<PlanVersion | undefined> {
  const { rows } = await sql<{ version: number; document: unknown; published_at: Date }>`
    select version, document, published_at from published.plan_version
    where plan = ${plan} order by version desc limit 1`.execute(db)
  const [row] = rows
  return (
    row && {
      version: row.version,
      document: planDocument.parse(row.document),
      publishedAt: instant(row.published_at),
    }
  )
}

interface Publication {
  readonly plan: string
  readonly country: string
  readonly version: number
  readonly document: PlanDocument
  readonly at: Temporal.Instant
}

/** Writes a version and what is counted of it. */
export async function writeVersion(tx: Tx, given: Publication): Promise<void> {
  const { plan, country, version, document, at } = given
  const { starts, ends } = document.plan
  const [authority = ''] = document.authorities
  const published_at = new Date(at.epochMilliseconds)
  await tx
    .insertInto('published.plan')
    .values({ id: plan, authority, country, version, starts, ends, published_at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ version, starts, ends, published_at }))
    .execute()
  const sha256 = sha256Hex(canonicalJson(document))
  await tx
    .insertInto('published.plan_version')
    .values({ plan, version, document: JSON.stringify(document), sha256, published_at })
    .execute()
  await tx.deleteFrom('published.plan_authority').where('plan', '=', plan).execute()
  await tx
    .insertInto('published.plan_authority')
    .values(document.authorities.map((one) => ({ plan, authority: one })))
    .execute()
  await writeStates(tx, given)
  await writeValues(tx, given)
  await writeShared(tx, given)
}

/** A version without words that had to go: all else stays, and it has a new hash. */
export async function rewritePlanVersion(
  tx: Db,
  plan: string,
  version: number,
  without: unknown,
): Promise<PlanDocument> {
  const document = planDocument.parse(without)
  await tx
    .updateTable('published.plan_version')
    .set({ document: JSON.stringify(document), sha256: sha256Hex(canonicalJson(document)) })
    .where('plan', '=', plan)
    .where('version', '=', version)
    .execute()
  return document
}

/** Closes the rows that are true no longer, and opens those that are new; what did not change keeps its row. */
async function writeStates(tx: Tx, { plan, country, document, at }: Publication): Promise<void> {
  const rows = document.measures.map(({ id, section, state, articles, kinds }) => ({
    ...{ measure: id, section, state, articles, kinds },
  }))
  const json = JSON.stringify(rows)
  const since = new Date(at.epochMilliseconds)
  const now = sql`select measure, section, state, articles, kinds from jsonb_to_recordset(${json}::jsonb)
    as now (measure uuid, section text, state text, articles smallint[], kinds text[])`
  await sql`
    update published.measure_state old set until = ${since}
    where plan = ${plan} and until is null and not exists (
      select from (${now}) now where now.measure = old.measure and now.section = old.section
        and now.state = old.state and now.articles = old.articles and now.kinds = old.kinds)`.execute(tx)
  await sql`
    insert into published.measure_state (measure, plan, country, section, state, articles, kinds, since)
    select measure, ${plan}, ${country}, section, state, articles, kinds, ${since} from (${now}) now
    where not exists (select from published.measure_state old where old.measure = now.measure and until is null)
    on conflict (measure, since) do update
    set section = excluded.section, state = excluded.state, articles = excluded.articles, kinds = excluded.kinds,
      until = null`.execute(tx)
}

/** The newest value of each indicator that is counted alike everywhere; of two of the same kind the sum. */
function commonValues({ id, indicators }: Measure) {
  const sums = new Map<string, number>()
  for (const one of indicators) {
    const newest = one.values.length > 0 ? newestValue(one) : undefined
    if (one.common !== null && newest && !isFew(one.common, newest.value)) {
      sums.set(one.common, (sums.get(one.common) ?? 0) + newest.value)
    }
  }
  return [...sums].map(([indicator, value]) => ({ measure: id, indicator, value }))
}

async function writeValues(tx: Tx, { plan, country, document, at }: Publication): Promise<void> {
  const json = JSON.stringify(document.measures.flatMap(commonValues))
  const since = new Date(at.epochMilliseconds)
  const now = sql`select measure, indicator, value from jsonb_to_recordset(${json}::jsonb)
    as now (measure uuid, indicator text, value numeric)`
  await sql`
    update published.indicator_value old set until = ${since}
    where plan = ${plan} and until is null and not exists (
      select from (${now}) now
      where now.measure = old.measure and now.indicator = old.indicator and now.value = old.value)`.execute(tx)
  await sql`
    insert into published.indicator_value (measure, indicator, plan, country, value, since)
    select measure, indicator, ${plan}, ${country}, value, ${since} from (${now}) now
    where not exists (select from published.indicator_value old
      where old.measure = now.measure and old.indicator = now.indicator and until is null)
    on conflict (measure, indicator, since) do update set value = excluded.value, until = null`.execute(tx)
}

async function writeShared(tx: Tx, { plan, document, at }: Publication): Promise<void> {
  await tx.deleteFrom('published.shared_measure').where('plan', '=', plan).execute()
  const [authority = ''] = document.authorities
  const rows = document.measures
    .filter(({ shared, state }) => shared && state !== 'dropped')
    .map(({ id, section, articles, kinds, title, what, language }) => ({
      ...{ measure: id, plan, authority, section, articles, kinds, title, what },
      language: language ?? document.plan.language,
      shared_at: new Date(at.epochMilliseconds),
    }))
  if (rows.length > 0) await tx.insertInto('published.shared_measure').values(rows).execute()
}

/** Whether a measure stands in the newest version of a plan that a town carries. */
export async function measureIsPublic(
  db: ReadDb,
  { authority, plan, measure }: { readonly authority: string; readonly plan: string; readonly measure: string },
): Promise<boolean> {
  const found = await db
    .selectFrom('published.measure_state as state')
    .innerJoin('published.plan_authority as carried', 'carried.plan', 'state.plan')
    .select('state.measure')
    .where('state.plan', '=', plan)
    .where('state.measure', '=', measure)
    .where('state.until', 'is', null)
    .where('carried.authority', '=', authority)
    .executeTakeFirst()
  return found !== undefined
}
