/** Who works where, and who may look. */
import { takeOutOfIntake } from '../../app/areas/accounts/people/requests.ts'
import { approver, association, linkIn, town, townPeople } from '../../app/areas/accounts/people/test-people.ts'
import { findBySlug } from '../../app/areas/authorities/index.ts'
import { newId } from '../../app/platform/ids.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import type { Fields, World } from './world.ts'

const pathOf = (address: string) => address.split('?')[0] ?? ''
const authorityOf = ({ townScope }: World) => (townScope.kind === 'authority' ? townScope.id : '')
const unionOf = ({ associationScope }: World) => (associationScope.kind === 'association' ? associationScope.id : '')

async function invitation(world: World) {
  const email = `${world.fresh('guest').replace(' ', '-')}@twice.example`
  return { email, fields: { email, role: 'officer', language: 'en' } }
}

/** An invitation that was sent, with the mail of it. */
async function invited(world: World) {
  const by = await world.browserOf(approver)
  const { email, fields } = await invitation(world)
  await by.post(urls.peopleInvite(townPeople), fields)
  const row = await world.db
    .selectFrom('accounts.invitation')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  return { by, mail: (await world.mails(email)).at(-1), path: urls.peopleInvitation(townPeople, row.id) }
}

async function joinForm(world: World): Promise<Fields> {
  const email = `${world.fresh('asker').replace(' ', '-')}@twice.example`
  const where = { town: 'Example Town', searched: 'Example Town', authority: authorityOf(world) }
  return { ...where, name: 'Ada Asker', email, post: 'Youth services' }
}

/** A request whose address waits to be proven. */
async function asked(world: World) {
  const fields = await joinForm(world)
  await world.send({ path: urls.join(), fields })
  await takeOutOfIntake(world.services)
  const { token } = linkIn((await world.mails(fields['email'] ?? '')).at(-1))
  return { token, email: fields['email'] ?? '' }
}

async function endSupport(world: World): Promise<void> {
  const by = await world.browserOf(approver)
  await by.post(urls.officeSupportEnd(town), { association: unionOf(world) })
}

/** Each time is the first time that somebody is asked into the town. */
const neverAsked = ({ db }: World) => db.deleteFrom('office.invited_authority').execute()

const invitations: readonly Act[] = [
  {
    audit: 'people.invite',
    prepare: async (world) => {
      await neverAsked(world)
      const { fields } = await invitation(world)
      return { path: urls.peopleInvite(townPeople), fields, by: await world.browserOf(approver) }
    },
  },
  {
    audit: 'people.change-invitation',
    which: 'again',
    prepare: async (world) => {
      const { by, path } = await invited(world)
      return { path, fields: { ...world.valuesOf(await by.read(path), 'sent'), do: 'again' }, by }
    },
  },
  {
    audit: 'people.change-invitation',
    which: 'withdraw',
    prepare: async (world) => {
      const { by, path } = await invited(world)
      return { path, fields: { do: 'withdraw' }, by }
    },
  },
  {
    audit: 'people.accept-invitation',
    refused: 'a link works once, whoever has it',
    prepare: async (world) => {
      const { token } = linkIn((await invited(world)).mail)
      return { path: pathOf(urls.invitation('')), fields: { token, name: 'Nora', language: 'en' } }
    },
  },
]

const requests: readonly Act[] = [
  {
    audit: 'people.ask',
    prepare: async (world) => ({ path: urls.join(), fields: await joinForm(world) }),
    settle: (world) => takeOutOfIntake(world.services),
  },
  {
    audit: 'people.confirm-request',
    prepare: async (world) => ({ path: pathOf(urls.joinConfirm('')), fields: { token: (await asked(world)).token } }),
  },
  {
    audit: 'people.decide',
    prepare: async (world) => {
      const { token, email } = await asked(world)
      await world.send({ path: pathOf(urls.joinConfirm('')), fields: { token } })
      const row = await world.db
        .selectFrom('accounts.join_request')
        .select('id')
        .where('email', '=', email)
        .executeTakeFirstOrThrow()
      const by = await world.browserOf(approver)
      return { path: urls.peopleRequest(townPeople, row.id), fields: { decision: 'officer' }, by }
    },
  },
  {
    audit: 'people.vouch',
    prepare: async (world) => {
      // The association vouches where the town has nobody who could.
      const authority = (await findBySlug(world.db, 'NL', 'example-quiet-town'))?.authority?.id ?? ''
      await world.db.deleteFrom('accounts.role').where('authority', '=', authority).execute()
      const [request, at] = [newId(), new Date(world.services.clock.milliseconds())]
      const moments = { sent_at: at, mailed_at: at, confirmed_at: at, decided_at: null }
      const who = { email: `${request}@twice.example`, name: 'Ada', post: 'Youth services', language: 'en' }
      await world.db
        .insertInto('accounts.join_request')
        .values({ id: request, authority, ...who, token_sha256: request, ...moments })
        .execute()
      const by = await world.somebody('coordinator', world.associationScope)
      const fields = { authority, request }
      return { path: urls.peopleVouch(urls.associationPeople(association)), fields, by }
    },
  },
]

const roles: readonly Act[] = [
  {
    audit: 'people.change-role',
    prepare: async (world) => {
      const { email } = await world.somebody()
      const path = urls.peopleRole(townPeople, await world.roleId(email, 'officer'))
      return { path, fields: { role: 'moderator' }, by: await world.browserOf(approver) }
    },
  },
  {
    audit: 'people.hand-over',
    which: 'to a colleague',
    prepare: async (world) => {
      const [leaver, successor] = [await world.somebody('moderator'), await world.somebody('facilitator')]
      const path = urls.peopleHandOver(townPeople, leaver.id)
      return { path, fields: { successor: successor.id }, by: await world.browserOf(approver) }
    },
  },
  {
    audit: 'people.hand-over',
    which: 'to somebody new',
    prepare: async (world) => {
      await neverAsked(world)
      const leaver = await world.somebody('moderator')
      const { email } = await invitation(world)
      const fields = { successor: 'new', email, language: 'en' }
      return { path: urls.peopleHandOver(townPeople, leaver.id), fields, by: await world.browserOf(approver) }
    },
  },
  {
    audit: 'people.leave',
    refused: 'whoever has left sees nothing of the place any more',
    prepare: async (world) => ({ path: urls.peopleLeave(townPeople), fields: {}, by: await world.somebody() }),
  },
  {
    audit: 'people.find',
    quiet: 'it shows what was found, and keeps nothing of what was typed',
    prepare: async (world) => ({
      path: urls.peopleFind(urls.associationPeople(association)),
      fields: { town: 'Example' },
      by: await world.somebody('coordinator', world.associationScope),
    }),
  },
]

const support: readonly Act[] = [
  {
    audit: 'support.ask',
    prepare: async (world) => {
      await endSupport(world)
      const by = await world.somebody('coordinator', world.associationScope)
      return { path: urls.officeSupportAsk(town), fields: { association: unionOf(world) }, by }
    },
  },
  {
    audit: 'support.give',
    prepare: async (world) => {
      await endSupport(world)
      const by = await world.browserOf(approver)
      return { path: urls.officeSupportGive(town), fields: { association: unionOf(world), days: '1' }, by }
    },
  },
  {
    audit: 'support.end',
    prepare: async (world) => {
      await endSupport(world)
      const by = await world.browserOf(approver)
      await by.post(urls.officeSupportGive(town), { association: unionOf(world), days: '1' })
      return { path: urls.officeSupportEnd(town), fields: { association: unionOf(world) }, by }
    },
  },
]

export const peopleActs: readonly Act[] = [...invitations, ...requests, ...roles, ...support]
