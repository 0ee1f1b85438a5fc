import { afterEach, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import type { Database } from '../../platform/db/database.ts'
import { newId } from '../../platform/ids.ts'
import type { RoleName, Scope } from '../../platform/session/actor.ts'
import { ensureAssociation } from '../associations/index.ts'
import { workplacesOf } from './workplaces.ts'

let database: Database
beforeEach(async () => {
  database = await testDatabase()
})
afterEach(() => database.close())

const english = { language: 'en', tag: 'en' }

async function association(country: string, slug: string, names: Record<string, string>): Promise<Scope> {
  const id = newId()
  const facts = {
    id,
    country,
    slug,
    name: `Own name of ${slug}`,
    names,
    web: null,
    demonstration: true,
    source: 'test',
  }
  await ensureAssociation(database.db, facts, [], Temporal.Now.instant())
  return { kind: 'association', id }
}

const workplaces = (roles: readonly { role: RoleName; scope: Scope }[], translator = english) =>
  workplacesOf(database.db, { roles }, translator)

test('workplaces are named in the language of the person and sorted by that name', async () => {
  const last = await association('NL', 'zz', { en: 'Towns', de: 'Ämter' })
  const first = await association('BE', 'aa', { en: 'Cities', de: 'Städte' })
  const roles = [last, first].map((scope) => ({ role: 'coordinator' as const, scope }))
  const names = async (translator = english) =>
    (await workplaces(roles, translator)).associations.map(({ name }) => name)
  expect(await names()).toEqual(['Cities', 'Towns'])
  expect(await names({ language: 'de', tag: 'de' })).toEqual(['Ämter', 'Städte'])
  expect(await names({ language: 'fr', tag: 'fr' })).toEqual(['Own name of aa', 'Own name of zz'])
  expect((await workplaces(roles)).countries).toEqual([
    { country: 'BE', name: 'Belgium' },
    { country: 'NL', name: 'Netherlands' },
  ])
})

test('what is gone is left out; roles of the instance stand apart; nobody has no workplace', async () => {
  const found = await workplaces([
    { role: 'officer', scope: { kind: 'authority', id: newId() } },
    { role: 'reviewer', scope: { kind: 'instance' } },
  ])
  expect(found).toEqual({ towns: [], associations: [], countries: [], instance: ['reviewer'] })
  expect(await workplaces([])).toEqual({ towns: [], associations: [], countries: [], instance: [] })
})
