/**
 * Data Integrity proofs of the W3C with the cryptosuite `eddsa-jcs-2022`: the RFC 8785 forms of the proof's options and of
 * the document are hashed one by one with SHA-256, and Ed25519 signs the two hashes, that of the options first.
 */
import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical.ts'
import { multibaseOf } from './ed25519.ts'

/** What is signed. Its context is repeated in the proof, so that it cannot be exchanged. */
export type Unsecured = Readonly<Record<string, unknown>> & { readonly '@context': readonly string[] }

export interface ProofOptions {
  /** Whole seconds, in UTC. */
  readonly created: Temporal.Instant
  /** The address of the key: of a document in which it vouches for what its controller asserts. */
  readonly verificationMethod: string
}

export type Secured<T extends Unsecured> = T & { readonly proof: Readonly<Record<string, unknown>> }

/** @param sign Ed25519 with the key that `verificationMethod` names. @returns the document with its proof. */
export function secured<T extends Unsecured>(
  document: T,
  { created, verificationMethod }: ProofOptions,
  sign: (bytes: Uint8Array) => Uint8Array,
): Secured<T> {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    created: created.toString({ smallestUnit: 'second' }),
    verificationMethod,
    proofPurpose: 'assertionMethod',
    '@context': document['@context'],
  }
  return { ...document, proof: { ...options, proofValue: multibaseOf(sign(hashData(document, options))) } }
}

/** The 64 bytes that are signed. */
export function hashData(document: object, options: object): Uint8Array {
  return Buffer.concat([options, document].map((each) => createHash('sha256').update(canonicalJson(each)).digest()))
}
