/** A new official list, and what towns that were merged have left. */
import { addTowns, answered, compareWaiting, mergedTown, validFrom } from '../../app/areas/mergers/test-mergers.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import { nextOf, perWorld } from './per-world.ts'
import type { Browser, Fields, World } from './world.ts'

/** One for each plan that is prepared: a country has one at a time. */
const nextCountry = nextOf(() => 'AL AD AM AZ BA CY EE GE IS LV LT LU MD MC ME MK SM RS SK SI'.split(' '))

const secretariat = perWorld((world) => world.somebody('secretariat', { kind: 'instance' }))

interface Handed {
  readonly by: Browser
  readonly country: string
  readonly fields: Fields
}

/** A list in which one town has another name, one is gone and one is new. */
async function listOf(world: World): Promise<Handed> {
  const [by, country] = [await secretariat(world), nextCountry(world)]
  if (!country) throw new Error('no country is left')
  const towns = [
    { code: '1', name: `Altdorf ${country}` },
    { code: '2', name: `Bergen ${country}` },
  ]
  await addTowns(world.services, towns, country)
  const list = `nr,name,rest\n1,Neudorf ${country},x\n3,Tal ${country},y\n`
  const { id = '' } = world.valuesOf(await by.read(urls.officePlan(country)), 'id')
  return { by, country, fields: { id, list, movements: '' } }
}

/** It waits for its columns to be decided. */
async function brought(world: World): Promise<Handed> {
  const { by, country, fields } = await listOf(world)
  await by.post(urls.officePlanAct(country, 'new'), fields)
  const { id = '', turn = '' } = world.valuesOf(await by.read(urls.officePlanAct(country, 'columns')), 'id', 'turn')
  const columns = { 'column-0': 'code', 'column-1': 'name', 'column-2': '' }
  return {
    by,
    country,
    fields: { id, turn, ...columns, scheme: 'LAU', source: 'Office', validFrom: validFrom.toString() },
  }
}

/** Its plan. */
async function planned(world: World): Promise<Handed> {
  const handed = await brought(world)
  await handed.by.post(urls.officePlanAct(handed.country, 'columns'), handed.fields)
  await compareWaiting(world.services, handed.country)
  return handed
}

/** The item about the town that is gone. */
async function gone(world: World) {
  const { by, country } = await planned(world)
  const path = urls.officePlanItem(country, 1)
  const form = world.valuesOf(await by.read(path), 'revision')
  return { path, fields: { ...form, decision: 'merge', into: '1', to: '' }, by }
}

const plans: readonly Act[] = [
  {
    audit: 'mergers.bring-list',
    prepare: async (world) => {
      const { by, country, fields } = await listOf(world)
      return { path: urls.officePlanAct(country, 'new'), fields, by }
    },
  },
  {
    audit: 'mergers.plan',
    prepare: async (world) => {
      const { by, country, fields } = await brought(world)
      return { path: urls.officePlanAct(country, 'columns'), fields, by }
    },
  },
  { audit: 'mergers.decide', prepare: gone },
  {
    audit: 'mergers.agree',
    prepare: async (world) => {
      const { by, country } = await planned(world)
      return { path: urls.officePlanAct(country, 'agree'), fields: {}, by }
    },
  },
  {
    audit: 'mergers.apply',
    prepare: async (world) => {
      const { by, country } = await planned(world)
      await by.post(urls.officePlanAct(country, 'agree'))
      return { path: urls.officePlanAct(country, 'apply'), fields: {}, by }
    },
  },
  {
    audit: 'mergers.discard',
    prepare: async (world) => {
      const { by, country } = await planned(world)
      return { path: urls.officePlanAct(country, 'discard'), fields: {}, by }
    },
  },
]

let marks = 0

async function joined(world: World) {
  marks += 1
  const { town, old, service } = await mergedTown(world.services, `${marks}`)
  const by = await world.somebody('officer', { kind: 'authority', id: town.id })
  return { town, old, service, by }
}

const joins: readonly Act[] = [
  {
    audit: 'checklist.join-services',
    prepare: async (world) => {
      const { town, service, by } = await joined(world)
      const path = urls.officeJoinService(town, service)
      const form = world.valuesOf(await by.read(path), 'revision')
      return { path, fields: { ...form, [`keep-${service}`]: 'keep' }, by }
    },
  },
  {
    audit: 'checklist.join-answers',
    prepare: async (world) => {
      const { town, old, by } = await joined(world)
      const path = urls.officeJoinKind(town, answered)
      return { path, fields: { ...world.valuesOf(await by.read(path), 'revision'), take: old.id }, by }
    },
  },
  {
    audit: 'checklist.join-introductions',
    prepare: async (world) => {
      const { town, old, by } = await joined(world)
      const path = urls.officeJoinIntroduction(town)
      return { path, fields: { ...world.valuesOf(await by.read(path), 'revision'), take: old.id }, by }
    },
  },
]

export const mergerActs: readonly Act[] = [...plans, ...joins]
