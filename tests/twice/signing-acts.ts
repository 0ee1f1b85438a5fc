/** Signing the Pact: applications, proofs, decisions, and what comes after. */
import { association, type PeopleApp } from '../../app/areas/accounts/people/test-people.ts'
import { type FreshBody, filledIn, freshBody, handedIn, proved } from '../../app/areas/signing/test-signing.ts'
import { newId, newSecret } from '../../app/platform/ids.ts'
import { signingOfficeDepsOf } from '../../app/signing-deps.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import { perWorld } from './per-world.ts'
import type { Browser, Fields, World } from './world.ts'

// The same in each act: whoever else comes would be told, too.
export const secretariat = perWorld(
  async (world) =>
    [
      await world.somebody('secretariat', { kind: 'instance' }),
      await world.somebody('secretariat', { kind: 'instance' }),
    ] as const,
)
export const coordinator = perWorld((world) => world.somebody('coordinator', world.associationScope))
export const depsOf = perWorld((world) => signingOfficeDepsOf(world.services))
export const applicant = perWorld((world) => world.somebody())

const unionOf = ({ associationScope }: Pick<PeopleApp, 'associationScope'>) =>
  associationScope.kind === 'association' ? associationScope.id : ''

interface Office {
  readonly body: FreshBody
  readonly by: Browser
  readonly base: string
}

/** A town that has not signed, and its approver. */
async function office(world: World, member = false): Promise<Office> {
  const body = await freshBody(world.db, member ? unionOf(world) : undefined)
  const by = await world.somebody('approver', { kind: 'authority', id: body.id })
  return { body, by, base: urls.townPact(body) }
}

async function draft(world: World) {
  const of = await office(world)
  return { ...of, id: await filledIn(depsOf(world), of.body.id) }
}

/** What waits at the secretariat, with everything that it takes. */
async function waiting(world: World, member = false) {
  await secretariat(world)
  const of = await office(world, member)
  const id = await handedIn(depsOf(world), of.body.id)
  return { ...of, id, at: urls.application(of.base, id), desk: urls.pactApplication(id) }
}

async function signed(world: World, member = false) {
  const of = await waiting(world, member)
  await proved(world.db, of.id)
  for (const by of await secretariat(world)) await by.post(`${of.desk}/agree`)
  const row = world.db.selectFrom('published.signatory').select(['id', 'number']).where('authority', '=', of.body.id)
  return { ...of, ...(await row.executeTakeFirstOrThrow()) }
}

const saving = (page: string, fields: Fields) => async (world: World) => {
  const { by, base, id } = await draft(world)
  const path = urls.applicationPage(base, id, page)
  const seen = world.valuesOf(await by.read(path), 'revision')
  return { path, fields: { ...seen, ...fields }, by }
}

/** A form of the town about what it has handed in. */
const ofTown =
  (path: string, fields: Fields = {}, member = false) =>
  async (world: World) => {
    if (member) await coordinator(world)
    const { at, by } = await waiting(world, member)
    return { path: `${at}/${path}`, fields, by }
  }

async function asked(world: World) {
  const lead = await draft(world)
  const other = await office(world)
  await lead.by.post(urls.applicationAct(lead.base, lead.id, 'invite'), { country: 'NL', body: other.body.name })
  const row = world.db.selectFrom('office.pact_application').select('id').where('authority', '=', other.body.id)
  return { lead, other, id: (await row.executeTakeFirstOrThrow()).id }
}

// The first signature of a world makes the key that signs the register.
const firstSignature = perWorld((world) => signed(world))

const withdrawal: Fields = { on: '2.3.2026', words: 'We act on our own.' }

const applications: readonly Act[] = [
  {
    audit: 'signing.begin',
    prepare: async (world) => {
      const { by, base } = await office(world)
      return { path: base, fields: { id: newId(), kind: 'office' }, by }
    },
  },
  { audit: 'signing.save', prepare: saving('office', { office: 'Mayor and council', person: 'Ada Ex' }) },
  {
    audit: 'signing.save',
    which: 'the decision',
    prepare: saving('decision', { body: 'Town council', on: '16.1.2026', reference: 'B 8' }),
  },
  {
    audit: 'signing.save',
    which: 'whom to ask',
    prepare: saving('contact', { name: 'Town hall', email: 'hall@town.example', phone: '1' }),
  },
  {
    audit: 'signing.save',
    which: 'the ceremony',
    prepare: saving('ceremony', { held: 'yes', on: '1.2.2026', place: 'Hall', witness: 'Ada Ex' }),
  },
  {
    audit: 'signing.submit',
    prepare: async (world) => {
      await secretariat(world)
      const { by, base, id } = await draft(world)
      return { path: urls.applicationAct(base, id, 'submit'), fields: {}, by }
    },
  },
  { audit: 'signing.take-back', prepare: ofTown('take-back') },
  {
    audit: 'signing.discard',
    refused: 'it is gone',
    prepare: async (world) => {
      const { by, base, id } = await draft(world)
      return { path: urls.applicationAct(base, id, 'discard'), fields: {}, by }
    },
  },
  {
    audit: 'signing.invite',
    prepare: async (world) => {
      const { by, base, id } = await draft(world)
      const { body } = await office(world)
      return {
        path: urls.applicationAct(base, id, 'invite'),
        fields: { country: 'NL', body: body.name, authority: '' },
        by,
      }
    },
  },
  {
    audit: 'signing.uninvite',
    prepare: async (world) => {
      const { lead, id } = await asked(world)
      return { path: urls.applicationAct(lead.base, lead.id, 'uninvite'), fields: { other: id }, by: lead.by }
    },
  },
  {
    audit: 'signing.decline',
    refused: 'it takes no part any longer',
    prepare: async (world) => {
      const { other, id } = await asked(world)
      return { path: urls.applicationAct(other.base, id, 'decline'), fields: {}, by: other.by }
    },
  },
]

const proofs: readonly Act[] = [
  {
    audit: 'signing.ask-mail',
    prepare: async (world) => {
      const { at, by, body } = await waiting(world)
      return { path: `${at}/proof/mail`, fields: { email: `office@${body.domain}` }, by }
    },
  },
  { audit: 'signing.ask-association', prepare: ofTown('proof/association', {}, true) },
  { audit: 'signing.ask-letter', prepare: ofTown('proof/letter') },
  {
    audit: 'signing.give-code',
    prepare: async (world) => {
      const { at, by, body } = await waiting(world)
      const email = `office@${body.domain}`
      await by.post(`${at}/proof/mail`, { email })
      const text = (await world.mails(email)).at(-1)?.text ?? ''
      return { path: `${at}/proof/code`, fields: { code: /(?:[A-Z0-9]{3}-){5}[A-Z0-9]{3}/.exec(text)?.[0] ?? '' }, by }
    },
  },
  {
    audit: 'signing.confirm',
    prepare: async (world) => {
      const by = await coordinator(world)
      const { at, id, by: town } = await waiting(world, true)
      await town.post(`${at}/proof/association`)
      const row = world.db.selectFrom('office.pact_proof').select('id').where('application', '=', id)
      const { id: proof } = await row.executeTakeFirstOrThrow()
      return { path: urls.pactConfirmations(association), fields: { proof, says: 'yes' }, by }
    },
  },
]

const desk: readonly Act[] = [
  {
    audit: 'signing.agree',
    prepare: async (world) => {
      const [by] = await secretariat(world)
      const { desk: path, id } = await waiting(world)
      await proved(world.db, id)
      return { path: `${path}/agree`, fields: {}, by }
    },
  },
  {
    audit: 'signing.agree',
    which: 'the second one',
    prepare: async (world) => {
      await firstSignature(world)
      const [first, by] = await secretariat(world)
      const { desk: path, id } = await waiting(world)
      await proved(world.db, id)
      await first.post(`${path}/agree`)
      return { path: `${path}/agree`, fields: {}, by }
    },
  },
  {
    audit: 'signing.return',
    prepare: async (world) => {
      const [by] = await secretariat(world)
      const { desk: path } = await waiting(world)
      return { path: `${path}/return`, fields: { reasons: 'other', words: 'Not yet.', days: '5' }, by }
    },
  },
  {
    audit: 'signing.print-letter',
    prepare: async (world) => {
      const [by] = await secretariat(world)
      const { desk: path, at, by: town, id } = await waiting(world)
      await town.post(`${at}/proof/letter`)
      const fields = { application: id, printing: newSecret(), postal: 'Town hall\nMarket 1\n1234 AB Town' }
      return { path: `${path}/letter`, fields, by }
    },
  },
  {
    audit: 'signing.check-domain',
    prepare: async (world) => {
      const [by] = await secretariat(world)
      const person = await applicant(world)
      const id = newId()
      await person.post(urls.applyPact(), { id, kind: 'organisation', country: 'NL' })
      const at = urls.application(urls.applyPact(), id)
      await person.post(`${at}/who`, { revision: '0', name: 'Foundation', domain: 'foundation.example' })
      const handed = { status: 'submitted', submitted_at: new Date(), due: '2026-12-01' } as const
      await world.db.updateTable('office.pact_application').set(handed).where('id', '=', id).execute()
      return {
        path: `${urls.pactApplication(id)}/domain`,
        fields: { application: id, domain: 'foundation.example' },
        by,
      }
    },
  },
  {
    audit: 'signing.ask-body',
    prepare: async (world) => {
      await secretariat(world)
      const by = await world.somebody()
      return {
        path: urls.missingBody(),
        fields: { id: newId(), country: 'NL', name: 'Lost Village', web: 'lost.example' },
        by,
      }
    },
  },
  {
    audit: 'signing.answer-body',
    prepare: async (world) => {
      const [by] = await secretariat(world)
      const [person, request] = [await world.somebody(), newId()]
      await person.post(urls.missingBody(), { id: request, country: 'NL', name: 'Lost', web: '' })
      return { path: urls.pactBodyAnswer(), fields: { request, words: 'It is there now.' }, by }
    },
  },
]

const afterwards: readonly Act[] = [
  {
    audit: 'signing.check-withdrawal',
    quiet: 'it shows what will happen',
    prepare: async (world) => {
      const { by, base, number } = await signed(world)
      return { path: urls.withdrawPact(base, number), fields: withdrawal, by }
    },
  },
  {
    audit: 'signing.withdraw',
    prepare: async (world) => {
      const { by, base, number } = await signed(world)
      return { path: urls.withdrawPactNow(base, number), fields: withdrawal, by }
    },
  },
  {
    audit: 'signing.reaffirm',
    prepare: async (world) => {
      const { by, base, id } = await signed(world)
      await world.db.updateTable('published.signatory').set({ signed_on: '2026-01-20' }).where('id', '=', id).execute()
      return {
        path: urls.reaffirmPact(base),
        fields: { id: newId(), body: 'Council', on: '2.3.2026', reference: 'B 9' },
        by,
      }
    },
  },
  {
    audit: 'signing.decide-reaffirmation',
    prepare: async (world) => {
      const [by] = await secretariat(world)
      const { by: town, base, id } = await signed(world)
      await world.db.updateTable('published.signatory').set({ signed_on: '2026-01-20' }).where('id', '=', id).execute()
      const sent = newId()
      await town.post(urls.reaffirmPact(base), { id: sent, body: 'Council', on: '2.3.2026', reference: '' })
      return { path: urls.pactReaffirmation(sent), fields: { decision: 'enter' }, by }
    },
  },
  {
    audit: 'signing.correct',
    prepare: async (world) => {
      const [by] = await secretariat(world)
      const { number } = await signed(world)
      const seen = world.valuesOf(await by.read(urls.pactSignatory(number)), 'seen')
      const fields = { ...seen, on: '20.1.2026', text: '1.en', words: 'The day was mistyped.' }
      return { path: urls.pactSignatoryAct(number, 'correct'), fields, by }
    },
  },
  {
    audit: 'signing.erase',
    prepare: async (world) => {
      const [by] = await secretariat(world)
      const { number } = await signed(world)
      return { path: urls.pactSignatoryAct(number, 'erase'), fields: { field: 'signing_person' }, by }
    },
  },
]

export const signingActs: readonly Act[] = [...applications, ...proofs, ...desk, ...afterwards]
