/** An official list is brought in a browser, and what its columns hold is decided: then the worker compares it. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { newId } from '../../platform/ids.ts'
import { compareListJob } from './compare-job.ts'
import type { MergersDeps } from './deps.ts'
import { type FileFault, ListFault, lookAtList } from './list-file.ts'
import { dropPieces, keepPieces } from './piece-store.ts'
import { lockPlans } from './plan-store.ts'
import {
  type DecidedList,
  type ListUpload,
  rememberChoice,
  replaceUpload,
  type SentList,
  waitingUpload,
  writeDecided,
} from './upload-store.ts'

export interface SentFile {
  /** As the browser gave it. */
  readonly name: string
  readonly content: Uint8Array
}

export type BringFault = { readonly field: 'list' | 'movements'; readonly code: FileFault }

/** @param given the id is made with the form: sent twice, it brings one list. */
export async function bringList(
  deps: MergersDeps,
  act: Act,
  given: { readonly id: string; readonly country: string; readonly list: SentFile; readonly movements?: SentFile },
): Promise<BringFault | undefined> {
  const { id, country } = given
  const list = await lookAt(given.list)
  if (typeof list === 'string') return { field: 'list', code: list }
  const movements = given.movements ? await lookAt(given.movements) : null
  if (typeof movements === 'string') return { field: 'movements', code: movements }
  const { db } = deps.database
  await keepPieces(db, list.file, given.list.content, act.at)
  if (movements && given.movements) await keepPieces(db, movements.file, given.movements.content, act.at)
  const instead = await db.transaction().execute(async (tx) => {
    await lockPlans(tx, country)
    const before = await waitingUpload(tx, country)
    const upload = { id, country, by: act.person?.id ?? '', uploadedAt: act.at, list, movements }
    if (!(await replaceUpload(tx, upload))) return upload
    const detail = { country, format: list.format, movements: movements !== null }
    await recordAudit(tx, act, { authority: null, subject: 'list of authorities', detail })
    return before
  })
  if (instead) await dropPieces(db, filesOf(instead))
  return undefined
}

export const filesOf = ({ list, movements }: Pick<ListUpload, 'list' | 'movements'>): (string | null)[] => [
  list.file,
  movements?.file ?? null,
]

async function lookAt({ name, content }: SentFile): Promise<SentList | FileFault> {
  try {
    return { name: name.slice(0, 200), file: newId(), ...(await lookAtList(content)) }
  } catch (fault) {
    if (fault instanceof ListFault) return fault.code
    throw fault
  }
}

/**
 * What is decided about its columns is remembered for the country, also where the list is refused.
 *
 * @param seen the list as it was when somebody decided: the same form sent twice is compared once.
 */
export async function decideList(
  { database, jobs }: MergersDeps,
  act: Act,
  { id, country, turn: seen, list }: ListUpload,
  decided: DecidedList,
): Promise<void> {
  await jobs.start()
  await database.db.transaction().execute(async (tx) => {
    await lockPlans(tx, country)
    const now = await waitingUpload(tx, country)
    if (now?.id !== id || now.turn !== seen) return
    if (list.head.known === undefined) await rememberChoice(tx, country, decided.choice, act.at)
    const turn = await writeDecided(tx, id, decided, { person: act.person?.id ?? null, at: act.at })
    if (turn === undefined) return
    await jobs.enqueue(tx, compareListJob, { id, turn })
    await recordAudit(tx, act, { authority: null, subject: 'list of authorities', detail: { country } })
  })
}
