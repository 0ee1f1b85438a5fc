/** What sort of signatory a body of the directory is. */
import type { AuthorityKind } from '../authorities/index.ts'

/** Who can sign. */
export type SignerKind = 'municipality' | 'district' | 'region' | 'association' | 'representative' | 'organisation'

/** Whose councils are elected. */
export const electedKinds = ['municipality', 'district', 'region'] as const
export type ElectedKind = (typeof electedKinds)[number]

const kinds = { municipality: 'municipality', district: 'district', region: 'region' } as const

/** Undefined for a whole country and for joint bodies: they have no council that could sign. */
export function kindOfBody(kind: AuthorityKind): Extract<SignerKind, AuthorityKind> | undefined {
  return kind === 'country' || kind === 'joint' ? undefined : kinds[kind]
}
