/** What this instance signs of a stage that a town has reached: a credential beside that of its signature. */
import type { Unsecured } from '../../platform/signing/eddsa-jcs-2022.ts'
import { absolute, urls } from '../../urls.ts'
import { credentials, describedBy, type Issuer, issuedOf } from './present-credential.ts'
import type { SignatureRecord } from './record-rules.ts'
import type { LaterStage } from './stage-rules.ts'

export interface StageProven {
  readonly stage: LaterStage
  /** `YYYY-MM-DD`, as it is counted where the town is. */
  readonly on: string
  /** Since when it is true of a signatory. */
  readonly since: Temporal.Instant
}

/** In English: they are part of what is signed. */
const names: Readonly<Record<LaterStage, string>> = {
  'page-published': 'Help page for children and families published',
  'plan-published': 'Action plan published',
  'report-given': 'Progress report given',
}
const about = [
  'A step on the path of one town, compared with no other.',
  'It was read from what this instance shows in public; the history of the register holds the signature alone.',
]

/** Whoever has signed and what its town has reached; the end of the signature ends it, too. */
export function presentStageCredential(
  issuer: Issuer,
  record: SignatureRecord,
  { stage, on, since }: StageProven,
  demonstration: boolean,
): Unsecured {
  const address = (path: string) => absolute(issuer.baseUrl, path)
  return {
    '@context': [credentials, address(urls.stageContext())],
    id: address(urls.credential(record.number, stage)),
    type: ['VerifiableCredential', 'PactStageCredential'],
    name: names[stage],
    ...describedBy(issuer, demonstration, about),
    ...issuedOf(issuer, record, since),
    credentialSubject: {
      id: address(urls.signature(record.number)),
      type: 'PactTown',
      ...(record.name === null ? {} : { name: record.name }),
      country: record.country,
      registerNumber: record.number,
      stage,
      reachedOn: on,
    },
  }
}

/** Its words as linked data: those that the credential of a signature has too are the same. Never changed: see its address. */
export function presentStageContext(baseUrl: string): object {
  const of = (context: string) => (name: string) => `${absolute(baseUrl, context)}#${name}`
  const [same, term] = [of(urls.credentialContext()), of(urls.stageContext())]
  const xsd = (type: string) => `http://www.w3.org/2001/XMLSchema#${type}`
  return {
    '@context': {
      '@protected': true,
      id: '@id',
      type: '@type',
      PactStageCredential: term('PactStageCredential'),
      PactTown: {
        '@id': term('PactTown'),
        '@context': {
          '@protected': true,
          id: '@id',
          type: '@type',
          country: same('country'),
          registerNumber: { '@id': same('registerNumber'), '@type': xsd('integer') },
          stage: term('stage'),
          reachedOn: { '@id': term('reachedOn'), '@type': xsd('date') },
        },
      },
    },
  }
}
