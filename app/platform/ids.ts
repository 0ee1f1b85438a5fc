import { randomBytes, randomUUID } from 'node:crypto'

/** A random id (UUID version 4): says nothing about when or in which order things were made. */
export function newId(): string {
  return randomUUID()
}

/** A secret for a link: 256 bits, safe in addresses. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}
