/** What this instance signs: a credential for each signature, and lists of those that have ended. */
import type { Unsecured } from '../../platform/signing/eddsa-jcs-2022.ts'
import { absolute, urls } from '../../urls.ts'
import { indexOf, listOf } from './list-rules.ts'
import type { SignatureRecord } from './record-rules.ts'

export const credentials = 'https://www.w3.org/ns/credentials/v2'

export interface Issuer {
  readonly baseUrl: string
  /** Its `did:web`. */
  readonly did: string
  /** Of this instance. */
  readonly name: string
  readonly authorised: boolean
}

/** In English: it is part of what is signed. */
const notOfficial = 'This is not an official register of the Council of Europe.'
const fictional = 'A demonstration: the signatory is invented and has signed nothing.'

/** Who says it, since when, and where its end would show: one bit for all that is certified of a signature. */
export function issuedOf({ baseUrl, did, name }: Issuer, { number }: SignatureRecord, validFrom: Temporal.Instant) {
  const statusList = absolute(baseUrl, urls.statusList(listOf(number)))
  return {
    issuer: { id: did, name },
    validFrom: validFrom.toString({ smallestUnit: 'second' }),
    credentialStatus: {
      id: `${statusList}#${indexOf(number)}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: `${indexOf(number)}`,
      statusListCredential: statusList,
    },
  }
}

/** What whoever reads it must know; no description where there is nothing. */
export function describedBy({ authorised }: Issuer, demonstration: boolean, about: readonly string[] = []) {
  const said = [...about, ...(authorised ? [] : [notOfficial]), ...(demonstration ? [fictional] : [])]
  return said.length === 0 ? {} : { description: said.join(' ') }
}

/** No person stands in it: of a representative or an organisation the number alone. */
export function presentCredential(issuer: Issuer, record: SignatureRecord, demonstration: boolean): Unsecured {
  const address = (path: string) => absolute(issuer.baseUrl, path)
  return {
    '@context': [credentials, address(urls.credentialContext())],
    id: address(urls.credential(record.number)),
    type: ['VerifiableCredential', 'PactSignatureCredential'],
    name: 'Signature of the Pact of Towns and Regions to stop sexual violence against children',
    ...describedBy(issuer, demonstration),
    ...issuedOf(issuer, record, record.first.enteredAt),
    credentialSubject: {
      id: address(urls.signature(record.number)),
      type: 'PactSignatory',
      signatoryKind: record.kind,
      ...(record.name === null ? {} : { name: record.name }),
      country: record.country,
      registerNumber: record.number,
      signedOn: record.signedOn,
      textVersion: record.textVersion,
      textLanguage: record.textLanguage,
      registerEntry: { entryNumber: record.said.number, entryHash: record.said.hash },
    },
  }
}

/** For how long a list may be kept, in milliseconds: a withdrawal is seen by everybody within a minute. */
export const statusListAge = 60_000

/** @param bits encoded. @param since when the register last changed. */
export function presentStatusList(
  { baseUrl, did, name }: Issuer,
  list: number,
  { bits, since }: { readonly bits: string; readonly since: Temporal.Instant },
): Unsecured {
  const address = absolute(baseUrl, urls.statusList(list))
  return {
    '@context': [credentials],
    id: address,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: { id: did, name },
    validFrom: since.toString({ smallestUnit: 'second' }),
    credentialSubject: {
      id: `${address}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: bits,
      ttl: statusListAge,
    },
  }
}

/** The words of a credential as linked data, each with an address of its own. It is never changed: see its address. */
export function presentContext(baseUrl: string): object {
  const term = (name: string) => `${absolute(baseUrl, urls.credentialContext())}#${name}`
  const typed = (name: string, type: string) => ({
    '@id': term(name),
    '@type': `http://www.w3.org/2001/XMLSchema#${type}`,
  })
  return {
    '@context': {
      '@protected': true,
      id: '@id',
      type: '@type',
      PactSignatureCredential: term('PactSignatureCredential'),
      PactSignatory: {
        '@id': term('PactSignatory'),
        '@context': {
          '@protected': true,
          id: '@id',
          type: '@type',
          country: term('country'),
          signatoryKind: term('signatoryKind'),
          registerNumber: typed('registerNumber', 'integer'),
          signedOn: typed('signedOn', 'date'),
          textVersion: term('textVersion'),
          textLanguage: term('textLanguage'),
          registerEntry: {
            '@id': term('registerEntry'),
            '@context': {
              '@protected': true,
              entryNumber: typed('entryNumber', 'integer'),
              entryHash: term('entryHash'),
            },
          },
        },
      },
    },
  }
}
