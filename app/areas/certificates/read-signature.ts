/** Reads what may be certified of a signatory, and refuses where the history does not bear it out. */
import type { Db, ReadDb } from '../../platform/db/tables.ts'
import { type Authority, readAuthorities } from '../authorities/index.ts'
import {
  type ProvenEntry,
  provenEntries,
  type Signatory,
  signatoriesOf,
  signatoryByNumber,
  sinceOf,
  unproven,
  withTexts,
} from '../register/index.ts'
import { codeOf } from './code-rules.ts'
import type { CertificatesDeps } from './deps.ts'
import { recordOf, type SignatureRecord } from './record-rules.ts'
import { type ReachedStage, reachedStages, stages } from './stage-rules.ts'

export interface Certified {
  readonly record: SignatureRecord
  /** As it was when it signed; empty where it was erased. Of a person or an organisation its line holds a commitment alone. */
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
  const entries = await provenEntries(db, signatory)
  const record = borneOut(signatory.number, entries)
  const found = await readAuthorities(db, [...(record.authority ? [record.authority] : []), ...record.successors])
  const authority = found.find(({ id }) => id === record.authority)
  return {
    record,
    name: record.name ?? (await nameIn(db, entries)),
    code: codeOf(record.number, record.first.hash),
    authority,
    successors: record.successors.flatMap((id) => found.find((one) => one.id === id) ?? []),
    stages: record.status === 'signed' ? await stagesOf(deps, db, record, authority) : [],
    demonstration: signatory.demonstration,
  }
}

/** Whoever runs this instance has to clear up what does not fit; until then nothing is certified of it. */
function borneOut(number: number, entries: readonly ProvenEntry[]): SignatureRecord {
  try {
    return recordOf(
      entries.map(({ said: line, ...entry }) => ({ ...entry, line })),
      sinceOf,
    )
  } catch (error) {
    throw unproven(number, error instanceof Error ? error.message : '')
  }
}

/** Empty where it was erased. */
async function nameIn(db: Db | ReadDb, entries: readonly ProvenEntry[]): Promise<string> {
  const [first] = await withTexts(db, entries.slice(0, 1), 'name')
  return first?.openings.find(({ field }) => field === 'name')?.value ?? ''
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
