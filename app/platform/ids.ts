import { randomBytes, randomUUID } from 'node:crypto'

/** A random id (UUID version 4): says nothing about when or in which order things were made. */
export function newId(): string {
  return randomUUID()
}

/** All short ids begin alike, so that a compressed page pays for their other half alone. */
const shortIdPrefix = '5afe7035-0000-8000'

/**
 * A UUID (version 8, RFC 9562) of 62 bits from `bytes` behind a fixed prefix, for things that stand on one page by the
 * dozen. Among five million, two are the same with a probability of 3 in a million, and the database then refuses.
 *
 * @param bytes at least eight, evenly distributed.
 */
export function shortIdFrom(bytes: Uint8Array): string {
  const half = Buffer.from(bytes.subarray(0, 8))
  half.writeUInt8((half.readUInt8(0) & 0x3f) | 0x80, 0)
  const hex = half.toString('hex')
  return `${shortIdPrefix}-${hex.slice(0, 4)}-${hex.slice(4)}`
}

/** A new short id. */
export function newShortId(): string {
  return shortIdFrom(randomBytes(8))
}

/** A secret for a link: 256 bits, safe in addresses. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}
