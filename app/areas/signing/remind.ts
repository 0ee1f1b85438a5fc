/** Every night: who has promised something is reminded of it, and whoever was asked something. */
import type { Tx } from '../../platform/db/tables.ts'
import { waitingReaffirmations } from './afterwards/reaffirmation-store.ts'
import { applicantOf, peopleBehind } from './applicants.ts'
import { type Application, openCases, readCase } from './application-store.ts'
import { nudgeAfterDays, urgencyOf } from './deadline-rules.ts'
import { dayAt, type SigningDeps } from './deps.ts'
import { agreementsOf, eventsOf, lastReturn } from './event-store.ts'
import { reaffirmationDueNotice } from './later-notices.ts'
import { dueNotice, nudgeNotice } from './notices.ts'

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

/** Whoever has agreed already has done what is theirs. */
async function remindOfCase(deps: SigningDeps, tx: Tx, lead: Application, { due, today }: Days): Promise<number> {
  const urgency = urgencyOf(today, due)
  if (!urgency) return 0
  const agreed = await agreementsOf(tx, lead.caseId)
  const first = await applicantOf(tx, deps, lead)
  const more = (await readCase(tx, lead.caseId)).length - 1
  let told = 0
  for (const person of await deps.secretariatPeople(tx)) {
    if (agreed.some((one) => one.person === person)) continue
    told += 1
    await deps.notify(tx, {
      ...{ person, kind: 'signing', key: `pact-due ${lead.caseId} ${due} ${urgency}` },
      due: due.toZonedDateTime('UTC').toInstant(),
      compose: (translator) =>
        dueNotice(translator, { first, more, due, urgency, second: agreed.length > 0, id: lead.caseId }),
    })
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
  for (const { id, authority, due: day } of await waitingReaffirmations(tx)) {
    const due = Temporal.PlainDate.from(day)
    const urgency = urgencyOf(today, due)
    if (!urgency) continue
    const applicant = await applicantOf(tx, deps, { authority, association: null, answers: {} })
    for (const person of await deps.secretariatPeople(tx)) {
      told += 1
      await deps.notify(tx, {
        ...{ person, kind: 'signing', key: `pact-reaffirmation-due ${id} ${urgency}` },
        compose: (translator) => reaffirmationDueNotice(translator, { applicant, due, urgency, id }),
      })
    }
  }
  return told
}
