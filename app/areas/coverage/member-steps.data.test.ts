/** What the database keeps of each member is, after whatever happened, what one finds by looking at everything anew. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '../../../tests/database.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import { countAlike, mendSteps } from './coverage-store.ts'
import { noteInvited } from './invited-store.ts'

let database: Database
const ids = (count: number) => Array.from({ length: count }, () => newId()).sort()
const [towns, areas, unions, persons] = [ids(4), ids(3), ids(2), ids(2)]
const at = Temporal.Instant.from('2026-11-29T10:00:00Z')

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  for (const [kind, made] of [
    ['municipality', towns],
    ['district', areas],
  ] as const) {
    await sql`
      insert into published.authority (id, kind, country, slug, name, time_zone, facts_sha256, changed_at)
      select id, ${kind}, 'NL', 'place-' || id, 'Place', 'UTC', '', now() from unnest(${made}::uuid[]) id`.execute(db)
  }
  await sql`
    insert into published.association (id, country, slug, name, changed_at)
    select id, 'NL', 'union-' || id, 'Union', now() from unnest(${unions}::uuid[]) id`.execute(db)
  await sql`
    insert into published.association_member (association, authority)
    select ${unions[0]}::uuid, id from unnest(${towns}::uuid[]) id`.execute(db)
})
afterAll(() => database.close())

const standingRow = z.object({
  answers: z.number(),
  core_answered: z.number(),
  core: z.number(),
  services: z.number(),
  services_fresh: z.number(),
})

type Row = Record<string, unknown> & { readonly authority: string }

/** From the tables alone, without the database's own idea of a step. */
async function lookedAtAnew(db: Db): Promise<Row[]> {
  const all = async (table: string) => (await sql<Row>`select * from ${sql.table(table)}`.execute(db)).rows
  const [members, authorities, links, roles, invited, standings, sites, signatories, looks, events, reports] =
    await Promise.all(
      [
        ...['published.association_member', 'published.authority', 'published.authority_area', 'accounts.role'],
        ...['office.invited_authority', 'office.standing', 'office.site_finding', 'published.signatory'],
        ...['office.website_look', 'published.event', 'published.report'],
      ].map(all),
    )
  return (members ?? []).flatMap(({ association, authority }) => {
    const town = authorities?.find(({ id, status }) => id === authority && status === 'active')
    if (!town) return []
    const of = (rows: readonly Row[] | undefined) => rows?.filter((row) => row.authority === authority) ?? []
    const [standing] = z.array(standingRow).parse(of(standings))
    const page = standing !== undefined && standing.answers + standing.services > 0
    const [site] = of(sites)
    const shown = of(looks).some((look) => showing(look) && !later(site?.['said_at'], look['looked_at']))
    const years = of(events).flatMap(({ status, year }) => (status === 'planned' ? [Number(year)] : []))
    const works = of(roles).some(({ role }) => role === 'officer' || role === 'approver')
    return {
      ...{ association, authority, name: town['name'] },
      step: page ? 'published' : works ? 'staffed' : of(invited).length > 0 ? 'invited' : 'silent',
      core: standing !== undefined && standing.core_answered >= standing.core,
      fresh: standing !== undefined && standing.services > 0 && standing.services_fresh === standing.services,
      embedded: site?.['verdict'] === 'embedded' || site?.['verdict'] === 'export' || shown,
      areas: of(links)
        .map(({ area }) => String(area))
        .sort(),
      ...{ population: town['population'], children: town['children'] },
      ...{ latitude: town['latitude'], longitude: town['longitude'] },
      signed: of(signatories).some(({ status }) => status === 'signed'),
      event_years: [...new Set(years)].sort(),
      report_cycles: of(reports)
        .map(({ cycle }) => Number(cycle))
        .sort(),
    }
  })
}

const later = (one: unknown, other: unknown) => one instanceof Date && other instanceof Date && one > other

/** Whether a look has found the page of the town in a place where visitors see it. */
function showing({ findings }: Row): boolean {
  const seen = z.array(z.object({ code: z.string(), tone: z.string() })).parse(findings)
  const good = seen.some(
    ({ code, tone }) => ['frame', 'element', 'fragment', 'export'].includes(code) && tone === 'good',
  )
  return good && !seen.some(({ code }) => code === 'domain-missing')
}

const kept = async (db: Db) => (await sql<Row>`select * from office.member_step`.execute(db)).rows
const byMember = (rows: readonly Row[]) =>
  rows.toSorted((a, b) => `${a['association']}${a.authority}`.localeCompare(`${b['association']}${b.authority}`))

const anyOf = <T>(values: readonly T[]) => fc.constantFrom(...values)
const town = anyOf(towns)
const work = anyOf(['officer', 'approver', 'moderator'])
type Act = (db: Db) => Promise<unknown>

const people: fc.Arbitrary<Act>[] = [
  fc.tuple(anyOf(persons), work, town).map(([person, role, authority]) => async (db: Db) => {
    await sql`insert into accounts.person (id, name, email) values (${person}, '', ${`${person}@people.example`})
      on conflict do nothing`.execute(db)
    await sql`insert into accounts.role (person, role, authority, granted_at, granted_by)
      values (${person}, ${role}, ${authority}, now(), 'test') on conflict do nothing`.execute(db)
  }),
  fc.tuple(town, work).map(([authority, role]) => (db: Db) => {
    return sql`delete from accounts.role where authority = ${authority} and role = ${role}`.execute(db)
  }),
  fc.tuple(town, work).map(([authority, role]) => async (db: Db) => {
    // Another town is none of whose roles is in the way.
    await sql`update accounts.role set authority = ${authority} where role = ${role} and not exists (
      select from accounts.role where role = ${role} and authority = ${authority})
      and person = ${persons[0]} and id = (select min(id::text)::uuid from accounts.role where role = ${role})`.execute(
      db,
    )
  }),
  anyOf(persons).map((person) => (db: Db) => sql`delete from accounts.person where id = ${person}`.execute(db)),
]

const pages: fc.Arbitrary<Act>[] = [
  town.map((authority) => (db: Db) => db.transaction().execute((tx) => noteInvited(tx, authority, at))),
  town.map((authority) => (db: Db) => {
    return sql`delete from office.invited_authority where authority = ${authority}`.execute(db)
  }),
  fc
    .tuple(town, fc.nat(2), fc.nat(2), fc.nat(1), fc.nat(1))
    .map(([authority, core, fresh, answers, services]) => (db: Db) => {
      return sql`
      insert into office.standing (authority, first_published_at, answers, core_answered, core, services, services_fresh)
      values (${authority}, now(), ${answers}, ${core}, 2, ${services * 2}, ${fresh}) on conflict (authority)
      do update set answers = excluded.answers, core_answered = excluded.core_answered, services = excluded.services,
        services_fresh = excluded.services_fresh`.execute(db)
    }),
  town.map((authority) => (db: Db) => sql`delete from office.standing where authority = ${authority}`.execute(db)),
  fc.tuple(town, anyOf(['embedded', 'export', 'page', null])).map(([authority, verdict]) => (db: Db) => {
    return sql`
      insert into office.site_finding (authority, verdict, verdict_at, kept_at)
      values (${authority}, ${verdict}, ${verdict === null ? null : new Date(0)}::timestamptz, now()) on conflict (authority)
      do update set verdict = excluded.verdict, verdict_at = excluded.verdict_at`.execute(db)
  }),
]

const finding = anyOf([
  { code: 'frame', tone: 'good' },
  { code: 'frame', tone: 'bad' },
  { code: 'export', tone: 'good' },
  { code: 'domain-missing', tone: 'bad' },
  { code: 'nothing-found', tone: 'bad' },
])
const websites: fc.Arbitrary<Act>[] = [
  fc.tuple(town, fc.array(finding, { maxLength: 2 }), fc.nat(2)).map(([authority, findings, day]) => (db: Db) => {
    const seen = JSON.stringify(findings.map((one) => ({ ...one, details: [] })))
    return sql`
      insert into office.website_look (authority, address, looked_at, findings)
      values (${authority}, 'https://town.example', ${new Date(day)}::timestamptz, ${seen}::jsonb) on conflict (authority)
      do update set looked_at = excluded.looked_at, findings = excluded.findings`.execute(db)
  }),
  town.map((authority) => (db: Db) => sql`delete from office.website_look where authority = ${authority}`.execute(db)),
  fc.tuple(town, fc.nat(2)).map(([authority, day]) => (db: Db) => {
    return sql`update office.site_finding set verdict = 'none', verdict_at = ${new Date(day)}::timestamptz, said = 'none',
      said_verdict = 'none', said_at = ${new Date(day)}::timestamptz where authority = ${authority}`.execute(db)
  }),
]

const takingPart: fc.Arbitrary<Act>[] = [
  fc.tuple(town, anyOf([2025, 2026])).map(([authority, year]) => async (db: Db) => {
    await sql`insert into published.event_edition (year, themes, source, demonstration, changed_at)
      values (${year}, '{}', '', false, now()) on conflict do nothing`.execute(db)
    await sql`
      insert into published.event (id, authority, country, year, version, status, access, kind, starts, zone, starts_at,
        place, online, language, languages, titles, texts, told, first_published_at, published_at)
      values (gen_random_uuid(), ${authority}, 'NL', ${year}, 1, 'planned', 'public', 'other', now(), 'UTC', now(), '',
        false, 'en', '{}', '{}', '{}', false, now(), now())`.execute(db)
  }),
  town.map((authority) => (db: Db) => {
    return sql`update published.event set status = 'cancelled' where authority = ${authority}`.execute(db)
  }),
  town.map((authority) => (db: Db) => sql`delete from published.event where authority = ${authority}`.execute(db)),
  fc.tuple(town, anyOf([1, 2])).map(([authority, cycle]) => async (db: Db) => {
    await sql`insert into published.report_cycle (number, opens, due) values (${cycle}, '2026-01-01', '2026-06-01')
      on conflict do nothing`.execute(db)
    await sql`insert into published.report (id, authority, country, cycle, version, given_at, changed_at)
      values (gen_random_uuid(), ${authority}, 'NL', ${cycle}, 1, now(), now()) on conflict do nothing`.execute(db)
  }),
]

const signatures: fc.Arbitrary<Act>[] = [
  town.map((authority) => (db: Db) => {
    return sql`
      insert into published.signatory (id, number, kind, country, authority, name, status, status_since, signed_on,
        text_version, text_language, changed_at)
      values (gen_random_uuid(), (select coalesce(max(number), 0) + 1 from published.signatory), 'municipality', 'XX',
        ${authority}, 'Town', 'signed', '2026-01-01', '2026-01-01', '1', 'en', now()) on conflict do nothing`.execute(
      db,
    )
  }),
  town.map((authority) => (db: Db) => {
    return sql`update published.signatory set status = 'withdrawn' where authority = ${authority}`.execute(db)
  }),
]

const directory: fc.Arbitrary<Act>[] = [
  fc.tuple(anyOf(unions), town).map(([association, authority]) => (db: Db) => {
    return sql`insert into published.association_member values (${association}, ${authority})
      on conflict do nothing`.execute(db)
  }),
  fc.tuple(anyOf(unions), town).map(([association, authority]) => (db: Db) => {
    return sql`delete from published.association_member
      where association = ${association} and authority = ${authority}`.execute(db)
  }),
  town.map((authority) => (db: Db) => {
    return sql`update published.authority set status = 'merged', successor = ${areas[0]}
      where id = ${authority}`.execute(db)
  }),
  fc.constant((db: Db) => sql`update published.authority set status = 'active', successor = null`.execute(db)),
  fc.tuple(town, anyOf(areas)).map(([authority, area]) => (db: Db) => {
    return sql`insert into published.authority_area (authority, area) values (${authority}, ${area})
      on conflict do nothing`.execute(db)
  }),
  fc.tuple(town, anyOf(areas)).map(([authority, area]) => (db: Db) => {
    return sql`delete from published.authority_area where authority = ${authority} and area = ${area}`.execute(db)
  }),
  fc.tuple(anyOf(areas), anyOf(areas)).map(([from, to]) => (db: Db) => {
    return sql`update published.authority_area link set area = ${to} where area = ${from} and not exists (
      select from published.authority_area other where other.authority = link.authority and other.area = ${to})`.execute(
      db,
    )
  }),
  fc
    .tuple(town, fc.option(fc.nat(9)), fc.option(fc.nat(9)), fc.option(fc.double({ min: 40, max: 60, noNaN: true })))
    .map(([authority, population, children, place]) => (db: Db) => {
      return sql`
        update published.authority set name = ${`Place ${population}`}, population = ${population}::integer,
          children = ${children}::integer, latitude = ${place}::float8, longitude = ${place}::float8
        where id = ${authority}`.execute(db)
    }),
]

const acts = fc.array(fc.oneof(...people, ...pages, ...websites, ...takingPart, ...directory, ...signatures), {
  minLength: 5,
  maxLength: 20,
})

test('after whatever happens to towns, each member is kept as it stands', async () => {
  const { db } = database
  await fc.assert(
    fc.asyncProperty(acts, async (happened) => {
      for (const act of happened) await act(db)
      expect(byMember(await kept(db))).toEqual(byMember(await lookedAtAnew(db)))
    }),
    { numRuns: 15 },
  )
})

test('counts are those of what is kept, each member once', async () => {
  const { db } = database
  await sql`update published.authority set status = 'active', successor = null, population = 7`.execute(db)
  await sql`insert into published.association_member
    select ${unions[0]}::uuid, id from unnest(${towns}::uuid[]) id on conflict do nothing`.execute(db)
  await sql`insert into published.authority_area (authority, area)
    select town, area from unnest(${towns}::uuid[]) town, unnest(${areas}::uuid[]) area on conflict do nothing`.execute(
    db,
  )
  const alike = await countAlike(db, unions[0] ?? '')
  const sum = (key: 'authorities' | 'population') => alike.reduce((all, group) => all + group[key], 0)
  expect([sum('authorities'), sum('population')]).toEqual([towns.length, 7 * towns.length])
})

test('what was written past the triggers is right again after a night', async () => {
  const { db } = database
  expect(await mendSteps(db)).toBe(0)
  await sql`update office.member_step set step = 'published', population = 1 where authority = ${towns[0]}`.execute(db)
  await sql`delete from office.member_step where authority = ${towns[1]}`.execute(db)
  expect(await mendSteps(db)).toBe(2)
  expect(byMember(await kept(db))).toEqual(byMember(await lookedAtAnew(db)))
  expect(await mendSteps(db)).toBe(0)
})

const made = ['0047_member_steps.sql', '0057_signed_members.sql', '0090_where_members_stand.sql']
test('members that were there before the database kept them are kept from then on', async () => {
  const { db } = database
  for (const statement of [
    'drop table office.member_step cascade',
    'drop view office.member_step_now',
    'drop function office.note_member_steps cascade',
    'drop function office.keep_member_steps',
    `delete from public.migration where name in (${made.map((name) => `'${name}'`).join()})`,
  ])
    await sql.raw(statement).execute(db)
  expect(await database.migrate()).toEqual(made)
  expect((await kept(db)).length).toBeGreaterThan(0)
  expect(byMember(await kept(db))).toEqual(byMember(await lookedAtAnew(db)))
})
