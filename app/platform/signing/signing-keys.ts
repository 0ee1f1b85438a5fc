/**
 * The key with which this instance signs. Its secret half is kept sealed with SECRET; the public half of every key there
 * has ever been stays public, so that old signatures can be checked.
 */
import type { Db } from '../db/tables.ts'
import { RequestFault } from '../http/faults.ts'
import { newKeyPair, signBytes } from './ed25519.ts'
import { addKey, keyInUse, lockSigningKeys, retireKeyInUse } from './signing-key-store.ts'

export interface SigningDeps {
  readonly config: {
    readonly secret: string
    /** Elsewhere SECRET may be another one at each start: the key is then replaced by itself. */
    readonly production: boolean
  }
}

export interface Signer {
  /** The public key as a Multikey. */
  readonly keyId: string
  /** @returns 64 bytes, Ed25519. */
  sign(bytes: Uint8Array): Uint8Array
}

/** The secret half cannot be opened. */
export const otherSecret =
  'SECRET is not the one that sealed the signing key: nothing can be signed. Set the old one, or run: npx safe-towns rotate-signing-key'

/**
 * The key in use; where there is none yet, the first one is made.
 *
 * @throws {RequestFault} unavailable, in production, when SECRET is another one than before.
 */
export async function signerOf(tx: Db, deps: SigningDeps, at: Temporal.Instant): Promise<Signer> {
  await lockSigningKeys(tx)
  const known = await keyInUse(tx)
  const secret = known && (await unseal(deps, known.sealed))
  if (known && secret !== undefined) return { keyId: known.id, sign: (bytes) => signBytes(secret, bytes) }
  if (known && deps.config.production) throw new RequestFault('unavailable', otherSecret)
  return replaceKey(tx, deps, at)
}

/** Whether the key in use can be opened; true where there is none yet. */
export async function canSign(db: Db, deps: Pick<SigningDeps, 'config'>): Promise<boolean> {
  const known = await keyInUse(db)
  return !known || (await unseal(deps, known.sealed)) !== undefined
}

/** Retires the key in use and makes another. @returns the new one, and the id of the old one if there was one. */
export async function replaceKey(
  tx: Db,
  deps: SigningDeps,
  at: Temporal.Instant,
): Promise<Signer & { readonly retired: string | undefined }> {
  await lockSigningKeys(tx)
  const retired = await retireKeyInUse(tx, at)
  const { id, secret } = newKeyPair()
  await addKey(tx, id, await seal(deps, secret), at)
  return { keyId: id, retired, sign: (bytes) => signBytes(secret, bytes) }
}

async function seal({ config }: SigningDeps, data: string): Promise<string> {
  const { symmetricEncrypt } = await import('better-auth/crypto')
  return symmetricEncrypt({ key: config.secret, data })
}

async function unseal({ config }: SigningDeps, data: string): Promise<string | undefined> {
  const { symmetricDecrypt } = await import('better-auth/crypto')
  return symmetricDecrypt({ key: config.secret, data }).catch(() => undefined)
}
