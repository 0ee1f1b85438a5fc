/** Plans of a town: writing them, carrying them together, publishing them. */
import { approver, town } from '../../app/areas/accounts/people/test-people.ts'
import { findBySlug } from '../../app/areas/authorities/index.ts'
import { newId } from '../../app/platform/ids.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import { perWorld } from './per-world.ts'
import type { Browser, Fields, World } from './world.ts'

const officer = perWorld((world) => world.somebody('officer', world.townScope))
const guest = { country: 'GB', slug: 'example-bay' }
/** Works in another town, which is asked to carry a plan. */
const partner = perWorld(async (world) => {
  const found = (await findBySlug(world.db, guest.country, guest.slug))?.authority
  return world.somebody('officer', { kind: 'authority', id: found?.id ?? '' })
})

const words = {
  ...{ language: 'en', starts: '1.1.2031', ends: '31.12.2034' },
  ...{ steering: 'A round table', office: 'Office for children', participation: 'Two classes were asked.' },
}

async function beginning(world: World, by: Browser) {
  const id = world.valuesOf(await by.read(urls.townPlanNew(town)), 'id')['id'] ?? ''
  return { id, sent: { path: urls.townPlans(town), fields: { id, title: world.fresh('Plan'), ...words }, by } }
}

/** @returns the id of a plan with one measure, and of the measure. */
async function planned(world: World, by: Browser): Promise<{ plan: string; measure: string }> {
  const { id, sent } = await beginning(world, by)
  await world.send(sent)
  const measure = newId()
  const fields = { revision: '0', section: 'prevention', title: world.fresh('Measure'), state: 'not-started' }
  await world.send({ path: urls.townMeasure(town, id, measure), fields, by })
  return { plan: id, measure }
}

async function invited(world: World, by: Browser): Promise<string> {
  const { plan } = await planned(world, by)
  const fields = { country: guest.country, name: 'Example Bay' }
  await world.send({ path: urls.townPlanAct(town, plan, 'invite'), fields, by })
  return plan
}

const stampOf = async (world: World, by: Browser, plan: string): Promise<Fields> =>
  world.valuesOf(await by.read(urls.townPlanPage(town, plan, 'publish')), 'stamp')

/** The office wants two pairs of eyes while a plan is asked about. */
async function asked(world: World, by: Browser): Promise<string> {
  const { plan } = await planned(world, by)
  const path = urls.townPlanAct(town, plan, 'ask')
  await world.send({ path, fields: await stampOf(world, by, plan), by })
  return plan
}

const ofPlan = (audit: string, act: 'facts' | 'publish', more: (world: World) => Fields): Act => ({
  audit,
  prepare: async (world) => {
    const by = await officer(world)
    const { plan } = await planned(world, by)
    // Another act may have asked for two pairs of eyes.
    await world.db.deleteFrom('office.two_pairs').execute()
    const path = urls.townPlanPage(town, plan, act)
    const names = act === 'facts' ? ['revision'] : ['stamp']
    return { path, fields: { ...world.valuesOf(await by.read(path), ...names), ...more(world) }, by }
  },
})

export const planActs: readonly Act[] = [
  { audit: 'plans.begin', prepare: async (world) => (await beginning(world, await officer(world))).sent },
  ofPlan('plans.save', 'facts', (world) => ({ ...words, title: world.fresh('Plan') })),
  ofPlan('plans.publish', 'publish', () => ({})),
  {
    audit: 'plans.discard',
    prepare: async (world) => {
      const by = await officer(world)
      const { plan } = await planned(world, by)
      return { path: urls.townPlanAct(town, plan, 'discard'), fields: {}, by }
    },
  },
  {
    audit: 'plans.redact-document',
    prepare: async (world) => {
      const by = await officer(world)
      const { plan, measure } = await planned(world, by)
      const file = { sha256: 'b'.repeat(64), type: 'pdf', bytes: 1_000 }
      const evidence = [{ title: world.fresh('Minutes'), url: '', file }]
      const known = world.db.selectFrom('office.measure').select('facts').where('id', '=', measure)
      const { facts } = await known.executeTakeFirstOrThrow()
      const changed = JSON.stringify({ ...(facts as object), evidence })
      await world.db.updateTable('office.measure').set({ facts: changed }).where('id', '=', measure).execute()
      return { path: urls.townPlanDocument(town, plan, file.sha256, 'redact'), fields: {}, by }
    },
  },
  {
    audit: 'plans.add-measures',
    prepare: async (world) => {
      const by = await officer(world)
      const { plan } = await planned(world, by)
      return { path: urls.townPlanPage(town, plan, 'start'), fields: { measure: 'safety-walks' }, by }
    },
  },
  {
    audit: 'plans.take-measures',
    prepare: async (world) => {
      const by = await partner(world)
      const id = world.valuesOf(await by.read(urls.townPlanNew(guest)), 'id')['id'] ?? ''
      const begun = { id, title: world.fresh('Plan'), ...words }
      await world.send({ path: urls.townPlans(guest), fields: begun, by })
      const path = urls.townPlanPage(guest, id, 'others')
      const measure = /name="measure"[^>]*value="([^"]+)"/.exec(await by.read(path))?.[1] ?? ''
      return { path, fields: { section: 'prevention', measure }, by }
    },
  },
  {
    audit: 'plans.save-measure',
    prepare: async (world) => {
      const by = await officer(world)
      const { plan, measure } = await planned(world, by)
      const path = urls.townMeasure(town, plan, measure)
      const form = world.valuesOf(await by.read(path), 'revision', 'title')
      const fields = { ...form, section: 'protection', state: 'delayed', reason: 'No room yet' }
      return { path, fields, by }
    },
  },
  {
    audit: 'plans.remove-measure',
    prepare: async (world) => {
      const by = await officer(world)
      const { plan, measure } = await planned(world, by)
      return { path: urls.townMeasureRemove(town, plan, measure), fields: {}, by }
    },
  },
  {
    audit: 'plans.invite',
    prepare: async (world) => {
      const by = await officer(world)
      await partner(world)
      const { plan } = await planned(world, by)
      const fields = { country: guest.country, name: 'Example Bay' }
      return { path: urls.townPlanAct(town, plan, 'invite'), fields, by }
    },
  },
  {
    audit: 'plans.uninvite',
    prepare: async (world) => {
      const by = await officer(world)
      await partner(world)
      const plan = await invited(world, by)
      const page = await by.read(urls.townPlanPage(town, plan, 'together'))
      return { path: urls.townPlanAct(town, plan, 'uninvite'), fields: world.valuesOf(page, 'authority'), by }
    },
  },
  ...(['agree', 'decline'] as const).map(
    (act): Act => ({
      audit: `plans.${act}`,
      prepare: async (world) => {
        const other = await partner(world)
        const plan = await invited(world, await officer(world))
        return { path: urls.townPlanAct(guest, plan, act), fields: {}, by: other }
      },
    }),
  ),
  {
    audit: 'plans.ask-approval',
    prepare: async (world) => {
      const by = await officer(world)
      const { plan } = await planned(world, by)
      return { path: urls.townPlanAct(town, plan, 'ask'), fields: await stampOf(world, by, plan), by }
    },
  },
  {
    audit: 'plans.take-back',
    prepare: async (world) => {
      const by = await officer(world)
      const plan = await asked(world, by)
      return { path: urls.townPlanAct(town, plan, 'take-back'), fields: {}, by }
    },
  },
  {
    audit: 'plans.send-back',
    prepare: async (world) => {
      const plan = await asked(world, await officer(world))
      const path = urls.townPlanAct(town, plan, 'send-back')
      return { path, fields: { answer: 'Who trains them?' }, by: await world.browserOf(approver) }
    },
  },
]
