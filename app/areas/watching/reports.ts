/** Readers' reports: out of the intake into the queue of whoever publishes the service, decided, told when overdue. */
import { type Act, actOf, recordAudit } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import type { WatchedTown, WatchingDeps, WatchingOfficeDeps } from './deps.ts'
import { overdueNotice, reportNotice } from './notices.ts'
import { dueAfter, type ReportOutcome, workingDaysFor } from './report-rules.ts'
import {
  countReport,
  findReport,
  insertAnswer,
  insertReport,
  isCounted,
  markDecided,
  markOverdueTold,
  overdueTowns,
  type ReportedService,
  readersOf,
  readReportedService,
  type SentReport,
  takeOutReports,
} from './report-store.ts'

const batch = 50

/** Takes everything out of the intake. @returns how many were taken. */
export async function takeReportsOut(deps: WatchingDeps): Promise<number> {
  await deps.jobs.start()
  let taken = 0
  for (;;) {
    const found = await deps.database.db.transaction().execute(async (tx) => {
      const sent = await takeOutReports(tx, batch)
      for (const one of sent) await receive(tx, deps, one)
      return sent.length
    })
    taken += found
    if (found < batch) return taken
  }
}

export const todayIn = ({ clock }: Pick<WatchingDeps, 'clock'>, { timeZone }: Pick<WatchedTown, 'timeZone'>) =>
  clock.now().toZonedDateTimeISO(timeZone).toPlainDate()

/** A report about a service that is no longer public is dropped: nobody can be misled by it. */
async function receive(tx: Tx, deps: WatchingDeps, sent: SentReport): Promise<void> {
  if (await isCounted(tx, sent.id)) return
  const service = await readReportedService(tx, sent.service)
  if (!service) return
  for (const town of await deps.lookingAfter(tx, sent.service, service.authority)) {
    await receiveIn(tx, deps, town, service, sent)
  }
}

async function receiveIn(
  tx: Tx,
  deps: WatchingDeps,
  town: WatchedTown,
  service: ReportedService,
  sent: SentReport,
): Promise<void> {
  const report = newId()
  const workingDays = workingDaysFor(service.kinds.map((kind) => deps.checklist.byId(kind)?.reviewEveryMonths))
  const region = await deps.regionOf(tx, town.id)
  const due = dueAfter(todayIn(deps, town), workingDays, (date) => deps.isPublicHoliday(town.country, date, region))
  if (!(await insertReport(tx, { ...sent, report, authority: town.id, due }))) return countReport(tx, town.id, sent)
  const act = actOf('intake', 'watching.report', deps.clock.now())
  await recordAudit(tx, act, {
    authority: town.id,
    subject: `service ${sent.service}`,
    detail: { reason: sent.reason },
  })
  for (const person of await deps.officersOf(tx, town.id)) {
    await deps.notify(tx, {
      person,
      kind: 'reports',
      key: `report ${report}`,
      due: due.add({ days: 1 }).toZonedDateTime(town.timeZone).toInstant(),
      compose: (translator) => reportNotice(translator, town, { name: service.name, reason: sent.reason, due }),
    })
  }
}

export type DecideOutcome =
  | { readonly outcome: 'decided' | 'gone' }
  /** Somebody has decided before: the first holds. */
  | { readonly outcome: 'decided-before' }
  /** What was repaired is not public yet. */
  | { readonly outcome: 'unpublished' }

/** @param given.tellReaders whether the public page says so. */
export async function decideReport(
  deps: WatchingOfficeDeps,
  act: Act,
  town: WatchedTown,
  id: string,
  given: { readonly outcome: ReportOutcome; readonly tellReaders: boolean },
): Promise<DecideOutcome> {
  const unpublished = await deps.unpublishedServices(town.id)
  return deps.database.db.transaction().execute(async (tx): Promise<DecideOutcome> => {
    const report = await findReport(tx, town.id, id)
    if (!report) return { outcome: 'gone' }
    if (report.decided) return { outcome: 'decided-before' }
    const { outcome, tellReaders } = given
    if (outcome === 'repaired' && unpublished.has(report.service)) return { outcome: 'unpublished' }
    if (!(await markDecided(tx, id, outcome, act.at))) return { outcome: 'decided-before' }
    if (tellReaders) {
      await insertAnswer(tx, report, outcome, act.at)
      await announceChange(tx, [town.id, ...(await readersOf(tx, report.service))])
    }
    const detail = { reason: report.reason, outcome, public: tellReaders }
    await recordAudit(tx, act, { authority: town.id, subject: `service ${report.service}`, detail })
    return { outcome: 'decided' }
  })
}

/**
 * Every day: what a town has left lying comes to whoever helps it, once. As long as there is nobody, it is tried again.
 *
 * @returns about how many towns somebody was told.
 */
export async function tellOverdue(deps: WatchingDeps): Promise<number> {
  const { database, clock, jobs } = deps
  await jobs.start()
  // The day in UTC is never ahead of the place by more than it matters: nobody is told before the day is over here.
  const today = clock.now().subtract({ hours: 12 }).toZonedDateTimeISO('UTC').toPlainDate()
  let told = 0
  for (const overdue of await overdueTowns(database.db, today, false)) {
    if (await database.db.transaction().execute((tx) => tellOf(deps, tx, overdue, today))) told += 1
  }
  return told
}

/** @returns whether there was anybody to tell. */
async function tellOf(
  deps: WatchingDeps,
  tx: Tx,
  { authority, count }: { readonly authority: string; readonly count: number },
  today: Temporal.PlainDate,
): Promise<boolean> {
  const town = await deps.readAuthority(tx, authority)
  const { people } = await deps.helpersOf(tx, authority)
  if (!town || people.length === 0) return false
  await markOverdueTold(tx, authority, today, deps.clock.now())
  for (const person of people) {
    await deps.notify(tx, {
      person,
      kind: 'reports',
      key: `reports overdue ${authority} ${today}`,
      compose: (translator) => overdueNotice(translator, town, count),
    })
  }
  return true
}
