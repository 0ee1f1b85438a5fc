/** The keys of this instance, at the address where `did:web` looks for them; those that are retired too. */
import type { Database } from '../../platform/db/database.ts'
import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { type SigningKey, signingKeys } from '../../platform/signing/signing-key-store.ts'
import { urls } from '../../urls.ts'

export interface DidDeps {
  readonly database: Pick<Database, 'read'>
  readonly baseUrl: string
}

/** The name of this instance as a signer. @param baseUrl origin, without a trailing slash. */
export function didOf(baseUrl: string): string {
  return `did:web:${encodeURIComponent(new URL(baseUrl).host)}`
}

/** @param key a Multikey. */
export const verificationMethodOf = (baseUrl: string, key: string): string => `${didOf(baseUrl)}#${key}`

export function didRoutes({ database, baseUrl }: DidDeps): Route<AppEnv>[] {
  return [
    {
      method: 'GET',
      path: urls.did(),
      permission: 'public',
      audit: 'register.keys',
      handle: async (c) => {
        const headers = { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300' }
        return c.json(didDocument(baseUrl, await database.read(signingKeys)), 200, headers)
      },
    },
  ]
}

/** A retired key goes on vouching for what it has signed: it stays among the methods of assertion. */
export function didDocument(baseUrl: string, keys: readonly SigningKey[]) {
  const did = didOf(baseUrl)
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: keys.map(({ id }) => ({
      id: verificationMethodOf(baseUrl, id),
      type: 'Multikey',
      controller: did,
      publicKeyMultibase: id,
    })),
    assertionMethod: keys.map(({ id }) => verificationMethodOf(baseUrl, id)),
  }
}
