/** Handing an application in, and taking it back before anybody has decided. */
import type { Act } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { statusAfter } from '../register/index.ts'
import { applicantOf, peopleBehind } from './applicants.ts'
import {
  type Application,
  type ApplicationStatus,
  lockCase,
  readApplication,
  updateApplication,
} from './application-store.ts'
import { isOpen, isSigned, personOf, record } from './begin.ts'
import { readContact } from './contact-store.ts'
import { decisionDue } from './deadline-rules.ts'
import { dayAt, type SigningDeps } from './deps.ts'
import { readDocumentFacts } from './document-store.ts'
import { deleteAgreements, type EventStep, eventsOf, insertEvent, lastReturn } from './event-store.ts'
import { type FormPage, missingPages } from './journey-rules.ts'
import { handedInNotice, submittedNotice } from './notices.ts'

/** @returns pages that lack something. */
export async function missingOf(db: Tx | SigningDeps['database']['db'], application: Application): Promise<FormPage[]> {
  const { id, caseId, kind, answers } = application
  return missingPages(
    { kind, follows: id !== caseId },
    {
      answers,
      hasContact: (await readContact(db, id)) !== undefined,
      hasDocument: (await readDocumentFacts(db, { application: id })) !== undefined,
    },
  )
}

/** What a step of the register's status machine makes of an application. */
export function stepped(
  application: Application,
  step: 'submit' | 'take-back' | 'move' | 'return' | 'sign',
): ApplicationStatus {
  const status = statusAfter(application.status, step)
  if (status === undefined || status === 'merged' || status === 'withdrawn') {
    throw new Error(`an application that is ${application.status} does not ${step}`)
  }
  return status
}

export type SubmitOutcome =
  | { readonly outcome: 'submitted' | 'gone' | 'signed' }
  /** This one is ready; others who sign together are not. */
  | { readonly outcome: 'waiting' }
  | { readonly outcome: 'missing'; readonly pages: readonly FormPage[] }

export async function submitApplication(deps: SigningDeps, act: Act, id: string): Promise<SubmitOutcome> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx): Promise<SubmitOutcome> => {
    const before = await readApplication(tx, id)
    const all = before ? await lockCase(tx, before.caseId) : []
    const application = all.find((one) => one.id === id)
    if (!application) return { outcome: 'gone' }
    // The same click once more.
    if (application.status === 'submitted') return { outcome: 'submitted' }
    if (!isOpen(application)) return { outcome: 'gone' }
    if (await isSigned(tx, application)) return { outcome: 'signed' }
    const pages = await missingOf(tx, application)
    if (pages.length > 0) return { outcome: 'missing', pages }
    const others = all.filter((one) => one.id !== id)
    const isLast = others.every(({ readyAt }) => readyAt !== null)
    if (application.readyAt === null) await getReady(tx, act, application)
    if (!isLast) return { outcome: 'waiting' }
    await handIn(deps, tx, act, all)
    return { outcome: 'submitted' }
  })
}

async function getReady(tx: Tx, act: Act, application: Application): Promise<void> {
  await updateApplication(tx, application.id, { readyAt: act.at }, act.at)
  await insertEvent(tx, application.id, { step: 'ready', person: personOf(act), at: act.at })
  await record(tx, act, application)
}

async function handIn(deps: SigningDeps, tx: Tx, act: Act, all: readonly Application[]): Promise<void> {
  const [lead] = all
  if (!lead) return
  const promised = lastReturn(await eventsOf(tx, lead.caseId))?.promisedDays ?? undefined
  const due = decisionDue(dayAt(act.at), promised)
  for (const one of all) {
    const change = { status: stepped(one, 'submit'), submittedAt: act.at, due: due.toString() }
    await updateApplication(tx, one.id, change, act.at)
    await insertEvent(tx, one.id, { step: 'submitted', person: personOf(act), at: act.at })
  }
  await tellHandedIn(deps, tx, all, due, act.at)
}

async function tellHandedIn(
  deps: SigningDeps,
  tx: Tx,
  all: readonly Application[],
  due: Temporal.PlainDate,
  at: Temporal.Instant,
): Promise<void> {
  const [lead] = all
  if (!lead) return
  const key = `${lead.caseId} ${at.epochMilliseconds}`
  const first = await applicantOf(tx, deps, lead)
  for (const person of await deps.secretariatPeople(tx)) {
    await deps.notify(tx, {
      ...{ person, kind: 'signing', key: `pact-handed-in ${key}`, due: due.toZonedDateTime('UTC').toInstant() },
      compose: (translator) => handedInNotice(translator, { first, more: all.length - 1, due, id: lead.caseId }),
    })
  }
  for (const one of all) {
    const applicant = await applicantOf(tx, deps, one)
    for (const person of await peopleBehind(tx, deps, one)) {
      await deps.notify(tx, {
        ...{ person, kind: 'signing', key: `pact-submitted ${one.id} ${at.epochMilliseconds}` },
        compose: (translator) => submittedNotice(translator, { applicant, due, id: one.id }),
      })
    }
  }
}

/** For all who sign together. @returns false where it is decided already. */
export async function takeBack({ database }: SigningDeps, act: Act, id: string): Promise<boolean> {
  return database.db.transaction().execute(async (tx) => {
    const before = await readApplication(tx, id)
    const all = before ? await lockCase(tx, before.caseId) : []
    const application = all.find((one) => one.id === id)
    if (!application) return false
    if (application.status === 'draft') return true
    if (application.status !== 'submitted') return false
    await moveAll(tx, all, 'take-back', { event: 'taken-back', person: personOf(act), at: act.at })
    await record(tx, act, application)
    return true
  })
}

/** All of a case leave the secretariat's desk: nothing that was agreed holds any longer. */
export async function moveAll(
  tx: Tx,
  all: readonly Application[],
  step: 'take-back' | 'return',
  by: { readonly event: EventStep; readonly person: string | null; readonly at: Temporal.Instant },
  said: Pick<Parameters<typeof insertEvent>[2], 'reasons' | 'words' | 'promisedDays'> = {},
): Promise<void> {
  const { event, person, at } = by
  for (const one of all) {
    await updateApplication(tx, one.id, { status: stepped(one, step), due: null, readyAt: null }, at)
    await insertEvent(tx, one.id, { step: event, person, at, ...said })
    await deleteAgreements(tx, one.caseId)
  }
}
