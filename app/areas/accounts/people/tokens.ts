/** Secrets of mailed links, and the language of whoever they are mailed to. */
import { createHash } from 'node:crypto'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { newSecret } from '../../../platform/ids.ts'
import type { PeopleDeps } from './deps.ts'

/** A secret for a link, and what of it is kept. */
export function newToken(): { readonly token: string; readonly sha256: string } {
  const token = newSecret()
  return { token, sha256: sha256Of(token) }
}

export function sha256Of(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** In a language by code, or in English. */
export function translatorFor(
  { i18n }: { readonly i18n: Pick<PeopleDeps['i18n'], 'translator' | 'negotiate'> },
  language: string,
): Translator {
  return i18n.translator(language) ?? i18n.negotiate(undefined)
}
