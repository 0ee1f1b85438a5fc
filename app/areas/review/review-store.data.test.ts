/** Counts of any day are those that one gets by going through all versions of plans and pages. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import { isFew, type PlanDocument, smallStaysOut, writeVersion } from '../plans/index.ts'
import { addUpChanges } from './need-month-store.ts'
import { beginningOf, reviewSections, reviewStates } from './review-rules.ts'
import { countChecklist, countCountries, countMeasures, countPlans, sumIndicators } from './review-store.ts'

const towns = [
  { id: newId(), country: 'AT' },
  { id: newId(), country: 'AT' },
  { id: newId(), country: 'NL' },
]
const [plans, measures] = [[newId(), newId(), newId()], Array.from({ length: 9 }, newId)]
const firstDay = Temporal.PlainDate.from('2026-01-27')
/** Some days later each, so that the end of a month lies between. */
const momentOf = (index: number) => beginningOf(firstDay.add({ days: index * 3 }))
let database: Database

beforeAll(async () => {
  database = await testDatabase()
  for (const { id, country } of towns) {
    await sql`insert into published.authority (id, kind, country, slug, name, time_zone, facts_sha256, changed_at)
      values (${id}, 'municipality', ${country}, ${id}, 'Town', 'UTC', '', now())`.execute(database.db)
  }
})
afterAll(() => database.close())

interface Version {
  readonly plan: number
  readonly at: Temporal.Instant
  readonly document: PlanDocument
}

const summed = ['people-trained', 'children-helped']

const measure = (plan: number) =>
  fc
    .record({
      id: fc.constantFrom(...measures.slice(plan * 3, plan * 3 + 3)),
      section: fc.constantFrom(...reviewSections),
      state: fc.constantFrom(...reviewStates),
      articles: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
      value: fc.option(fc.integer({ min: 0, max: 9 })),
      common: fc.constantFrom('people-trained', 'children-helped'),
    })
    .map(({ value, common, ...facts }) => ({
      ...facts,
      ...{ title: 'x', what: '', catalogue: null, responsible: '', partner: '', kinds: [], budget: '', reason: '' },
      ...{ starts: null, ends: null, evidence: [], shared: false, language: null },
      indicators:
        value === null
          ? []
          : [
              {
                ...{ id: facts.id, common, name: 'x', unit: '', baseline: null, target: null },
                values: [{ on: '2026-01-01', value, note: '' }],
              },
            ],
    }))

const version = (plan: number) =>
  fc
    .record({
      partner: fc.option(fc.constantFrom(1, 2)),
      year: fc.constantFrom(2025, 2026),
      measures: fc.uniqueArray(measure(plan), { selector: ({ id }) => id, maxLength: 3 }),
    })
    .map(({ partner, year, measures: those }): PlanDocument => {
      const authorities = [...new Set([plan, partner ?? plan])].map((one) => towns[one]?.id ?? '')
      const facts = { title: 'x', language: 'en', steering: '', office: '', participation: '', heard: [] }
      const period = { starts: `${year}-01-01`, ends: `${year}-12-31` }
      return { format: 'safe-towns-plan/1', plan: { ...facts, ...period }, authorities, measures: those }
    })

/** Versions some days after each other, or two on the same day. */
const history = fc
  .array(
    fc.nat({ max: 2 }).chain((plan) => version(plan).map((document) => ({ plan, document }))),
    { maxLength: 6 },
  )
  .map((all) => all.map((one, index): Version => ({ ...one, at: momentOf(index >> 1).add({ hours: index + 1 }) })))

/** The versions that were the newest ones of their plans. */
function newestAt(versions: readonly Version[], on: Temporal.Instant): readonly Version[] {
  const seen = versions.filter(({ at }) => Temporal.Instant.compare(at, on) <= 0)
  return [...new Map(seen.map((one) => [one.plan, one])).values()]
}

const tally = (keys: readonly string[]) => [...Map.groupBy(keys, (key) => key)].map(([key, all]) => [key, all.length])

function counted(versions: readonly Version[], day: string) {
  const all = versions.flatMap(({ plan, document }) => document.measures.map((one) => ({ ...one, plan })))
  const carriers = versions.flatMap(({ document }) => document.authorities)
  const country = (id: string) => towns.find((town) => town.id === id)?.country ?? ''
  const told = (id: string, { measures: those }: Pick<PlanDocument, 'measures'>) =>
    those.flatMap(({ indicators }) =>
      indicators.flatMap(({ common, values }) =>
        values.flatMap(({ value }) => (common === id && !isFew(common, value) ? [value] : [])),
      ),
    )
  const sums = summed.map((id) => ({
    sum: told(id, { measures: all }).reduce((sum, value) => sum + value, 0),
    towns: new Set(versions.flatMap(({ document }) => (told(id, document).length > 0 ? document.authorities : [])))
      .size,
  }))
  return {
    measures: tally(all.map(({ section, state }) => `${section} ${state}`)).toSorted(),
    articles: tally(all.flatMap((one) => one.articles.map((each) => `${one.section} ${one.state} ${each}`))).toSorted(),
    countries: {
      towns: tally([...new Set(carriers)].map(country)).toSorted(),
      measures: tally(all.map(({ plan }) => country(towns[plan]?.id ?? ''))).toSorted(),
    },
    plans: versions.length,
    underWay: versions.filter(({ document: { plan } }) => plan.starts <= day && day <= plan.ends).length,
    sums,
  }
}

async function fromStore(before: Temporal.PlainDate | undefined, day: Temporal.PlainDate) {
  const found = await database.read((db) => countMeasures(db, before))
  const countries = await database.read((db) => countCountries(db, before))
  const { plans: all, underWay } = await database.read((db) => countPlans(db, before, day))
  const those = await database.read((db) => sumIndicators(db, before, summed))
  const some = (of: 'towns' | 'measures') => countries.map((one) => [one.country, one[of]]).filter(([, count]) => count)
  return {
    measures: found.measures.map((one) => [`${one.section} ${one.state}`, one.measures]).toSorted(),
    articles: found.articles.map((one) => [`${one.section} ${one.state} ${one.article}`, one.measures]).toSorted(),
    countries: { towns: some('towns').toSorted(), measures: some('measures').toSorted() },
    ...{ plans: all, underWay },
    sums: summed.map((id) => {
      const { sum = 0, towns: telling = 0 } = those.find(({ indicator }) => indicator === id) ?? {}
      return { sum, towns: telling }
    }),
  }
}

test('for any day the counts are those of the versions that were public when it began', async () => {
  const day = Temporal.PlainDate.from('2026-01-10')
  await fc.assert(
    fc.asyncProperty(history, fc.integer({ min: 0, max: 12 }), fc.boolean(), async (versions, days, addedUp) => {
      await sql`truncate published.plan, published.plan_version, published.plan_authority, published.plan_carrier, published.town_change,
        published.measure_state, published.measure_change, published.indicator_change, published.indicator_value, published.shared_measure`.execute(
        database.db,
      )
      for (const [index, { plan, at, document }] of versions.entries()) {
        const before = versions.slice(0, index).filter((one) => one.plan === plan).length
        const country = towns[plan]?.country ?? ''
        const written = { plan: plans[plan] ?? '', country, version: before + 1, document, at }
        await database.db.transaction().execute((tx) => writeVersion(tx, written))
      }
      if (addedUp) await database.db.transaction().execute((tx) => addUpChanges(tx))
      const before = firstDay.add({ days })
      expect(await fromStore(before, day)).toEqual(counted(newestAt(versions, beginningOf(before)), `${day}`))
      expect(await fromStore(undefined, day)).toEqual(counted(newestAt(versions, momentOf(99)), `${day}`))
    }),
    { numRuns: 25 },
  )
})

const answers = fc.uniqueArray(
  fc.record({ kind: fc.constantFrom('a', 'b'), status: fc.constantFrom('available', 'partly') }),
  { selector: ({ kind }) => kind },
)
/** Three days later each. */
const pages = fc.array(fc.record({ town: fc.nat({ max: 2 }), answers }), { maxLength: 6 })
test('for any day towns are counted by what their newest page of then answers', async () => {
  await fc.assert(
    fc.asyncProperty(pages, fc.nat({ max: 20 }), fc.boolean(), async (given, days, addedUp) => {
      await sql`truncate published.snapshot, published.current_snapshot, published.checklist_change`.execute(
        database.db,
      )
      for (const [index, one] of given.entries()) {
        const published = firstDay.add({ days: index * 3 })
        await sql`insert into published.snapshot (authority, version, document, sha256, published_at)
          values (${towns[one.town]?.id}, ${index + 1}, ${JSON.stringify({ answers: one.answers })}::jsonb, '',
            ${`${published}T12:00:00Z`}::timestamptz)`.execute(database.db)
      }
      if (addedUp) await database.db.transaction().execute((tx) => addUpChanges(tx))
      const newest = [...new Map(given.slice(0, Math.ceil(days / 3)).map((one) => [one.town, one.answers])).values()]
      const wanted = tally([...newest.map(() => ' page'), ...newest.flat().map((one) => `${one.kind} ${one.status}`)])
      const found = await database.read((db) => countChecklist(db, firstDay.add({ days })))
      expect(found.map((one) => [`${one.kind} ${one.status}`, one.towns]).toSorted()).toEqual(wanted.toSorted())
    }),
    { numRuns: 25 },
  )
})

test('a town that is merged is counted no longer', async () => {
  await sql`truncate published.snapshot, published.current_snapshot, published.checklist_change`.execute(database.db)
  const [one, other] = towns
  await sql`insert into published.snapshot (authority, version, document, sha256, published_at)
    values (${one?.id}, 1, '{"answers": [{"kind": "a", "status": "planned"}]}'::jsonb, '', now())`.execute(database.db)
  expect(await database.read((db) => countChecklist(db, undefined))).toHaveLength(2)
  await sql`update published.authority set status = 'merged', successor = ${other?.id}
    where id = ${one?.id}`.execute(database.db)
  expect(await database.read((db) => countChecklist(db, undefined))).toEqual([])
})

test('a small figure that was published before the rule is in no sum, and its town tells nothing', async () => {
  await sql`truncate published.plan, published.plan_version, published.plan_authority, published.plan_carrier, published.town_change,
    published.measure_state, published.measure_change, published.indicator_change, published.indicator_value, published.shared_measure`.execute(
    database.db,
  )
  const at = new Date('2026-02-01T10:00:00Z')
  await sql`insert into published.plan (id, authority, country, version, starts, ends, published_at)
    values (${plans[0]}, ${towns[0]?.id}, 'AT', 1, '2026-01-01', '2026-12-31', ${at})`.execute(database.db)
  for (const [index, common] of [...smallStaysOut].entries()) {
    await sql`insert into published.indicator_value (measure, indicator, plan, country, value, since)
      values (${measures[index]}, ${common}, ${plans[0]}, 'AT', 3, ${at}), (${measures[index + 3]}, ${common}, ${plans[0]}, 'AT', 7, ${at})`.execute(
      database.db,
    )
  }
  // What the database holds small is what the rule holds small.
  const { rows } = await sql<{ indicator: string; value: number }>`
    select indicator, sum(value)::integer as value from published.indicator_change group by 1`.execute(database.db)
  expect(new Set(rows.map(({ indicator, value }) => `${indicator} ${value}`))).toEqual(
    new Set([...smallStaysOut].map((one) => `${one} 7`)),
  )
  await sql`update published.indicator_value set until = ${new Date('2026-02-03T10:00:00Z')}`.execute(database.db)
  await sql`delete from published.indicator_value`.execute(database.db)
  const { rows: left } = await sql`
    select from published.indicator_change group by indicator having sum(value) <> 0`.execute(database.db)
  expect(left).toEqual([])
})
