import type { Config } from '../../config.ts'
import { actOf, actOfPerson, recordAudit } from '../../platform/audit/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { I18n } from '../../platform/i18n/i18n.ts'
import { newId } from '../../platform/ids.ts'
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
import { newcomerMail, signInMail } from './emails.ts'
import { findFactors } from './factor-store.ts'
import { createIdentityProvider } from './identity-provider.ts'
import { createIdentitySignIn, type IdentitySignIn } from './identity-sign-in.ts'
import { type AskedLink, linkJob } from './jobs.ts'
import { createPasskeys, type Passkeys } from './passkeys.ts'
import { type Factors, type Step, stepBefore } from './policy.ts'
import { deleteSession } from './session-store.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { findActor, findPerson, insertPerson, type Person } from './store.ts'

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
  /**
   * Has a link mailed if the address is known; does and takes the same if it is not.
   *
   * @param newcomer language (code) of somebody who may begin without being known: another link goes to them.
   */
  requestLink(email: string, to: string | undefined, form: string, newcomer?: string): Promise<void>
  /** Whose address the link of a newcomer proves; undefined when it was used, has expired or never was one. */
  newcomerOf(token: string): Promise<string | undefined>
  /** Makes a newcomer known, without a role: the cookies of their session. Undefined as with `newcomerOf`. */
  welcome(
    token: string,
    introduced: Omit<Person, 'id' | 'email'>,
    headers?: Headers,
  ): Promise<readonly string[] | undefined>
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
    newcomerOf: (token) => authentication.addressOf(token),
    welcome: (token, introduced, headers) => welcome(deps, authentication, token, introduced, headers),
    requestLink: async (email, to, form, newcomer) => {
      if (!(await isNewForm(email, form)) || !(await mayMail(email))) return
      // The server answers before the queue has started; this must not be the request that finds out.
      await deps.jobs.start()
      const payload = {
        email,
        ...(to === undefined ? {} : { to }),
        ...(newcomer === undefined ? {} : { language: newcomer }),
      }
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
    handlers: [handles(linkJob, (asked) => mailLink(deps, authentication, asked))],
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

async function welcome(
  deps: AccountsDeps,
  authentication: Authentication,
  token: string,
  introduced: Omit<Person, 'id' | 'email'>,
  headers?: Headers,
): Promise<readonly string[] | undefined> {
  const email = await authentication.addressOf(token)
  if (email === undefined) return undefined
  await deps.database.db.transaction().execute(async (tx) => {
    const id = newId()
    if (!(await insertPerson(tx, { id, email, ...introduced }))) return
    const act = actOf('newcomer', 'accounts.introduce', deps.clock.now())
    await recordAudit(tx, act, { authority: null, subject: id })
  })
  return redeemLink(deps, authentication, token, headers)
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
  { email, to, language }: AskedLink,
): Promise<void> {
  const { database, config, i18n, jobs, clock } = deps
  const person = await findPerson(database.db, email)
  const speaks = person?.language ?? language
  if (speaks === undefined) return
  const translator = i18n.translator(speaks) ?? i18n.negotiate(undefined)
  const token = await authentication.issueToken(email)
  const mail = person
    ? signInMail(config, translator, {
        to: email,
        name: person.name,
        path: urls.signInLink(token, to),
        minutes: linkMinutes,
      })
    : newcomerMail(config, translator, { to: email, path: urls.newcomerLink(token), minutes: linkMinutes })
  await database.db.transaction().execute(async (tx) => {
    const act = actOf(person ? 'sign-in' : 'newcomer', 'accounts.link-issued', clock.now())
    await recordAudit(tx, act, { authority: null, subject: person?.id ?? 'newcomer' })
    await enqueueMail(tx, jobs, config.baseUrl, mail)
  })
}
