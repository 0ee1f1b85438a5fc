/** An official list is brought in a browser: it waits for its columns to be decided, and then becomes a plan. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { type OfficialFormat, type Refusal, readOfficial } from '../authorities/index.ts'
import type { ColumnsDecided } from './columns-form.ts'
import type { MergersDeps } from './deps.ts'
import { chosenOnly, mapOf } from './list-columns.ts'
import { type FileFault, formatOf, headOf, ListFault, rowsOf } from './list-file.ts'
import { makePlan, type PlanOutcome } from './make-plan.ts'
import { lockPlans } from './plan-store.ts'
import { MovementFault, readMovements } from './read-movements.ts'
import {
  type Content,
  deleteUpload,
  type ListUpload,
  readUploadContent,
  rememberChoice,
  replaceUpload,
} from './upload-store.ts'

export interface SentFile {
  /** As the browser gave it. */
  readonly name: string
  readonly content: Uint8Array
}

export type BringFault = { readonly field: 'list' | 'movements'; readonly code: FileFault }

/** @param given the id is made with the form: sent twice, it brings one list. */
export async function bringList(
  { database }: MergersDeps,
  act: Act,
  given: { readonly id: string; readonly country: string; readonly list: SentFile; readonly movements?: SentFile },
): Promise<BringFault | undefined> {
  const { id, country } = given
  const list = await contentOf(given.list)
  if (typeof list === 'string') return { field: 'list', code: list }
  const movements = given.movements ? await contentOf(given.movements) : null
  if (typeof movements === 'string') return { field: 'movements', code: movements }
  await database.db.transaction().execute(async (tx) => {
    await lockPlans(tx, country)
    const upload = { id, country, by: act.person?.id ?? '', uploadedAt: act.at }
    if (!(await replaceUpload(tx, upload, list, movements))) return
    const detail = { country, format: list.format, movements: movements !== null }
    await recordAudit(tx, act, { authority: null, subject: 'list of authorities', detail })
  })
  return undefined
}

async function contentOf({ name, content }: SentFile): Promise<Content | FileFault> {
  try {
    return { name: name.slice(0, 200), content, format: await formatOf(content) }
  } catch (fault) {
    if (fault instanceof ListFault) return fault.code
    throw fault
  }
}

export type ComparedOutcome =
  | PlanOutcome
  /** A line of the movements has a date that is none. */
  | { readonly outcome: 'movements'; readonly refusals: readonly Refusal[] }
  | { readonly outcome: 'gone' }

/** What is decided about its columns is remembered for the country, also where the list is refused. */
export async function compareList(
  deps: MergersDeps,
  act: Act,
  { id, country, list, movements }: ListUpload,
  { choice, validFrom }: ColumnsDecided,
): Promise<ComparedOutcome> {
  const { db } = deps.database
  const content = await readUploadContent(db, id)
  if (!content) return { outcome: 'gone' }
  const known = (await headOf(list.format, content.list)).known
  if (!known) await rememberChoice(db, country, choice, act.at)
  const moved =
    movements && content.movements && choice.movements
      ? await movedBy(rowsOf(movements.format, content.movements), choice.movements, validFrom)
      : []
  if ('outcome' in moved) return moved
  const read = known
    ? await readKnown(known, rowsOf(list.format, content.list))
    : { rows: chosenOnly(rowsOf(list.format, content.list), choice), map: mapOf(choice), movements: [] }
  const movementsSaid = [...read.movements, ...moved]
  const outcome = await makePlan(deps, act, { ...read, country, movements: movementsSaid, validFrom })
  if (outcome.outcome === 'planned' || outcome.outcome === 'same') await deleteUpload(db, id)
  return outcome
}

/** A list that is known as it is published. */
async function readKnown(format: OfficialFormat, list: ReturnType<typeof rowsOf>) {
  const { rows, movements } = await readOfficial(format, list)
  return { rows: inTurn(rows), map: undefined, movements }
}

async function* inTurn<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows
}

async function movedBy(
  rows: ReturnType<typeof rowsOf>,
  { date, ...headings }: NonNullable<ColumnsDecided['choice']['movements']>,
  validFrom: Temporal.PlainDate,
) {
  try {
    return await readMovements(rows, { ...headings, date: date === '' ? noHeading : date }, validFrom)
  } catch (fault) {
    if (!(fault instanceof MovementFault)) throw fault
    return {
      outcome: 'movements',
      refusals: [{ line: fault.line, column: 'valid_from', reason: fault.message }],
    } as const
  }
}

/** What no file has for a heading. */
const noHeading = '\n'
