import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../tests/database.ts'
import { type FactChecks, loadChecklist, serviceFaults, snapshotDocument } from '../areas/checklist/index.ts'
import { phoneIsValidIn } from '../areas/helplines/index.ts'
import { fixedClock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { createI18n } from '../platform/i18n/i18n.ts'
import { loadReferenceData } from '../reference-data.ts'
import { authoritiesOf, authoritiesWith } from './authorities.ts'
import { documentOf, type SyntheticDeps } from './services.ts'
import { writeNetwork } from './write-network.ts'

const at = Temporal.Instant.from('2026-11-29T10:00:00Z')
const reference = loadReferenceData()
const deps: SyntheticDeps = { checklist: loadChecklist(), kindName: (kind, language) => `${kind} ${language}` }
const owner = '00000000-0000-4000-8000-000000000001'
const documents = (seed: string) =>
  [...authoritiesOf(seed, 400)]
    .slice(0, 30)
    .map((one) => documentOf(deps, seed, { ...one, id: owner }, { services: 40, at }))

describe('a fictional network', () => {
  test('has exactly as many authorities as are wanted, and each lies in one that comes before it', () => {
    for (const wanted of [1, 7, 60, 2_600]) {
      const known = new Set<string>()
      for (const { code, kind, area } of authoritiesOf('1', wanted)) {
        expect([code, kind === 'country' || known.has(area ?? '')]).toEqual([code, true])
        known.add(code)
      }
      expect(known.size).toBe(wanted)
    }
  })

  test('is the same for the same seed and another one for another', () => {
    expect([...authoritiesOf('1', 300)]).toEqual([...authoritiesOf('1', 300)])
  })

  test('one country alone has all of them, and as many towns as were asked for', () => {
    const all = [...authoritiesOf('1', authoritiesWith(4_100), 'FR')]
    expect(new Set(all.map(({ country }) => country))).toEqual(new Set(['FR']))
    expect(all.filter(({ kind }) => kind === 'municipality')).toHaveLength(4_100)
    expect(documents('1')).toEqual(documents('1'))
    expect(documents('2')).not.toEqual(documents('1'))
  })

  test('says what the rules allow, with numbers kept for fiction alone, and has confidential places without an address', () => {
    const checks: FactChecks = {
      ...{ kinds: deps.checklist.ids, languages: reference.languages.codes },
      ...{ knownShort: () => false, mayBeShort: () => false },
      ...{ today: Temporal.PlainDate.from('2026-11-29'), phoneIsValid: phoneIsValidIn('GB') },
    }
    for (const document of documents('1')) {
      expect(snapshotDocument.parse(document)).toEqual(document)
      expect(document.services.flatMap((service) => serviceFaults(service, checks))).toEqual([])
      for (const { kinds, place, phones } of document.services) {
        if (kinds.includes('safe-place-to-stay')) expect(place).toEqual({ type: 'confidential' })
        expect(phones.every(({ number, fictional }) => fictional && /^\+44 808 157 0\d{3}$/.test(number))).toBe(true)
      }
    }
  })
})

describe('written', () => {
  let database: Database
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.close())

  test('everybody has published, and what is published can be searched', async () => {
    const input = { seed: '1', authorities: 70, services: 5 }
    const i18n = createI18n(reference.languages)
    const report = await writeNetwork({ database, clock: fixedClock(at.toString()), reference, i18n }, input)
    expect(report).toEqual({ authorities: 70, services: 350 })
    const { rows } = await sql<Record<string, number>>`
      select (select count(*) from published.authority where demonstration)::integer as authorities,
        (select count(*) from published.current_snapshot)::integer as versions,
        (select count(*) from published.service)::integer as services,
        (select count(*) from published.service_area area join published.service service on service.id = area.service
          where area.authority = service.authority)::integer as areas,
        (select count(*) from published.service_words)::integer as words,
        (select count(distinct service) from published.service_place)::integer as places,
        (select count(*) from published.service
          where facts -> 'place' ->> 'type' = 'addresses')::integer as addresses`.execute(database.db)
    expect(rows[0]).toMatchObject({ authorities: 70, versions: 70, services: 350, areas: 350, words: 350 })
    expect(rows[0]?.['places']).toBe(rows[0]?.['addresses'])
    expect(rows[0]?.['places']).toBeGreaterThan(100)
  })

  test('a second one is not written over it', async () => {
    const i18n = createI18n(reference.languages)
    const again = writeNetwork(
      { database, clock: fixedClock(at.toString()), reference, i18n },
      { seed: '1', authorities: 70, services: 5 },
    )
    await expect(again).rejects.toThrow('only 0 of 70')
  })
})
