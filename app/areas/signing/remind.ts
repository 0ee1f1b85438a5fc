/** Every night: who has promised something is reminded of it, and whoever was asked something. */
import type { Tx } from '../../platform/db/tables.ts'
import { decidedIn as ofReaffirmation } from './afterwards/reaffirm.ts'
import { waitingReaffirmations } from './afterwards/reaffirmation-store.ts'
import { applicantOf, peopleBehind } from './applicants.ts'
import { type Application, openCases, readCase } from './application-store.ts'
import { nudgeAfterDays, urgencyOf } from './deadline-rules.ts'
import { dayAt, type SigningDeps } from './deps.ts'
import { decidedIn, isProved } from './desk/decide.ts'
import { toldToDecide } from './desk/deciders.ts'
import { letterOf } from './desk/letter.ts'
import { agreementsOf, eventsOf, lastReturn } from './event-store.ts'
import { reaffirmationDueNotice } from './later-notices.ts'
import { type DueReason, dueNotice, nudgeNotice, proveNotice } from './notices.ts'
import { proofsOf } from './proof/proof-store.ts'

/** @returns how many were told. */
export async function remindOfDays(deps: SigningDeps): Promise<number> {
  await deps.readyToNotify()
  const today = dayAt(deps.clock.now())
  return deps.database.db.transaction().execute(async (tx) => {
    let told = 0
    for (const lead of await openCases(tx)) {
      if (lead.status === 'returned') told += await nudge(deps, tx, lead, today)
      else if (lead.due !== null)
        told += await remindOfCase(deps, tx, lead, { due: Temporal.PlainDate.from(lead.due), today })
    }
    return told + (await remindOfReaffirmations(deps, tx, today))
  })
}

interface Days {
  readonly due: Temporal.PlainDate
  readonly today: Temporal.PlainDate
}

/** Whoever has agreed already has done what is theirs; whoever may not decide is not asked to. */
async function remindOfCase(deps: SigningDeps, tx: Tx, lead: Application, { due, today }: Days): Promise<number> {
  const urgency = urgencyOf(today, due)
  if (!urgency) return 0
  const agreed = await agreementsOf(tx, lead.caseId)
  const first = await applicantOf(tx, deps, lead)
  const all = await readCase(tx, lead.caseId)
  const unproved = await unprovedOf(tx, all)
  const why = whyWaiting(unproved, agreed.length > 0)
  let told = await remindToProve(deps, tx, unproved, { due, urgency })
  const others = (await deps.secretariatPeople(tx)).filter((one) => !agreed.some(({ person }) => person === one))
  for (const person of await toldToDecide(tx, deps, others, await decidedIn(tx, all))) {
    told += 1
    await deps.notify(tx, {
      ...{ person, kind: 'signing', key: `pact-due ${lead.caseId} ${due} ${urgency}` },
      due: due.toZonedDateTime('UTC').toInstant(),
      compose: (translator) =>
        dueNotice(translator, { first, more: all.length - 1, due, urgency, why, id: lead.caseId }),
    })
  }
  return told
}

interface Unproved {
  readonly application: Application
  /** A letter with a code was asked for, and nobody has printed it. */
  readonly letter: boolean
}

/** Nothing can be decided until each of those who sign has shown that it may. */
async function unprovedOf(tx: Tx, all: readonly Application[]): Promise<Unproved[]> {
  const unproved: Unproved[] = []
  for (const application of all) {
    if (await isProved(tx, [application])) continue
    unproved.push({ application, letter: letterOf(await proofsOf(tx, [application.id]))?.printings === 0 })
  }
  return unproved
}

function whyWaiting(unproved: readonly Unproved[], agreed: boolean): DueReason {
  if (unproved.length > 0) return unproved.some(({ letter }) => letter) ? 'letter' : 'proof'
  return agreed ? 'second' : 'first'
}

/** Whoever waits for a letter has done what is theirs. */
async function remindToProve(
  deps: SigningDeps,
  tx: Tx,
  unproved: readonly Unproved[],
  { due, urgency }: { readonly due: Temporal.PlainDate; readonly urgency: 'soon' | 'late' },
): Promise<number> {
  let told = 0
  for (const { application } of unproved.filter(({ letter }) => !letter)) {
    const applicant = await applicantOf(tx, deps, application)
    for (const person of await peopleBehind(tx, deps, application)) {
      told += 1
      await deps.notify(tx, {
        ...{ person, kind: 'signing', key: `pact-prove ${application.id} ${due} ${urgency}` },
        compose: (translator) => proveNotice(translator, { applicant, id: application.id }),
      })
    }
  }
  return told
}

async function nudge(deps: SigningDeps, tx: Tx, lead: Application, today: Temporal.PlainDate): Promise<number> {
  const returned = lastReturn(await eventsOf(tx, lead.id))
  if (!returned) return 0
  const passed = dayAt(returned.at).until(today).days
  const step = nudgeAfterDays.findLast((days) => passed >= days)
  if (step === undefined) return 0
  let told = 0
  for (const one of await readCase(tx, lead.caseId)) {
    if (one.readyAt !== null) continue
    const applicant = await applicantOf(tx, deps, one)
    for (const person of await peopleBehind(tx, deps, one)) {
      told += 1
      await deps.notify(tx, {
        ...{ person, kind: 'signing', key: `pact-nudge ${one.id} ${returned.at.epochMilliseconds} ${step}` },
        compose: (translator) =>
          nudgeNotice(translator, { applicant, id: one.id, reasons: returned.reasons, since: dayAt(returned.at) }),
      })
    }
  }
  return told
}

async function remindOfReaffirmations(deps: SigningDeps, tx: Tx, today: Temporal.PlainDate): Promise<number> {
  let told = 0
  for (const { id, authority, sentBy, due: day } of await waitingReaffirmations(tx)) {
    const due = Temporal.PlainDate.from(day)
    const urgency = urgencyOf(today, due)
    if (!urgency) continue
    const applicant = await applicantOf(tx, deps, { authority, association: null, answers: {} })
    const serving = await deps.secretariatPeople(tx)
    for (const person of await toldToDecide(tx, deps, serving, ofReaffirmation({ authority, sentBy }))) {
      told += 1
      await deps.notify(tx, {
        ...{ person, kind: 'signing', key: `pact-reaffirmation-due ${id} ${urgency}` },
        compose: (translator) => reaffirmationDueNotice(translator, { applicant, due, urgency, id }),
      })
    }
  }
  return told
}
