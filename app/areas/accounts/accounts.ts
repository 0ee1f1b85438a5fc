import type { Config } from '../../config.ts'
import { actOf, actOfPerson, recordAudit } from '../../platform/audit/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { I18n } from '../../platform/i18n/i18n.ts'
import { handles, type JobHandler } from '../../platform/jobs/job.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { Log } from '../../platform/log.ts'
import { enqueueMail } from '../../platform/mail/mail.ts'
import type { Actor, OfficeSession } from '../../platform/session/actor.ts'
import { absolute, urls } from '../../urls.ts'
import { createAddressLimit } from './address-limit.ts'
import { type Authentication, createAuthentication, linkMinutes } from './authentication.ts'
import { signInMail } from './emails.ts'
import { linkJob, sweepJob } from './jobs.ts'
import { type Step, stepBefore } from './policy.ts'
import { deleteExpired, findActor, findPerson, type Person } from './store.ts'

export interface AccountsDeps {
  readonly config: Pick<Config, 'baseUrl' | 'secret' | 'production' | 'instanceName'>
  readonly database: Pick<Database, 'db'>
  readonly jobs: Pick<Jobs, 'start' | 'enqueue'>
  readonly i18n: Pick<I18n, 'translator' | 'negotiate'>
  readonly clock: Clock
  readonly log: Log
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
  requestLink(email: string, to: string | undefined): Promise<void>
  /** The absolute address of a one-time link, without a mail. @throws when the address is unknown. */
  createSignInLink(email: string, to?: string): Promise<string>
  /** The cookies of a new session; undefined when the link was used, has expired or never was one. */
  redeemLink(token: string): Promise<readonly string[] | undefined>
  /**
   * The cookies of a new session for whoever has this address, to be called when they have just proven it by another
   * mailed link. @throws when the address is unknown.
   */
  openSession(email: string): Promise<readonly string[]>
  /** The cookies that take the session off the browser. */
  signOut(headers: Headers): Promise<readonly string[]>
  /** For `jobs.work`. */
  readonly handlers: readonly JobHandler[]
}

export function createAccounts(deps: AccountsDeps): Accounts {
  const authentication = createAuthentication(deps)
  const mayMail = createAddressLimit()
  const { db } = deps.database

  async function session(headers: Headers): Promise<Session | undefined> {
    const signedIn = await authentication.readSession(headers)
    const actor = signedIn && (await findActor(db, signedIn.person))
    if (!actor) return undefined
    const { id, cookies, secondFactor, authenticatedAt } = signedIn
    return { id, actor, cookies, secondFactor, authenticatedAt, step: stepBefore(actor, signedIn, false) }
  }

  async function redeemLink(token: string): Promise<readonly string[] | undefined> {
    const signedIn = await authentication.redeemToken(token)
    const actor = signedIn && (await findActor(db, signedIn.person))
    if (!actor) return undefined
    const act = actOfPerson(actor, 'accounts.sign-in', deps.clock.now())
    await recordAudit(db, act, { authority: null, subject: actor.id })
    return signedIn.cookies
  }

  return {
    session,
    sessionActor: async (headers) => (await session(headers))?.actor,
    requestLink: async (email, to) => {
      if (!(await mayMail(email))) return
      // The server answers before the queue has started; this must not be the request that finds out.
      await deps.jobs.start()
      const payload = to === undefined ? { email } : { email, to }
      await db.transaction().execute((tx) => deps.jobs.enqueue(tx, linkJob, payload))
    },
    createSignInLink: async (email, to) => {
      const person = await findPerson(db, email)
      if (!person) throw new Error('no person has this address')
      const path = await newLink(authentication, person, to)
      const act = actOf('command', 'accounts.link-issued', deps.clock.now())
      await recordAudit(db, act, { authority: null, subject: person.id })
      return absolute(deps.config.baseUrl, path)
    },
    redeemLink,
    openSession: async (email) => {
      const cookies = await redeemLink(await authentication.issueToken(email))
      if (!cookies) throw new Error('no person has this address')
      return cookies
    },
    signOut: (headers) => authentication.endSession(headers),
    handlers: [
      handles(linkJob, ({ email, to }) => mailLink(deps, authentication, email, to)),
      handles(sweepJob, async () => {
        deps.log.info(await deleteExpired(db, deps.clock.now()), 'expired sessions and links deleted')
      }),
    ],
  }
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
