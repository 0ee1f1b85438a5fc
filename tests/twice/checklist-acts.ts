/** What officers do about their town's checklist, and what publishing leads to. */
import { approver, town } from '../../app/areas/accounts/people/test-people.ts'
import { findBySlug } from '../../app/areas/authorities/index.ts'
import { issueUndo } from '../../app/areas/checklist/protected-contacts/contact-change-store.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import type { Browser, Fields, World } from './world.ts'

const kind = 'child-helpline'
/** One whose phones are protected, because families in danger call them. */
const protectedKind = 'crisis-counselling'
const page = urls.officePublish(town)

async function switchTwoPairs(world: World, on: 'yes' | 'no'): Promise<Browser> {
  const by = await world.browserOf(approver)
  await by.post(urls.officeTwoPairs(town), { on })
  return by
}

async function revisionOf(world: World, by: Browser, path: string): Promise<Fields> {
  return world.valuesOf(await by.read(path), 'revision')
}

/** Something to publish that was not there before. */
async function edit(world: World, by: Browser): Promise<void> {
  const path = urls.officeIntroduction(town)
  await by.post(path, { ...(await revisionOf(world, by, path)), 'introduction-nl': world.fresh('Welkom') })
}

/** A service of the town's own, in its draft. */
async function service(world: World, by: Browser, given: Fields = {}): Promise<string> {
  const path = urls.officeNewService(town, protectedKind)
  const form = world.valuesOf(await by.read(path), 'id', 'revision')
  const fields = { language: 'nl', name: world.fresh('Oor'), kinds: protectedKind, place: 'none', ...form, ...given }
  await by.post(path, fields)
  return form['id'] ?? ''
}

async function publish(world: World, by: Browser): Promise<void> {
  await by.post(page, world.valuesOf(await by.read(page), 'seen'))
}

async function phone(world: World, by: Browser, id: string, number: string): Promise<void> {
  const path = urls.officeServicePart(town, id, 'contact')
  const fields = { 'phone-0-number': number, 'phone-0-channels': 'voice', email: 'kept@example.org' }
  await by.post(path, { ...(await revisionOf(world, by, path)), ...fields })
}

/** A request to publish that waits for the approver. */
async function asked(world: World) {
  await switchTwoPairs(world, 'no')
  const decider = await switchTwoPairs(world, 'yes')
  const asker = await world.somebody()
  await edit(world, asker)
  const { seen = '' } = world.valuesOf(await asker.read(page), 'seen')
  await asker.post(urls.officeAskApproval(town), { seen, words: '' })
  return { decider, asker, fields: world.valuesOf(await decider.read(page), 'seen', 'request') }
}

const drafts: readonly Act[] = [
  {
    audit: 'checklist.keep-clocks',
    prepare: async (world) => {
      const by = await world.somebody()
      const path = urls.officeClocks(town)
      // The same choice a second time saves nothing.
      await world.db.deleteFrom('office.review_clock').execute()
      const revision = await revisionOf(world, by, path)
      return { path, fields: { ...revision, 'clock-3': '1', 'clock-6': '', 'clock-12': '6' }, by }
    },
  },
  {
    audit: 'checklist.keep-school-holidays',
    prepare: async (world) => {
      const by = await world.somebody()
      const path = urls.officeSchoolHolidays(town)
      // The same dates a second time save nothing.
      await world.db.deleteFrom('published.school_holiday').execute()
      const revision = await revisionOf(world, by, path)
      return { path, fields: { ...revision, 'holiday-0-from': '19.12.2031', 'holiday-0-to': '4.1.2032' }, by }
    },
  },
  {
    audit: 'checklist.save-introduction',
    prepare: async (world) => {
      const by = await world.somebody()
      const path = urls.officeIntroduction(town)
      const fields = { ...(await revisionOf(world, by, path)), 'introduction-nl': world.fresh('Hallo') }
      return { path, fields, by }
    },
  },
  {
    audit: 'checklist.save-answer',
    prepare: async (world) => {
      const by = await world.somebody()
      const path = urls.officeKind(town, kind)
      const answer = { status: 'partly', 'note-partly-nl': world.fresh('Half') }
      return { path, fields: { ...(await revisionOf(world, by, path)), ...answer }, by }
    },
  },
  {
    audit: 'checklist.add-service',
    prepare: async (world) => {
      const by = await world.somebody()
      const path = urls.officeNewService(town, kind)
      const form = world.valuesOf(await by.read(path), 'id', 'revision')
      return { path, fields: { ...form, language: 'nl', name: world.fresh('Oor'), kinds: kind, place: 'none' }, by }
    },
  },
  {
    audit: 'checklist.add-service',
    which: 'with a text to begin with',
    prepare: async (world) => {
      // Its gaps would keep a town that publishes from publishing.
      const quiet = { country: 'NL', slug: 'example-quiet-town' }
      const id = (await findBySlug(world.db, quiet.country, quiet.slug))?.authority?.id ?? ''
      const by = await world.somebody('officer', { kind: 'authority', id })
      const path = urls.officeNewService(quiet, kind)
      const form = world.valuesOf(await by.read(path), 'id', 'revision')
      const about = { language: 'de', name: world.fresh('Ohr'), kinds: kind, place: 'none' }
      return { path, fields: { ...form, ...about, begin: 'template' }, by }
    },
  },
  {
    audit: 'checklist.save-service',
    prepare: async (world) => {
      const by = await world.somebody()
      const path = urls.officeServicePart(town, await service(world, by), 'conditions')
      return { path, fields: { ...(await revisionOf(world, by, path)), fee: 'free' }, by }
    },
  },
  {
    audit: 'checklist.save-service',
    which: 'brought back',
    prepare: async (world) => {
      const by = await world.somebody()
      const id = await service(world, by)
      const path = urls.officeServicePart(town, id, 'conditions')
      await by.post(urls.officeServiceRemove(town, id), { revision: '1' })
      return { path, fields: { revision: '2', back: 'yes', fee: 'free' }, by }
    },
  },
  {
    audit: 'checklist.check-service',
    prepare: async (world) => {
      const by = await world.somebody()
      const id = await service(world, by)
      return { path: urls.officeServiceChecked(town, id), fields: { revision: '1' }, by }
    },
  },
  {
    audit: 'checklist.remove-service',
    prepare: async (world) => {
      const by = await world.somebody()
      const path = urls.officeServiceRemove(town, await service(world, by))
      return { path, fields: await revisionOf(world, by, path), by }
    },
  },
]

/** Two versions, and in the first of them a service that the draft has lost since. */
async function lostService(world: World): Promise<{ by: Browser; path: string }> {
  const by = await switchTwoPairs(world, 'no')
  const id = await service(world, by)
  await publish(world, by)
  const { version } = await world.db
    .selectFrom('published.snapshot')
    .select((select) => select.fn.max('version').as('version'))
    .where('document', '@>', JSON.stringify({ services: [{ id }] }))
    .executeTakeFirstOrThrow()
  await by.post(urls.officeServiceRemove(town, id), { revision: '1' })
  return { by, path: urls.officeRestore(town, version, { service: id }) }
}

const restoring: readonly Act[] = [
  {
    audit: 'checklist.restore',
    prepare: async (world) => {
      const { by, path } = await lostService(world)
      return { path, fields: world.valuesOf(await by.read(path), 'seen'), by }
    },
  },
  {
    audit: 'checklist.bring-back-draft',
    prepare: async (world) => {
      const { by, path: lost } = await lostService(world)
      await by.post(lost, world.valuesOf(await by.read(lost), 'seen'))
      const { id } = await world.db
        .selectFrom('audit.record')
        .select((select) => select.fn.max('id').as('id'))
        .where('action', '=', 'checklist.restore')
        .where('subject', 'like', 'version %')
        .executeTakeFirstOrThrow()
      const path = urls.officeReplaced(town, `${id}`)
      return { path, fields: world.valuesOf(await by.read(path), 'seen'), by }
    },
  },
]

/** Two services of one name, side by side; the first stays. */
async function twoAlike(world: World) {
  const by = await world.somebody()
  const name = world.fresh('Oor')
  const one = await service(world, by, { name })
  const other = await service(world, by, { name, provider: 'The house' })
  const path = urls.officeSamePair(town, one, other)
  return {
    by,
    path,
    one,
    other,
    fields: { ...(await revisionOf(world, by, path)), stays: 'one', 'fact-provider': 'other' },
  }
}

const duplicates: readonly Act[] = [
  {
    audit: 'checklist.copy-service',
    prepare: async (world) => {
      const by = await world.somebody()
      const path = urls.officeServiceCopy(town, await service(world, by))
      const form = world.valuesOf(await by.read(path), 'id', 'revision')
      return { path, fields: { ...form, name: world.fresh('Oog') }, by }
    },
  },
  { audit: 'checklist.merge-services', prepare: twoAlike },
  {
    audit: 'checklist.tell-apart',
    prepare: async (world) => {
      const { by, one, other, fields } = await twoAlike(world)
      return { path: urls.officeNotSame(town, one, other), fields, by }
    },
  },
  {
    audit: 'checklist.undo-merge',
    prepare: async (world) => {
      const { by, path, other, fields } = await twoAlike(world)
      await by.post(path, fields)
      return { path: urls.officeSameBack(town, other), fields: {}, by }
    },
  },
]

const publishing: readonly Act[] = [
  {
    audit: 'checklist.publish',
    prepare: async (world) => {
      const by = await switchTwoPairs(world, 'no')
      await publish(world, by)
      await edit(world, by)
      return { path: page, fields: world.valuesOf(await by.read(page), 'seen'), by }
    },
  },
  {
    audit: 'checklist.ask-approval',
    prepare: async (world) => {
      await switchTwoPairs(world, 'no')
      await switchTwoPairs(world, 'yes')
      const by = await world.somebody()
      await edit(world, by)
      return { path: urls.officeAskApproval(town), fields: world.valuesOf(await by.read(page), 'seen'), by }
    },
  },
  {
    audit: 'checklist.withdraw-approval',
    prepare: async (world) => {
      const { asker, fields } = await asked(world)
      return { path: urls.officeWithdrawApproval(town), fields, by: asker }
    },
  },
  {
    audit: 'checklist.approve',
    which: 'approve',
    prepare: async (world) => {
      const { decider, fields } = await asked(world)
      return { path: urls.officeApprove(town), fields: { ...fields, decision: 'approve' }, by: decider }
    },
  },
  {
    audit: 'checklist.approve',
    which: 'send back',
    prepare: async (world) => {
      const { decider, fields } = await asked(world)
      const path = urls.officeApprove(town)
      return { path, fields: { ...fields, decision: 'send-back', words: 'Shorter' }, by: decider }
    },
  },
  {
    audit: 'checklist.publish-urgent',
    prepare: async (world) => {
      const by = await switchTwoPairs(world, 'no')
      const id = await service(world, by)
      await publish(world, by)
      await by.post(urls.officeServiceRemove(town, id), { revision: '1' })
      return { path: urls.officeUrgent(town), fields: {}, by }
    },
  },
  {
    audit: 'checklist.switch-two-pairs',
    prepare: async (world) => {
      await world.somebody()
      const by = await switchTwoPairs(world, 'no')
      return { path: urls.officeTwoPairs(town), fields: { on: 'yes' }, by }
    },
  },
  {
    audit: 'checklist.undo-contact',
    prepare: async (world) => {
      const by = await switchTwoPairs(world, 'no')
      const id = await service(world, by)
      await phone(world, by, id, '0800 1111')
      await publish(world, by)
      await phone(world, by, id, '0800 2222')
      await publish(world, by)
      const change = await world.db
        .selectFrom('office.contact_change')
        .select('id')
        .where('service', '=', id)
        .executeTakeFirstOrThrow()
      const secret = await issueUndo(world.db, change.id, by.id)
      return { path: urls.contactChange(secret), fields: {} }
    },
  },
]

export const checklistActs: readonly Act[] = [...drafts, ...duplicates, ...restoring, ...publishing]
