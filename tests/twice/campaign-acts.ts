/** What coordinators do about letters to members, and what offices and towns do by the links in them. */
import { association } from '../../app/areas/accounts/people/test-people.ts'
import { findBySlug } from '../../app/areas/authorities/index.ts'
import { createInvitationCodes, secretOfCode, sha256Of } from '../../app/areas/campaigns/invitation-codes.ts'
import { addressHash, createLetterStops } from '../../app/areas/campaigns/stop/stop-letters.ts'
import { newId, newSecret } from '../../app/platform/ids.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import type { Fields, World } from './world.ts'

const coordinator = (world: World) => world.somebody('coordinator', world.associationScope)
const unionOf = ({ associationScope }: World) => (associationScope.kind === 'association' ? associationScope.id : '')
const townOf = async ({ db }: World) => (await findBySlug(db, 'NL', 'example-quiet-town'))?.authority?.id ?? ''
const part = (id: string, which: Parameters<typeof urls.campaignPart>[2]) => urls.campaignPart(association, id, which)

/** Where the town is written to, anew each time. */
async function contact(world: World, email: string): Promise<void> {
  await world.db.deleteFrom('office.town_contact').execute()
  await world.db
    .insertInto('office.town_contact')
    .values({
      ...{ association: unionOf(world), authority: await townOf(world), office: 'Desk', email },
      ...{ postal: 'Desk\nMarket 1', language: 'nl', changed_at: new Date(), changed_by_person: null },
    })
    .execute()
}

async function replyAddress(world: World, confirmed: boolean): Promise<{ id: string; token: string }> {
  const [id, token] = [newId(), newSecret()]
  const asked = { asked_at: new Date(world.services.clock.milliseconds()), asked_by_person: null }
  await world.db
    .insertInto('office.reply_address')
    .values({
      ...{ id, association: unionOf(world), email: `${id}@union.example`, token_sha256: sha256Of(token), ...asked },
      confirmed_at: confirmed ? new Date() : null,
    })
    .execute()
  return { id, token }
}

/** One with a letter and a mailbox, in a state. */
async function campaign(world: World, state = 'draft') {
  await contact(world, 'desk@town.example')
  const [id, reply] = [newId(), await replyAddress(world, true)]
  const moment = new Date(world.services.clock.milliseconds())
  await world.db
    .insertInto('office.campaign')
    .values({
      ...{ id, association: unionOf(world), name: world.fresh('Letter'), state, segment: '{}', first_language: 'nl' },
      ...{ reply_address: reply.id, created_at: moment, changed_at: moment },
    })
    .execute()
  await world.db
    .insertInto('office.campaign_letter')
    .values({ campaign: id, language: 'nl', subject: 'Doe mee', body: '{link}' })
    .execute()
  return { id, by: await coordinator(world) }
}

/** A form of a draft, as its page gives it. */
async function draft(world: World, which: Parameters<typeof urls.campaignPart>[2], typed: Fields) {
  const { id, by } = await campaign(world)
  const path = part(id, which)
  return { path, fields: { ...world.valuesOf(await by.read(path), 'revision'), ...typed }, by }
}

/** A letter that a town has got. */
async function invited(world: World) {
  const { id } = await campaign(world, 'running')
  const recipient = newId()
  const code = createInvitationCodes(world.services.config.secret).codeOf(recipient)
  const secret = secretOfCode(code)
  await world.db
    .insertInto('office.campaign_recipient')
    .values({
      ...{ id: recipient, campaign: id, authority: await townOf(world), way: 'letter', domain: null, language: 'nl' },
      ...{ step_before: 'silent', marks_before: [], state: 'letter', secret_sha256: sha256Of(secret) },
    })
    .execute()
  return { id, code, secret }
}

async function list(world: World) {
  await world.db.deleteFrom('office.town_contact').execute()
  const by = await coordinator(world)
  const path = urls.contactList(association)
  const { id = '' } = world.valuesOf(await by.read(path), 'id')
  const fields = { id, pasted: 'town;email\nExample Quiet Town;desk@town.example' }
  return { by, path, id, fields }
}

const contacts: readonly Act[] = [
  {
    audit: 'campaigns.find-member',
    quiet: 'it shows what was found, and keeps nothing of what was typed',
    prepare: async (world) => ({
      path: urls.townContactFind(association),
      fields: { member: 'Example' },
      by: await coordinator(world),
    }),
  },
  {
    audit: 'campaigns.keep-contact',
    prepare: async (world) => {
      await world.db.deleteFrom('office.town_contact').execute()
      const typed = { office: 'Desk', email: 'desk@town.example', postal: '', language: '' }
      const path = urls.townContact(association, await townOf(world))
      return { path, fields: { ...typed, revision: '0' }, by: await coordinator(world) }
    },
  },
  { audit: 'campaigns.bring-list', prepare: list },
  {
    audit: 'campaigns.take-list-over',
    prepare: async (world) => {
      const { by, path, id, fields } = await list(world)
      await by.post(path, fields)
      return { path: urls.contactUpload(association, id), fields: {}, by }
    },
  },
]

const journey: readonly Act[] = [
  {
    audit: 'campaigns.begin',
    prepare: async (world) => {
      const by = await coordinator(world)
      const path = urls.campaigns(association)
      return { path, fields: { ...world.valuesOf(await by.read(path), 'id'), name: 'Join us' }, by }
    },
  },
  { audit: 'campaigns.save-whom', prepare: (world) => draft(world, 'whom', { steps: 'silent' }) },
  {
    audit: 'campaigns.save-letter',
    prepare: (world) => draft(world, 'letter', { into: 'nl', subject: 'Kom erbij', body: '{link}', first: 'yes' }),
  },
  {
    audit: 'campaigns.test',
    different: 'whoever asks for the letter twice gets it twice',
    prepare: (world) => draft(world, 'test', { language: 'nl' }),
  },
  {
    audit: 'campaigns.save-reply',
    prepare: async (world) => draft(world, 'reply', { address: (await replyAddress(world, true)).id }),
  },
  {
    audit: 'campaigns.save-reply',
    which: 'another',
    prepare: async (world) => {
      const email = `${world.fresh('advice').replace(' ', '-')}@union.example`
      return draft(world, 'reply', { address: 'another', email })
    },
  },
  { audit: 'campaigns.schedule', prepare: (world) => draft(world, 'when', { when: 'now', reminder: '14' }) },
  {
    audit: 'campaigns.act',
    prepare: async (world) => {
      const { id, by } = await campaign(world, 'running')
      return { path: part(id, 'act'), fields: { do: 'stop' }, by }
    },
  },
  {
    audit: 'campaigns.print',
    different: 'a second document holds the same letters with the same codes; that it was made stands in the trail',
    prepare: async (world) => {
      const { id } = await invited(world)
      const fields = { sender: 'Association\nSquare 2', part: '1' }
      return { path: part(id, 'printed'), fields, by: await coordinator(world) }
    },
  },
]

const links: readonly Act[] = [
  {
    audit: 'campaigns.confirm-reply',
    prepare: async (world) => {
      const { token } = await replyAddress(world, false)
      return { path: urls.confirmReply('').split('?')[0] ?? '', fields: { token } }
    },
  },
  {
    audit: 'campaigns.stop-letters',
    prepare: async (world) => {
      const [link, email] = [createLetterStops(world.services.config.secret), world.fresh('desk')]
      const association = unionOf(world)
      return {
        path: urls.stopLetters(link.create({ association, addressSha256: addressHash(association, email) })),
        fields: {},
      }
    },
  },
  {
    audit: 'campaigns.enter-code',
    quiet: 'it leads to a page',
    prepare: async (world) => ({ path: urls.invitationCode(), fields: { code: (await invited(world)).code } }),
  },
  {
    audit: 'campaigns.begin-town',
    prepare: async (world) => {
      const { secret } = await invited(world)
      await world.db
        .deleteFrom('accounts.role')
        .where('authority', '=', await townOf(world))
        .execute()
      await world.db.deleteFrom('accounts.invitation').where('email', '=', 'desk@town.example').execute()
      return { path: urls.invited(secret), fields: { name: 'Ada', email: 'desk@town.example', post: 'Youth services' } }
    },
  },
]

export const campaignActs: readonly Act[] = [...contacts, ...journey, ...links]
