/** Signing in, and what a person does about their own account. */
import { Secret, TOTP } from 'otpauth'
import { linkJob } from '../../app/areas/accounts/jobs.ts'
import { linkIn } from '../../app/areas/accounts/people/test-people.ts'
import { createStopTokens } from '../../app/areas/notifications/stop-token.ts'
import { newId } from '../../app/platform/ids.ts'
import { urls } from '../../app/urls.ts'
import type { Act } from './acts.ts'
import type { Browser, World } from './world.ts'

const codeOf = ({ services }: World, secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: services.clock.milliseconds() })

/** Half a minute later the app shows a code that was not used yet. */
function nextCode(world: World, secret: string): string {
  world.wait({ seconds: 30 })
  return codeOf(world, secret)
}

async function beginApp(by: Browser): Promise<string> {
  await by.post(urls.setUp('account', 'app'))
  const page = await by.read(urls.setUp('account', 'app'))
  return /<code dir="ltr">([A-Z2-7 ]+)<\/code>/.exec(page)?.[1]?.replaceAll(' ', '') ?? ''
}

async function withApp(world: World) {
  const by = await world.somebody()
  const secret = await beginApp(by)
  const shown = await by.post(urls.setUp('account', 'app/code'), { code: nextCode(world, secret) })
  const recovery = /<code>([a-z0-9]{5}-[a-z0-9]{5})<\/code>/.exec(await shown.text())?.[1] ?? ''
  return { by, secret, recovery }
}

async function withPasskey(world: World): Promise<{ by: Browser; id: string }> {
  const by = await world.somebody()
  const id = newId()
  const key = { public_key: 'x', credential_id: id, counter: 0, device_type: 'singleDevice', backed_up: false }
  await world.db
    .insertInto('accounts.passkey')
    .values({ id, person: by.id, name: 'Old', ...key })
    .execute()
  return { by, id }
}

/** As the worker does when somebody begins who is not known. */
async function mailLinkTo({ services }: World, email: string): Promise<void> {
  const mailing = services.accounts.handlers.find(({ job }) => job === linkJob.id)
  await mailing?.run({ email, language: 'en' })
}

const signingIn: readonly Act[] = [
  {
    audit: 'accounts.ask-link',
    prepare: async (world) => {
      const { email } = await world.somebody()
      return { path: urls.signIn(), fields: { ...world.valuesOf(await world.read(urls.signIn()), 'form'), email } }
    },
  },
  {
    audit: 'accounts.ask-newcomer',
    prepare: async (world) => {
      const email = `${world.fresh('newcomer').replace(' ', '-')}@twice.example`
      return { path: urls.newcomer(), fields: { ...world.valuesOf(await world.read(urls.newcomer()), 'form'), email } }
    },
  },
  {
    audit: 'accounts.introduce',
    refused: 'a link works once, whoever has it',
    prepare: async (world) => {
      const email = `${world.fresh('newcomer').replace(' ', '-')}@twice.example`
      await mailLinkTo(world, email)
      const { path, token } = linkIn((await world.mails(email)).at(-1))
      return { path: new URL(path, 'http://localhost').pathname, fields: { token, name: 'Nora', language: 'en' } }
    },
  },
  {
    audit: 'accounts.sign-in',
    refused: 'a link works once, whoever has it',
    prepare: async (world) => {
      const { email } = await world.somebody()
      const link = new URL(await world.services.accounts.createSignInLink(email))
      return { path: link.pathname, fields: { token: link.searchParams.get('token') ?? '' } }
    },
  },
  {
    audit: 'accounts.sign-out',
    prepare: async (world) => ({ path: urls.signOut(), fields: {}, by: await world.somebody() }),
  },
  {
    audit: 'accounts.ask-passkey',
    different: 'each page asks for a passkey of its own; an answer fits one of them, once',
    prepare: async () => ({ path: urls.passkey(), fields: {} }),
  },
  {
    audit: 'accounts.give-code',
    prepare: async (world) => {
      const { by, secret } = await withApp(world)
      const half = await world.browserOf(by.email, true)
      return { path: urls.secondStep(), fields: { code: nextCode(world, secret) }, by: half }
    },
  },
  {
    audit: 'accounts.give-recovery-code',
    prepare: async (world) => {
      const { by, recovery } = await withApp(world)
      const half = await world.browserOf(by.email, true)
      return { path: urls.recoveryCode(), fields: { 'recovery-code': recovery }, by: half }
    },
  },
  {
    audit: 'accounts.show-again',
    prepare: async (world) => {
      const { by, secret } = await withApp(world)
      await by.growOld()
      return { path: urls.showAgain(), fields: { code: nextCode(world, secret) }, by }
    },
  },
  {
    audit: 'accounts.ask-link-again',
    prepare: async (world) => {
      const by = await world.somebody()
      await by.growOld()
      const page = await by.read(urls.showAgain())
      return { path: urls.showAgainByLink(), fields: world.valuesOf(page, 'form'), by }
    },
  },
]

const factors: readonly Act[] = [
  {
    audit: 'accounts.begin-app',
    different:
      'each time another secret, so that nobody who saw an earlier one has this one; none counts without a code',
    prepare: async (world) => ({ path: urls.setUp('account', 'app'), fields: {}, by: await world.somebody() }),
  },
  {
    audit: 'accounts.add-app',
    prepare: async (world) => {
      const by = await world.somebody()
      const secret = await beginApp(by)
      return { path: urls.setUp('account', 'app/code'), fields: { code: codeOf(world, secret) }, by }
    },
  },
  {
    audit: 'accounts.remove-app',
    prepare: async (world) => ({ path: urls.securityAct('app/remove'), fields: {}, by: (await withApp(world)).by }),
  },
  {
    audit: 'accounts.renew-recovery-codes',
    different: 'codes are shown once and kept as hashes: the page that comes last has to show the ones that count',
    prepare: async (world) => ({ path: urls.securityAct('recovery-codes'), fields: {}, by: (await withApp(world)).by }),
  },
  {
    audit: 'accounts.remove-passkey',
    refused: 'one that is gone looks like one of somebody else',
    prepare: async (world) => {
      const { by, id } = await withPasskey(world)
      return { path: urls.securityAct('passkey/remove'), fields: { id }, by }
    },
  },
  {
    audit: 'accounts.rename-passkey',
    prepare: async (world) => {
      const { by, id } = await withPasskey(world)
      return { path: urls.securityAct('passkey/rename'), fields: { id, name: 'New' }, by }
    },
  },
]

const own: readonly Act[] = [
  {
    audit: 'accounts.change',
    prepare: async (world) => ({
      path: urls.account(),
      fields: { name: world.fresh('Anna'), language: 'fr' },
      by: await world.somebody(),
    }),
  },
  {
    audit: 'accounts.end-session',
    refused: 'one that is gone looks like one of somebody else',
    prepare: async (world) => {
      const by = await world.somebody()
      const { session } = await world.browserOf(by.email)
      return { path: urls.securityAct('sessions/end'), fields: { id: session }, by }
    },
  },
  {
    audit: 'accounts.end-other-sessions',
    prepare: async (world) => {
      const by = await world.somebody()
      await world.browserOf(by.email)
      return { path: urls.securityAct('sessions/end-others'), fields: {}, by }
    },
  },
  {
    audit: 'notifications.choose',
    prepare: async (world) => ({
      path: urls.accountMail(),
      fields: {
        people: 'daily',
        approval: 'never',
        helplines: 'weekly',
        confirmations: 'daily',
        support: 'at-once',
        reports: 'at-once',
        care: 'at-once',
        offers: 'at-once',
        directories: 'at-once',
        questions: 'at-once',
        exchange: 'at-once',
        signing: 'at-once',
        practices: 'at-once',
        progress: 'at-once',
        meetings: 'at-once',
      },
      by: await world.somebody(),
    }),
  },
  {
    audit: 'notifications.stop',
    prepare: async (world) => {
      const { id, email } = await world.somebody()
      const token = createStopTokens(world.services.config.secret).create({ id, email }, ['people'])
      return { path: urls.stopMail(token), fields: {} }
    },
  },
]

export const accountActs: readonly Act[] = [...signingIn, ...factors, ...own]
