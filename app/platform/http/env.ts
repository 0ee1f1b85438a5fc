import type { Context } from 'hono'
import type { Act } from '../audit/audit.ts'
import type { Translator } from '../i18n/messages.ts'
import type { Actor, AuthoritySubject, OfficeSession, Subject } from '../session/actor.ts'
import { notFound } from './faults.ts'

/** An office that can be asked, in words. */
export interface AskHere {
  /** Of which association, or the instance. */
  readonly of: string
  readonly office: string
  readonly email: string | null
  /** `dial` is null for a number kept for fiction. */
  readonly phone: { readonly number: string; readonly dial: string | null } | null
  /** Empty where nobody has said. */
  readonly hours: string
  readonly languages: string
}

/** Where somebody asks an association in writing. */
export interface AskAt {
  readonly href: string
  /** For which town; undefined on the pages of its own office. */
  readonly town: string | undefined
}

/** The first steps of a town. */
interface OfficeBeginning {
  readonly done: number
  readonly of: number
  readonly href: string
  /** Of the kinds to begin with, those that nobody has answered. */
  readonly open: readonly string[]
}

/** For whom a page of the office is made. */
export interface OfficeFor {
  readonly translator: Translator
  /** Name of this instance. */
  readonly instance: string
  /** Nobody on the pages of signing in. */
  readonly person?: { readonly name: string } | undefined
  /** Of the office of the instance, only what reviewers do opens for the person. */
  readonly reviewsAlone?: boolean | undefined
  /** Set while somebody looks at a town's office for support: nothing can be changed. `until` in words. */
  readonly support?: { readonly until: string } | undefined
  /** How far the beginning of a town is that has published nothing yet; set for the pages of its office. */
  readonly beginning?: OfficeBeginning | undefined
  /** The town has signed the Pact; set for the pages of its office. */
  readonly signed?: boolean | undefined
  /** Whom one may ask; set for the pages of a town's office, and a person's own ones, where there is somebody. */
  readonly ask?: readonly AskHere[] | undefined
  /** Where whoever works for towns asks their associations; set where there are any. */
  readonly askAt?: readonly AskAt[] | undefined
}

/** What middleware has found out about a request by the time a route handles it. */
export interface AppEnv {
  Variables: {
    /** Set by guards of the office. */
    actor: Actor
    /** The act the route records: person, audit name, time. Set by guards of the office. */
    act: Act
    /** Set by guards of the office. */
    session: OfficeSession
    /** What the address names. Set by guards of the office. */
    subject: Subject
    /** Set by guards of the office and of the pages of signing in. */
    frame: OfficeFor
    /** The language of office pages and of error pages. */
    translator: Translator
  }
}

/** The authority that the address names. @throws {RequestFault} not-found where it names none. */
export function authorityOf(c: Context<AppEnv>): AuthoritySubject {
  const subject = c.get('subject')
  if (subject.kind !== 'authority') throw notFound()
  return subject
}
