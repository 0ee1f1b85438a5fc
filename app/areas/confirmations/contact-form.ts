/** What an office types about where a provider is asked → what is wrong with it. Pure. */
import { z } from 'zod'
import { isPostal, linesOf, mostPostalLines } from './postal-rules.ts'

export interface TypedContact {
  readonly way: 'mail' | 'letter'
  readonly email: string
  /** Lines. */
  readonly postal: string
  readonly deputy: string
  readonly language: string
}

/** Message `confirm.error.<code>`. */
export interface ContactFault {
  readonly field: 'email' | 'postal' | 'deputy' | 'language'
  readonly code: 'email' | 'first' | 'postal' | 'language'
}

/** @param speaks whether a language has a catalogue. */
export function contactFaults(
  { way, email, postal, deputy, language }: TypedContact,
  speaks: (language: string) => boolean,
): ContactFault[] {
  const isEmail = (address: string) => z.email().max(254).safeParse(address).success
  const faults: ContactFault[] = []
  if (way === 'mail' && email !== '' && !isEmail(email)) faults.push({ field: 'email', code: 'email' })
  if (way === 'letter' && !isPostal(linesOf(postal), mostPostalLines)) faults.push({ field: 'postal', code: 'postal' })
  if (deputy !== '' && !isEmail(deputy)) faults.push({ field: 'deputy', code: 'email' })
  if (way === 'mail' && email === '' && deputy !== '') faults.push({ field: 'email', code: 'first' })
  if (!speaks(language)) faults.push({ field: 'language', code: 'language' })
  return faults
}

/** As it is kept: one of the two ways. */
export const givenContact = ({ way, email, postal, deputy, language }: TypedContact) => ({
  email: way === 'mail' ? email : '',
  postal: way === 'letter' ? linesOf(postal).join('\n') : '',
  deputy: deputy === '' ? null : deputy,
  language,
})

/** Where a provider might be asked, and how the office knows. */
export interface Proposal {
  readonly from: 'same' | 'service' | 'nowhere'
  readonly email: string
  readonly postal: string
  readonly language: string
}

/**
 * Where the same organisation is asked already, else by the address that families read. Of a confidential place no postal
 * lines, wherever they come from.
 *
 * @param language that a town begins with.
 */
export function proposalFor(
  {
    same,
    publicEmail,
    confidential,
  }: {
    readonly same: { readonly email: string | null; readonly postal: string | null; readonly language: string } | null
    readonly publicEmail: string | null
    readonly confidential: boolean
  },
  language: string,
): Proposal {
  const postal = confidential ? '' : (same?.postal ?? '')
  if (same && (same.email || postal)) return { from: 'same', email: same.email ?? '', postal, language: same.language }
  if (publicEmail) return { from: 'service', email: publicEmail, postal: '', language }
  return { from: 'nowhere', email: '', postal: '', language }
}
