/** Cycles of progress reports and a report of the fictional town: `data/demonstration/reports.json`. */
import { z } from 'zod'
import { ensurePerson } from '../areas/accounts/index.ts'
import { demonstrateCycles, demonstrateReport, demonstrateReview, reportAnswers } from '../areas/reports/index.ts'
import type { Act } from '../platform/audit/audit.ts'
import { about, readDataFile } from '../platform/data-file.ts'
import type { Database } from '../platform/db/database.ts'
import { demonstrationKey, demonstrationReviewer } from './people.ts'
import { demonstrationServiceId } from './service-id.ts'

/** Months from today. */
const months = z.int()
const file = z.strictObject({
  about,
  cycles: z.array(z.strictObject({ opens: months, due: months, meeting: months })).min(1),
  reports: z.array(
    z.strictObject({
      authority: z.string(),
      country: z.string(),
      cycle: z.int(),
      /** Key of a person of the demonstration, who is asked to answer it. */
      reviewer: demonstrationKey,
      /** By code of the language. */
      answers: z.record(z.string(), z.record(z.string(), z.string().min(1))),
    }),
  ),
})

const answersOf = (said: Readonly<Record<string, string>>) =>
  reportAnswers.parse(Object.fromEntries(Object.entries(said).map(([question, text]) => [question, { text }])))

/** Reports once their town has a published plan. */
export async function loadReports(
  deps: { readonly database: Pick<Database, 'db'> },
  act: Act,
  idOf: (code: string) => string,
): Promise<void> {
  const { cycles, reports } = readDataFile('demonstration/reports.json', file)
  const today = act.at.toZonedDateTimeISO('UTC').toPlainDate()
  const day = (after: number) => today.add({ months: after }).toString()
  const days = cycles.map((one) => ({ opens: day(one.opens), due: day(one.due), meetingOn: day(one.meeting) }))
  await demonstrateCycles(deps, days)
  for (const { authority, country, cycle, reviewer, answers } of reports) {
    const id = demonstrationServiceId('progress report', `${authority} ${cycle}`)
    const given = Object.entries(answers).map(([language, said]) => [language, answersOf(said)])
    await demonstrateReport(deps, act, {
      ...{ id, authority: idOf(authority), country, cycle },
      answers: Object.fromEntries(given),
    })
    const { person, countries } = demonstrationReviewer(reviewer)
    const asked = await ensurePerson(deps.database.db, person)
    const review = demonstrationServiceId('report review', `${authority} ${cycle}`)
    await demonstrateReview(deps, act, { id: review, report: id, reviewer: asked.id, countries })
  }
}
