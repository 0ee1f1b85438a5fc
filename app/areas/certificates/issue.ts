/** Issues what programs check. The same facts and the same key give the same bytes, on every machine of an instance. */
import { encodedBits } from '../../platform/signing/bitstring.ts'
import { secured, type Unsecured } from '../../platform/signing/eddsa-jcs-2022.ts'
import { didOf, endedNumbers, highestNumber, readHead, verificationMethodOf } from '../register/index.ts'
import type { CertificatesDeps, KeyInUse } from './deps.ts'
import { indexOf, listOf, numbersOf } from './list-rules.ts'
import { type Issuer, presentCredential, presentStatusList } from './present-credential.ts'
import { presentStageCredential } from './present-stage-credential.ts'
import { type Certified, readCertified } from './read-signature.ts'
import type { LaterStage } from './stage-rules.ts'

type IssueDeps = Pick<CertificatesDeps, 'site' | 'database' | 'keyInUse' | 'authorised' | 'operator' | 'stages'>

/** The credential of a number as JSON; undefined where nobody has it. It is given out after its end too: then its status says so. */
export async function issueCredential(deps: IssueDeps, number: number): Promise<string | undefined> {
  const certified = await deps.database.read((db) => readCertified(deps, db, number))
  if (!certified) return undefined
  const { record, demonstration } = certified
  const document = presentCredential(issuerOf(deps), record, demonstration)
  return signed(deps, document, record.said.enteredAt)
}

export interface IssuedStage {
  readonly json: string
  /** Whose path it is. */
  readonly authority: string
}

/** The credential of a stage; undefined where it is not reached, or where the signature has ended: copies then say so by their bit. */
export async function issueStage(deps: IssueDeps, number: number, stage: LaterStage): Promise<IssuedStage | undefined> {
  const certified = await deps.database.read((db) => readCertified(deps, db, number))
  const on = certified?.stages.find((one) => one.stage === stage)?.on
  if (!certified?.authority || on === undefined) return undefined
  const { record, authority, demonstration } = certified
  const since = sinceBoth(record.first.enteredAt, on, authority)
  const document = presentStageCredential(issuerOf(deps), record, { stage, on, since }, demonstration)
  return { json: await signed(deps, document, since), authority: authority.id }
}

/** A town may have reached it before it signed. */
function sinceBoth(
  entered: Temporal.Instant,
  on: string,
  { timeZone }: NonNullable<Certified['authority']>,
): Temporal.Instant {
  const reached = Temporal.PlainDate.from(on).toZonedDateTime(timeZone).toInstant()
  return Temporal.Instant.compare(entered, reached) < 0 ? reached : entered
}

/** A list as JSON; undefined where no number of the register is in it. */
export async function issueStatusList(deps: IssueDeps, list: number): Promise<string | undefined> {
  if (list < 1) return undefined
  const [from, upTo] = numbersOf(list)
  const facts = await deps.database.read(async (db) => {
    const head = await readHead(db)
    const lists = listOf(await highestNumber(db))
    return head && list <= lists ? { head, ended: await endedNumbers(db, from, upTo) } : undefined
  })
  if (!facts) return undefined
  const since = Temporal.Instant.from(facts.head.timestamp)
  const bits = encodedBits(facts.ended.map(indexOf))
  return signed(deps, presentStatusList(issuerOf(deps), list, { bits, since }), since)
}

function issuerOf({ site: { baseUrl }, operator, authorised }: IssueDeps): Issuer {
  return { baseUrl, did: didOf(baseUrl), name: operator, authorised }
}

/** Signed when it came to be true, or when the key came to be, whichever was later. */
async function signed(deps: IssueDeps, document: Unsecured, trueSince: Temporal.Instant): Promise<string> {
  const key: KeyInUse = await deps.keyInUse()
  const created = Temporal.Instant.compare(trueSince, key.createdAt) < 0 ? key.createdAt : trueSince
  const verificationMethod = verificationMethodOf(deps.site.baseUrl, key.keyId)
  return JSON.stringify(secured(document, { created, verificationMethod }, key.sign))
}
