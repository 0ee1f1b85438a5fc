import { randomBytes, randomUUID } from 'node:crypto'

/** A random id (UUID version 4): says nothing about when or in which order things were made. */
export function newId(): string {
  return randomUUID()
}

/** All short ids begin alike, so that a compressed page pays for their end alone. */
const shortIdPrefix = '5afe7035-0000-8000-8000-'

/**
 * A UUID (version 8, RFC 9562) of 48 bits from `bytes` behind a fixed prefix, for things that stand on one page by the
 * dozen. That any two among five million are the same has a probability of one in twenty; the primary key then refuses
 * the second, and the person is asked to start it anew.
 *
 * @param bytes at least six, evenly distributed.
 */
export function shortIdFrom(bytes: Uint8Array): string {
  return shortIdPrefix + Buffer.from(bytes.subarray(0, 6)).toString('hex')
}

/** A new short id. */
export function newShortId(): string {
  return shortIdFrom(randomBytes(6))
}

/** A secret for a link: 256 bits, safe in addresses. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}
