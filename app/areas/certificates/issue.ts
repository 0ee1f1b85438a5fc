/** Issues what programs check. The same facts and the same key give the same bytes, on every machine of an instance. */
import { encodedBits } from '../../platform/signing/bitstring.ts'
import { secured, type Unsecured } from '../../platform/signing/eddsa-jcs-2022.ts'
import { didOf, endedNumbers, highestNumber, readHead, verificationMethodOf } from '../register/index.ts'
import type { CertificatesDeps, KeyInUse } from './deps.ts'
import { indexOf, listOf, numbersOf } from './list-rules.ts'
import { type Issuer, presentCredential, presentStatusList } from './present-credential.ts'
import { readCertified } from './read-signature.ts'

type IssueDeps = Pick<CertificatesDeps, 'site' | 'database' | 'keyInUse' | 'authorised' | 'operator' | 'stages'>

/** The credential of a number as JSON; undefined where nobody has it. It is given out after its end too: then its status says so. */
export async function issueCredential(deps: IssueDeps, number: number): Promise<string | undefined> {
  const certified = await deps.database.read((db) => readCertified(deps, db, number))
  if (!certified) return undefined
  const { record, demonstration } = certified
  const document = presentCredential(issuerOf(deps), record, demonstration)
  return signed(deps, document, record.said.enteredAt)
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
