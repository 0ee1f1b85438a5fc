/** Ed25519 (RFC 8032) with keys as the W3C writes them: Multikey, which is multibase base58btc of a prefixed public key. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { base58 } from '@scure/base'

/** Says that an Ed25519 public key follows (Multicodec `ed25519-pub`). */
const prefix = [0xed, 0x01] as const
const keyBytes = 32

export interface KeyPair {
  /** The public key as a Multikey, `z6Mk…`. */
  readonly id: string
  /** PKCS #8, in PEM. */
  readonly secret: string
}

export function newKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return { id: multikeyOf(publicKey), secret: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }
}

/** @param secret PKCS #8, in PEM. @returns 64 bytes. */
export function signBytes(secret: string, bytes: Uint8Array): Uint8Array {
  return sign(null, bytes, createPrivateKey(secret))
}

/** False for a key or a signature that is none, too. @param id a Multikey. */
export function isSignedBy(id: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  const key = publicKeyOf(id)
  return key !== undefined && signature.length === 64 && verify(null, bytes, key, signature)
}

/** As in multibase: `z` and base58btc. */
export const multibaseOf = (bytes: Uint8Array): string => `z${base58.encode(bytes)}`

/** Undefined for what is not base58btc. */
export function bytesOfMultibase(text: string): Uint8Array | undefined {
  if (!/^z[1-9A-HJ-NP-Za-km-z]+$/.test(text)) return undefined
  return base58.decode(text.slice(1))
}

function multikeyOf(key: KeyObject): string {
  const { x } = key.export({ format: 'jwk' })
  return multibaseOf(Uint8Array.from([...prefix, ...Buffer.from(x ?? '', 'base64url')]))
}

function publicKeyOf(id: string): KeyObject | undefined {
  const bytes = bytesOfMultibase(id)
  const isKey = bytes?.length === prefix.length + keyBytes && prefix.every((byte, at) => bytes[at] === byte)
  if (!bytes || !isKey) return undefined
  const x = Buffer.from(bytes.subarray(prefix.length)).toString('base64url')
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
}
