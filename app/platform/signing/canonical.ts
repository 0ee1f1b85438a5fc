/** The form of data that is hashed and signed: RFC 8785, JSON Canonicalization Scheme. */
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** @throws where a text holds half a surrogate pair, which has no form in UTF-8. */
export function canonicalJson(value: object): string {
  const text = canonicalize(value)
  if (text === undefined || !text.isWellFormed()) throw new Error('what is signed has to be JSON of whole characters')
  return text
}

/** In lower-case hexadecimal digits. */
export const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
