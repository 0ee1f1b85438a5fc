/** The keys of this instance, at the address where `did:web` looks for them; those that are retired too, with their days. */
import type { Database } from '../../platform/db/database.ts'
import type { AppEnv } from '../../platform/http/env.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { type SigningKey, signingKeys } from '../../platform/signing/signing-key-store.ts'
import { absolute, urls } from '../../urls.ts'

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
        // No longer than a head: whoever checks one needs the key that signed it.
        const headers = { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=10' }
        return c.json(didDocument(baseUrl, await database.read(signingKeys)), 200, headers)
      },
    },
  ]
}

/**
 * A retired key goes on vouching for what it has signed: it stays among the methods of assertion. One that somebody else may
 * have vouches for nothing: it is told as revoked, and is none of them.
 */
export function didDocument(baseUrl: string, keys: readonly SigningKey[]) {
  const did = didOf(baseUrl)
  const term = (name: string) => ({
    '@id': `${absolute(baseUrl, urls.did())}#${name}`,
    '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
  })
  return {
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/multikey/v1',
      { created: term('created'), retired: term('retired') },
    ],
    id: did,
    verificationMethod: keys.map((key) => ({
      id: verificationMethodOf(baseUrl, key.id),
      type: 'Multikey',
      controller: did,
      publicKeyMultibase: key.id,
      created: second(key.createdAt),
      ...(key.retiredAt ? { retired: second(key.retiredAt) } : {}),
      ...(key.revokedAt ? { revoked: second(key.revokedAt) } : {}),
    })),
    assertionMethod: keys
      .filter(({ revokedAt }) => revokedAt === null)
      .map(({ id }) => verificationMethodOf(baseUrl, id)),
  }
}

const second = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'second' })
