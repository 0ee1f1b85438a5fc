/** Forgets a person: their name in the plans of any town, in the office and in everything that was published. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tables.ts'
import type { Erase } from '../../platform/privacy/personal-data.ts'
import { withoutPerson } from '../../platform/privacy/without-person.ts'
import { rewritePlanVersion } from './published-store.ts'

type Clean = (text: string) => string

/** Every text in a value, wherever it stands. */
function cleaned(value: unknown, clean: Clean): unknown {
  if (typeof value === 'string') return clean(value)
  if (Array.isArray(value)) return value.map((one) => cleaned(one, clean))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one, clean)]))
}

interface PlanRedaction {
  /** Only rows with one of these in them are looked at; small letters. */
  readonly naming: readonly string[]
  readonly clean: Clean
}

/**
 * Takes words out of all plans: drafts, every published version, what is shared. A version stays what it was but for them,
 * and has a new hash.
 *
 * @returns ids of the authorities whose public pages have changed.
 */
async function redactPlans(tx: Tx, { naming, clean }: PlanRedaction): Promise<string[]> {
  const named = (column: string) =>
    sql`exists (select from unnest(${[...naming]}::text[]) as name
      where position(name in lower(${sql.raw(column)}::text)) > 0)`
  for (const table of ['office.plan', 'office.measure'] as const) {
    const { rows } = await sql<{ id: string; facts: unknown }>`
      select id, facts from ${sql.table(table)} where ${named('facts')}`.execute(tx)
    for (const { id, facts } of rows) {
      await sql`update ${sql.table(table)} set facts = ${JSON.stringify(cleaned(facts, clean))}::jsonb
        where id = ${id}`.execute(tx)
    }
  }
  const { rows: shared } = await sql<{ measure: string; title: string; what: string }>`
    select measure, title, what from published.shared_measure where ${named(`title || ' ' || what`)}`.execute(tx)
  for (const { measure, title, what } of shared) {
    await tx
      .updateTable('published.shared_measure')
      .set({ title: clean(title), what: clean(what) })
      .where('measure', '=', measure)
      .execute()
  }
  return redactVersions(tx, named('document'), clean)
}

async function redactVersions(tx: Tx, named: ReturnType<typeof sql>, clean: Clean): Promise<string[]> {
  const { rows } = await sql<{ plan: string; version: number; document: unknown }>`
    select plan, version, document from published.plan_version where ${named}`.execute(tx)
  const changed = new Set<string>()
  for (const { plan, version, document } of rows) {
    const clear = await rewritePlanVersion(tx, plan, version, cleaned(document, clean))
    for (const authority of clear.authorities) changed.add(authority)
  }
  return [...changed]
}

export const eraseFromPlans: Erase = async (tx, person) => {
  const naming = [person.email, person.name.trim()].map((one) => one.toLowerCase()).filter((one) => one !== '')
  await redactPlans(tx, { naming, clean: (text) => withoutPerson(text, person) })
}
