/**
 * What a mail carries to stop mails of its kinds without signing in. Nothing is stored: the token names person and kinds,
 * and a keyed hash proves that this instance made it. It opens nothing else (its key is derived for this purpose alone), and
 * it ends by itself when the person's address changes: who reads the old mailbox must not decide for the new one.
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { type ChoosableKind, isChoosable } from './rules.ts'

/** What is told of a token before it is proven. */
export interface StopClaim {
  /** Id. */
  readonly person: string
  readonly kinds: readonly ChoosableKind[]
  readonly proof: string
}

export interface StopTokens {
  create(person: { readonly id: string; readonly email: string }, kinds: readonly ChoosableKind[]): string
  isGenuine(claim: StopClaim, email: string): boolean
}

const shape = /^([\w-]{32})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})((?:\.[a-z]+)+)$/

/** Undefined for what no instance can have made. */
export function readStopToken(token: string): StopClaim | undefined {
  const [, proof, person, rest] = shape.exec(token) ?? []
  if (proof === undefined || person === undefined || rest === undefined) return undefined
  const named = rest.split('.').slice(1)
  const kinds = named.filter(isChoosable)
  return kinds.length === named.length ? { person, kinds, proof } : undefined
}

/** @param secret of the instance: when it changes, all tokens end. */
export function createStopTokens(secret: string): StopTokens {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'notifications: stop mails of a kind', 32))
  const proofOf = (person: string, email: string, kinds: readonly string[]) =>
    createHmac('sha256', key)
      .update(JSON.stringify([person, email, kinds]))
      .digest()
      .subarray(0, 24)
  return {
    create: ({ id, email }, kinds) => [proofOf(id, email, kinds).toString('base64url'), id, ...kinds].join('.'),
    isGenuine: ({ person, kinds, proof }, email) =>
      timingSafeEqual(Buffer.from(proof, 'base64url'), proofOf(person, email, kinds)),
  }
}
