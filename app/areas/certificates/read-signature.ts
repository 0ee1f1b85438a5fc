/** Reads what may be certified of a signatory, and refuses where the history does not bear it out. */
import type { Db, ReadDb } from '../../platform/db/tables.ts'
import { RequestFault } from '../../platform/http/faults.ts'
import { sha256Hex } from '../../platform/signing/canonical.ts'
import { type Authority, readAuthorities } from '../authorities/index.ts'
import {
  nameIsOpening,
  type RegisterEntry,
  readLine,
  registerEntries,
  type Signatory,
  signatoriesOf,
  signatoryByNumber,
  sinceOf,
} from '../register/index.ts'
import { codeOf } from './code-rules.ts'
import type { CertificatesDeps } from './deps.ts'
import { type HistoryEntry, recordOf, type SignatureRecord } from './record-rules.ts'
import { type ReachedStage, reachedStages, stages } from './stage-rules.ts'

export interface Certified {
  readonly record: SignatureRecord
  /** As it was when it signed; empty where it was erased. Of a person or an organisation it stands in no line. */
  readonly name: string
  readonly code: string
  /** The authority that signed, if it was one. */
  readonly authority: Authority | undefined
  readonly successors: readonly Authority[]
  /** Of an authority's own path; none where the signature has ended. */
  readonly stages: readonly ReachedStage[]
  readonly demonstration: boolean
}

type ReadDeps = Pick<CertificatesDeps, 'stages'>

/** Undefined where nobody has that number. @throws {RequestFault} unproven, where the history has been tampered with. */
export async function readCertified(deps: ReadDeps, db: Db | ReadDb, number: number): Promise<Certified | undefined> {
  const signatory = await signatoryByNumber(db, number)
  return signatory && certified(deps, db, signatory)
}

/** The newest signature of an authority: it may have withdrawn and signed again. */
export async function readCertifiedOf(
  deps: ReadDeps,
  db: Db | ReadDb,
  authority: string,
): Promise<Certified | undefined> {
  const [newest] = await signatoriesOf(db, authority)
  return newest && certified(deps, db, newest)
}

async function certified(deps: ReadDeps, db: Db | ReadDb, signatory: Signatory): Promise<Certified> {
  const record = borneOut(signatory.number, await registerEntries(db, signatory.id))
  const found = await readAuthorities(db, [...(signatory.authority ? [signatory.authority] : []), ...record.successors])
  const authority = found.find(({ id }) => id === signatory.authority)
  return {
    record,
    name: record.name ?? (nameIsOpening(signatory.kind) ? signatory.name : ''),
    code: codeOf(record.number, record.first.hash),
    authority,
    successors: record.successors.flatMap((id) => found.find((one) => one.id === id) ?? []),
    stages: record.status === 'signed' ? await stagesOf(deps, db, record, authority) : [],
    demonstration: signatory.demonstration,
  }
}

/** Whoever runs this instance has to clear up what does not fit; until then nothing is certified of it. */
function borneOut(number: number, entries: readonly RegisterEntry[]): SignatureRecord {
  try {
    return recordOf(entries.map(checked), sinceOf)
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    throw new RequestFault('unproven', `number ${number} of the register is not certified: ${why}; run audit-register`)
  }
}

function checked({ number, act, hash, line: text }: RegisterEntry): HistoryEntry {
  const line = readLine(text)
  if (!line || line.number !== number || line['act'] !== act || sha256Hex(text) !== hash) {
    throw new Error(`entry ${number} is not as it was entered`)
  }
  return { act, number, hash, line }
}

async function stagesOf(
  deps: ReadDeps,
  db: Db | ReadDb,
  { signedOn }: SignatureRecord,
  authority: Authority | undefined,
): Promise<ReachedStage[]> {
  const days: Record<string, string> = {}
  for (const stage of stages) {
    const day = stage === 'signed' || !authority ? undefined : await deps.stages[stage](db, authority)
    if (day !== undefined) days[stage] = day
  }
  return reachedStages(signedOn, days)
}
