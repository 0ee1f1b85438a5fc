/** What providers do by the links in their mails, and what officers do about it. */
import { town } from '../../app/areas/accounts/people/test-people.ts'
import { changeByLink } from '../../app/areas/confirmations/answer.ts'
import { codeOf } from '../../app/areas/confirmations/letter-codes.ts'
import { readSender, writeSender } from '../../app/areas/confirmations/letter-store.ts'
import { exampleTown, letterAbout, linkFor, publishedService } from '../../app/areas/confirmations/test-provider.ts'
import { urls } from '../../app/urls.ts'
import { formTo } from '../page-form.ts'
import type { Act } from './acts.ts'
import type { World } from './world.ts'

const provider = 'provider@twice.example'
const asked = (world: World, purpose: 'confirm' | 'change') => linkFor(world.services, provider, purpose)

async function sent(world: World) {
  const { path, service } = await asked(world, 'change')
  const change = { phones: ['0800 1111'], email: null, other: world.fresh('Changed') }
  // Not by its form: a caller without a session may send only so many.
  await changeByLink(world.services.confirmations, path.split('/').at(-1) ?? '', change)
  const by = await world.somebody()
  const page = urls.officeProvider(town, service)
  const html = await by.read(page)
  const form = html.slice(html.indexOf(`action="${page}/change"`))
  return { path: `${page}/change`, fields: world.valuesOf(form, 'change', 'revision'), by }
}

/** The form of the letters with one of them ticked, which nobody has printed. */
async function letter(world: World) {
  const id = await letterAbout(world.services, await publishedService(world.services))
  const by = await world.somebody()
  const path = urls.officeLettersPrint(town)
  const authority = await exampleTown(world.services)
  // The first letters of a town leave a row more.
  const sender = await readSender(world.db, authority)
  const given = { at: world.services.clock.now(), person: by.id }
  if (sender.revision === 0) await writeSender(world.db, authority, { lines: 'Office\nTown', revision: 1 }, given)
  const { printing = '', revision = '' } = world.valuesOf(
    await by.read(urls.officeLetters(town)),
    'printing',
    'revision',
  )
  const fields = { printing, revision, letters: `${id}.0`, sender: world.fresh('Office\nTown') }
  return { path, fields, by, code: codeOf(printing, id) }
}

export const confirmationActs: readonly Act[] = [
  {
    audit: 'confirmations.keep-contact',
    prepare: async (world) => {
      const by = await world.somebody()
      const path = urls.officeProvider(town, await publishedService(world.services))
      const { revision = '' } = world.valuesOf(await by.read(path), 'revision')
      return { path, fields: { revision, email: `${world.fresh('p').replace(' ', '')}@x.example`, language: 'en' }, by }
    },
  },
  {
    audit: 'confirmations.keep-contacts',
    prepare: async (world) => {
      const by = await world.somebody()
      const path = urls.officeWhoConfirms(town)
      const sent = formTo(await by.read(path), path)
      const id = Object.keys(sent).flatMap((name) => /^email-(.*)$/.exec(name)?.[1] ?? [])[0] ?? ''
      const one = { [`email-${id}`]: `${world.fresh('w').replace(' ', '')}@x.example`, [`language-${id}`]: 'en' }
      return { path, fields: { services: id, ...one }, by }
    },
  },
  {
    audit: 'confirmations.telephone',
    prepare: async (world) => {
      const by = await world.somebody()
      // Another service each time: a second check on the same day publishes nothing.
      const path = urls.officeProvider(town, (await asked(world, 'confirm')).service)
      return { path: `${path}/asked`, fields: world.valuesOf(await by.read(path), 'seen'), by }
    },
  },
  {
    audit: 'confirmations.confirm',
    prepare: async (world) => {
      const { path } = await asked(world, 'confirm')
      return { path, fields: world.valuesOf(await world.read(path), 'seen') }
    },
  },
  {
    audit: 'confirmations.send-change',
    prepare: async (world) => {
      const { path } = await asked(world, 'change')
      return { path, fields: { phones: '0800 2222', email: 'new@provider.example', other: 'Moved' } }
    },
  },
  {
    audit: 'confirmations.print-letters',
    prepare: async (world) => {
      const { path, fields, by } = await letter(world)
      return { path, fields, by }
    },
  },
  {
    audit: 'confirmations.post-letters',
    prepare: async (world) => {
      const { path, fields, by } = await letter(world)
      await by.post(path, fields)
      return { path: urls.officeLettersPosted(town), fields, by }
    },
  },
  {
    audit: 'confirmations.enter-code',
    quiet: 'it leads to the page of a link',
    prepare: async (world) => {
      const { path, fields, by, code } = await letter(world)
      await by.post(path, fields)
      return { path: urls.letterCode('en'), fields: { code } }
    },
  },
  {
    audit: 'confirmations.decide',
    which: 'take over',
    prepare: async (world) => {
      const { path, fields, by } = await sent(world)
      return { path, fields: { ...fields, parts: ['phones', 'email', 'other'], decision: 'take' }, by }
    },
  },
  {
    audit: 'confirmations.decide',
    which: 'refuse',
    prepare: async (world) => {
      const { path, fields, by } = await sent(world)
      return { path, fields: { ...fields, decision: 'refuse' }, by }
    },
  },
]
