/** A spreadsheet that came back: kept aside until somebody has looked at what it changes, then taken over as a whole. */
import { isDeepStrictEqual } from 'node:util'
import type { Act } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { applyUpdates } from './apply-updates.ts'
import type { ReportsDeps } from './deps.ts'
import { withAnswers } from './question-rules.ts'
import { lockReport, readSheetOf, updateReport, writeSheet } from './report-store.ts'
import type { ReadSheet } from './schema.ts'
import { recordReport, writtenBy } from './write-report.ts'

type Deps = Pick<ReportsDeps, 'database'>

/** The newest file counts. */
export async function putAside({ database }: Deps, id: string, sheet: ReadSheet | null): Promise<void> {
  await database.db.transaction().execute((tx) => writeSheet(tx, id, sheet))
}

/** @returns `conflict`: somebody has changed a measure or an answer since the file was read; nothing is kept. */
export async function keepSheet({ database }: Deps, act: Act, id: string): Promise<'kept' | 'gone' | 'conflict'> {
  return database.db
    .transaction()
    .execute((tx) => keepSheetIn(tx, act, id))
    .catch((error: unknown) => {
      if (error instanceof Faster) return 'conflict' as const
      throw error
    })
}

class Faster extends Error {}

async function keepSheetIn(tx: Tx, act: Act, id: string): Promise<'kept' | 'gone'> {
  const report = await lockReport(tx, id)
  if (!report) return 'gone'
  const sheet = await readSheetOf(tx, id)
  // The second click: it is taken over.
  if (!sheet) return 'kept'
  const answers = withAnswers(report.answers, sheet.asked, sheet.answers)
  if (!isDeepStrictEqual(answers, report.answers) && report.revision !== sheet.revision) throw new Faster()
  if ((await applyUpdates(tx, act, report.plan, sheet.updates)).length > 0) throw new Faster()
  const looked = [...new Set([...report.looked, ...sheet.updates.map((one) => one.id)])]
  await updateReport(tx, id, { answers, looked }, writtenBy(act))
  await writeSheet(tx, id, null)
  await recordReport(tx, act, report, { measures: sheet.updates.length, answers: sheet.asked.length })
  return 'kept'
}
