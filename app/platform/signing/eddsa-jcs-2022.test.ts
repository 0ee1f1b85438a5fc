/**
 * The vectors that the W3C publishes with the cryptosuite: "Data Integrity EdDSA Cryptosuites v1.0", appendix B, from the
 * files `TestVectors/keyPair.json`, `TestVectors/unsigned.json` and `TestVectors/eddsa-jcs-2022/` of the repository
 * w3c/vc-di-eddsa at commit abb673eb9df673e24a8eaf939337de74759b5f8d.
 */
import { createPrivateKey } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonicalJson, sha256Hex } from './canonical.ts'
import { bytesOfMultibase, isSignedBy, signBytes } from './ed25519.ts'
import { hashData, secured } from './eddsa-jcs-2022.ts'

const key = {
  publicKeyMultibase: 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
  privateKeyMultibase: 'z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq',
}
const unsigned = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'],
  id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
  type: ['VerifiableCredential', 'AlumniCredential'],
  name: 'Alumni Credential',
  description: 'A minimum viable example of an Alumni Credential.',
  issuer: 'https://vc.example/issuers/5678',
  validFrom: '2023-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
}
const proofConfig = {
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-jcs-2022',
  created: '2023-02-24T23:36:38Z',
  verificationMethod: `did:key:${key.publicKeyMultibase}#${key.publicKeyMultibase}`,
  proofPurpose: 'assertionMethod',
  '@context': unsigned['@context'],
}
const canonDoc =
  '{"@context":["https://www.w3.org/ns/credentials/v2","https://www.w3.org/ns/credentials/examples/v2"],"credentialSubject":{"alumniOf":"The School of Examples","id":"did:example:abcdefgh"},"description":"A minimum viable example of an Alumni Credential.","id":"urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33","issuer":"https://vc.example/issuers/5678","name":"Alumni Credential","type":["VerifiableCredential","AlumniCredential"],"validFrom":"2023-01-01T00:00:00Z"}'
const proofCanon =
  '{"@context":["https://www.w3.org/ns/credentials/v2","https://www.w3.org/ns/credentials/examples/v2"],"created":"2023-02-24T23:36:38Z","cryptosuite":"eddsa-jcs-2022","proofPurpose":"assertionMethod","type":"DataIntegrityProof","verificationMethod":"did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"}'
const docHash = '59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19'
const proofHash = '66ab154f5c2890a140cb8388a22a160454f80575f6eae09e5a097cabe539a1db'
const signatureHex =
  '407cd12654b33d718ecbb99179a1506daaa849450bf3fc523cce3e1c96f8b80351da3f253d725c6f00b07c9e5448d50b3ef78012b9ab54255116d069c6dd2808'
const proofValue = 'z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX'

/** Behind two bytes that say what follows stands the seed; PKCS #8 has 16 bytes of its own before it. */
function secretOf(multibase: string): string {
  const seed = Buffer.from(bytesOfMultibase(multibase) ?? []).subarray(2)
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    .export({ type: 'pkcs8', format: 'pem' })
    .toString()
}

test('document and options have the published forms and hashes', () => {
  expect(canonicalJson(unsigned)).toBe(canonDoc)
  expect(canonicalJson(proofConfig)).toBe(proofCanon)
  expect(sha256Hex(canonDoc)).toBe(docHash)
  expect(sha256Hex(proofCanon)).toBe(proofHash)
  expect(Buffer.from(hashData(unsigned, proofConfig)).toString('hex')).toBe(proofHash + docHash)
})

test('the signed document is the published one, byte for byte in its canonical form', () => {
  const secret = secretOf(key.privateKeyMultibase)
  const { created, verificationMethod } = proofConfig
  const options = { created: Temporal.Instant.from(created), verificationMethod }
  const signed = secured(unsigned, options, (bytes) => signBytes(secret, bytes))
  expect(canonicalJson(signed)).toBe(canonicalJson({ ...unsigned, proof: { ...proofConfig, proofValue } }))
  const signature = bytesOfMultibase(proofValue)
  expect(Buffer.from(signature ?? []).toString('hex')).toBe(signatureHex)
  expect(isSignedBy(key.publicKeyMultibase, hashData(unsigned, proofConfig), signature ?? new Uint8Array())).toBe(true)
})
