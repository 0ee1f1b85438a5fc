/** A list that was brought is compared with what is known, and becomes a plan or is refused. */
import { actOf } from '../../platform/audit/audit.ts'
import { createBreath } from '../../platform/breath.ts'
import { type AnyJob, handles, type JobHandler } from '../../platform/jobs/job.ts'
import { type CsvRow, officialFormat, readOfficial } from '../authorities/index.ts'
import { filesOf } from './bring-list.ts'
import { compareListJob } from './compare-job.ts'
import type { MergersDeps } from './deps.ts'
import { chosenOnly, mapOf } from './list-columns.ts'
import { rowsOf } from './list-file.ts'
import { makePlan, type PlanOutcome } from './make-plan.ts'
import { dropPieces, readPieces } from './piece-store.ts'
import type { Movement } from './plan-rules.ts'
import { MovementFault, readMovements } from './read-movements.ts'
import type { ListRefused } from './schema.ts'
import {
  type DecidedList,
  deleteUpload,
  type ListUpload,
  noteProgress,
  readUpload,
  type SentList,
  type Turn,
  writeRefused,
} from './upload-store.ts'

export const mergersJobs: readonly AnyJob[] = [compareListJob]

export function mergersHandlers(deps: MergersDeps): JobHandler[] {
  return [
    handles(compareListJob, async (turn, { last }) => {
      try {
        await compareList(deps, turn)
      } catch (error) {
        // Nobody tries again: whoever waits is told.
        if (last) await writeRefused(deps.database.db, turn, { outcome: 'failed' })
        throw error
      }
    }),
  ]
}

type DueList = ListUpload & { readonly decided: DecidedList }

/** Twice is once: a list that has its plan is gone, and one that is decided about anew has another turn. */
async function compareList(deps: MergersDeps, turn: Turn): Promise<void> {
  const { db } = deps.database
  const upload = await readUpload(db, { id: turn.id })
  if (!upload?.decided || upload.turn !== turn.turn || upload.refused) return
  await noteProgress(db, turn, { at: deps.clock.now(), rows: 0 })
  const outcome = await comparedList(deps, turn, { ...upload, decided: upload.decided })
  const refused = refusalOf(outcome)
  if (refused) await writeRefused(db, turn, refused)
  else if (await deleteUpload(db, turn)) await dropPieces(db, filesOf(upload))
}

/** A date of the movements is none. */
type MovementsRefused = Extract<ListRefused, { refusals: unknown }>

type ComparedOutcome = PlanOutcome | MovementsRefused

async function comparedList(deps: MergersDeps, turn: Turn, upload: DueList): Promise<ComparedOutcome> {
  const { db } = deps.database
  const { country, list, decided } = upload
  const { choice, validFrom } = decided
  const moved = await movedBy(deps, upload)
  if (!Array.isArray(moved)) return moved
  const rows = rowsOf(list.format, await contentOf(deps, list))
  const format = officialFormat(list.head.known)
  const read = format
    ? await readOfficial(format, rows).then((all) => ({ ...all, rows: inTurn(all.rows), map: undefined }))
    : { rows: chosenOnly(rows, choice), map: mapOf(choice), movements: [] }
  const act = actOf('worker', 'mergers.plan', deps.clock.now())
  return makePlan(deps, act, {
    ...{ ...read, country, validFrom, movements: [...read.movements, ...moved], madeBy: upload.decidedBy },
    progress: (count) => noteProgress(db, turn, { at: act.at, rows: count }),
  })
}

/** @throws Error where it is gone; the list is, too, then. */
async function contentOf({ database: { db } }: MergersDeps, { file }: SentList): Promise<Uint8Array> {
  const content = await readPieces(db, file)
  if (!content) throw new Error('the file of a list is gone')
  return content
}

async function movedBy(
  deps: MergersDeps,
  { movements, decided: { choice, validFrom } }: DueList,
): Promise<Movement[] | MovementsRefused> {
  if (!movements || !choice.movements) return []
  const { date, ...headings } = choice.movements
  try {
    const rows = rowsOf(movements.format, await contentOf(deps, movements))
    return await readMovements(rows, { ...headings, date: date === '' ? noHeading : date }, validFrom)
  } catch (fault) {
    if (!(fault instanceof MovementFault)) throw fault
    const refusals = [{ line: fault.line, column: 'valid_from', reason: fault.message }]
    return { outcome: 'movements', count: 1, refusals }
  }
}

/** What no file has for a heading. */
const noHeading = '\n'

async function* inTurn(rows: readonly CsvRow[]): AsyncGenerator<CsvRow> {
  const breath = createBreath()
  for (const row of rows) {
    await breath()
    yield row
  }
}

/** More say the same. */
const mostKept = 20

/** Undefined where there is a plan, this one or another. */
function refusalOf(outcome: ComparedOutcome): ListRefused | undefined {
  switch (outcome.outcome) {
    case 'planned':
    case 'same':
    case 'open':
      return undefined
    case 'refused':
    case 'movements': {
      const refusals = outcome.refusals.slice(0, mostKept).map(({ line, column, reason }) => ({ line, column, reason }))
      return { outcome: outcome.outcome, count: outcome.count, refusals }
    }
    default:
      return outcome
  }
}
