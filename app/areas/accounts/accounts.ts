import type { Config } from '../../config.ts'
import { actOf, actOfPerson, recordAudit } from '../../platform/audit/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { I18n } from '../../platform/i18n/i18n.ts'
import { handles, type JobHandler } from '../../platform/jobs/job.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { Log } from '../../platform/log.ts'
import { enqueueMail } from '../../platform/mail/mail.ts'
import type { Notify } from '../../platform/mail/notice.ts'
import type { Actor, OfficeSession } from '../../platform/session/actor.ts'
import { absolute, urls } from '../../urls.ts'
import { createAddressLimit, createFormLimit } from './address-limit.ts'
import { type Authentication, createAuthentication, linkMinutes } from './authentication.ts'
import { type Codes, createCodes } from './codes.ts'
import { signInMail } from './emails.ts'
import { findFactors } from './factor-store.ts'
import { createIdentityProvider } from './identity-provider.ts'
import { createIdentitySignIn, type IdentitySignIn } from './identity-sign-in.ts'
import { linkJob } from './jobs.ts'
import { createPasskeys, type Passkeys } from './passkeys.ts'
import { type Factors, type Step, stepBefore } from './policy.ts'
import { deleteSession } from './session-store.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { findActor, findPerson, type Person } from './store.ts'

export interface AccountsDeps {
  readonly config: Pick<Config, 'baseUrl' | 'secret' | 'production' | 'instanceName' | 'oidc'>
  readonly database: Pick<Database, 'db'>
  readonly jobs: Pick<Jobs, 'start' | 'enqueue'>
  readonly i18n: Pick<I18n, 'translator' | 'negotiate'>
  readonly clock: Clock
  readonly log: Log
  readonly notify: Notify
}

export interface Session extends OfficeSession {
  readonly actor: Actor
  /** What the person must do before anything else opens. */
  readonly step: Step | undefined
  /** `Set-Cookie` values that the answer must carry: a session in use is prolonged. */
  readonly cookies: readonly string[]
}

export interface Accounts {
  /** Undefined for nobody, for an expired session and for a person who is gone. Loads nothing without a cookie. */
  session(headers: Headers): Promise<Session | undefined>
  /** Who makes the request; for those who cannot pass cookies on. */
  sessionActor(headers: Headers): Promise<Actor | undefined>
  /** Has a link mailed if the address is known; does and takes the same if it is not. */
  requestLink(email: string, to: string | undefined, form: string): Promise<void>
  /** The absolute address of a one-time link, without a mail. @throws when the address is unknown. */
  createSignInLink(email: string, to?: string): Promise<string>
  /**
   * The cookies of a new session, which takes the place of the one in `headers`; undefined when the link was used, has
   * expired or never was one.
   */
  redeemLink(token: string, headers?: Headers): Promise<readonly string[] | undefined>
  /**
   * The cookies of a new session for whoever has this address, to be called when they have just proven it by another
   * mailed link. @throws when the address is unknown.
   */
  openSession(email: string): Promise<readonly string[]>
  /** The cookies that take the session off the browser. */
  signOut(headers: Headers): Promise<readonly string[]>
  /** What the person has beside their mailbox. @param person id. */
  factors(person: string): Promise<Factors>
  readonly codes: Codes
  readonly passkeys: Passkeys
  readonly sessions: Sessions
  /** Undefined where the settings name no identity provider. */
  readonly identity: IdentitySignIn | undefined
  /** For `jobs.work`. */
  readonly handlers: readonly JobHandler[]
}

export function createAccounts(deps: AccountsDeps): Accounts {
  const authentication = createAuthentication(deps)
  const mayMail = createAddressLimit()
  const isNewForm = createFormLimit()
  const { db } = deps.database

  async function session(headers: Headers): Promise<Session | undefined> {
    const signedIn = await authentication.readSession(headers)
    const actor = signedIn && (await findActor(db, signedIn.person))
    if (!actor) return undefined
    const { id, cookies, secondFactor, authenticatedAt } = signedIn
    return { id, actor, cookies, secondFactor, authenticatedAt, step: await stepOf(actor, signedIn) }
  }

  /** What the person has is looked up only where it decides something. */
  async function stepOf(actor: Actor, signedIn: OfficeSession): Promise<Step | undefined> {
    return signedIn.secondFactor ? undefined : stepBefore(actor, signedIn, await findFactors(db, actor.id))
  }

  return {
    session,
    factors: (person) => findFactors(db, person),
    codes: createCodes(deps),
    passkeys: createPasskeys(deps, authentication),
    sessions: createSessions(deps),
    identity: identityOf(deps, authentication),
    sessionActor: async (headers) => (await session(headers))?.actor,
    requestLink: async (email, to, form) => {
      if (!(await isNewForm(email, form)) || !(await mayMail(email))) return
      // The server answers before the queue has started; this must not be the request that finds out.
      await deps.jobs.start()
      const payload = to === undefined ? { email } : { email, to }
      await db.transaction().execute((tx) => deps.jobs.enqueue(tx, linkJob, payload))
    },
    createSignInLink: (email, to) => createSignInLink(deps, authentication, email, to),
    redeemLink: (token, headers) => redeemLink(deps, authentication, token, headers),
    openSession: async (email) => {
      const cookies = await redeemLink(deps, authentication, await authentication.issueToken(email))
      if (!cookies) throw new Error('no person has this address')
      return cookies
    },
    signOut: (headers) => authentication.endSession(headers),
    handlers: [handles(linkJob, ({ email, to }) => mailLink(deps, authentication, email, to))],
  }
}

async function createSignInLink(
  deps: AccountsDeps,
  authentication: Authentication,
  email: string,
  to: string | undefined,
): Promise<string> {
  const { database, clock, config } = deps
  const person = await findPerson(database.db, email)
  if (!person) throw new Error('no person has this address')
  const path = await newLink(authentication, person, to)
  const act = actOf('command', 'accounts.link-issued', clock.now())
  await recordAudit(database.db, act, { authority: null, subject: person.id })
  return absolute(config.baseUrl, path)
}

async function redeemLink(
  { database, clock }: AccountsDeps,
  authentication: Authentication,
  token: string,
  headers = new Headers(),
): Promise<readonly string[] | undefined> {
  const signedIn = await authentication.redeemToken(token)
  if (!signedIn) return undefined
  const actor = await findActor(database.db, signedIn.person)
  if (!actor) return undefined
  const before = await authentication.readSession(headers)
  if (before) await deleteSession(database.db, before.person, before.id)
  await recordAudit(database.db, actOfPerson(actor, 'accounts.sign-in', clock.now()), {
    authority: null,
    subject: actor.id,
  })
  return signedIn.cookies
}

function identityOf(deps: AccountsDeps, authentication: Authentication): IdentitySignIn | undefined {
  const { config, clock } = deps
  if (!config.oidc) return undefined
  const provider = createIdentityProvider(config, config.oidc, () => clock.milliseconds())
  return createIdentitySignIn(deps, authentication, provider, config.oidc.name)
}

/** The path of a new one-time link. */
async function newLink(authentication: Authentication, person: Person, to: string | undefined): Promise<string> {
  return urls.signInLink(await authentication.issueToken(person.email), to)
}

/** A repetition after a crash makes a second link; both work, the first mail was perhaps never sent. */
async function mailLink(
  deps: AccountsDeps,
  authentication: Authentication,
  email: string,
  to: string | undefined,
): Promise<void> {
  const { database, config, i18n, jobs, clock } = deps
  const person = await findPerson(database.db, email)
  if (!person) return
  const path = await newLink(authentication, person, to)
  const translator = i18n.translator(person.language) ?? i18n.negotiate(undefined)
  const given = { to: person.email, name: person.name, path, minutes: linkMinutes }
  const mail = signInMail(config, translator, given)
  await database.db.transaction().execute(async (tx) => {
    await recordAudit(tx, actOf('sign-in', 'accounts.link-issued', clock.now()), {
      authority: null,
      subject: person.id,
    })
    await enqueueMail(tx, jobs, config.baseUrl, mail)
  })
}
