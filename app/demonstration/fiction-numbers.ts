/** Telephone numbers that are kept for film and fiction: `data/demonstration/phone-ranges.json`. */
import { z } from 'zod'
import { about, readDataFile } from '../platform/data-file.ts'

const digits = z.string().regex(/^[1-9]\d+$/)
const range = z
  .strictObject({
    country: z.string().regex(/^[A-Z]{2}$/),
    callingCode: digits,
    /** National number without its leading 0. */
    from: digits,
    to: digits,
  })
  .refine(({ from, to }) => from.length === to.length && from <= to, 'a range goes up, in numbers of one length')
const file = z.strictObject({ about, ranges: z.array(range).min(1) })

export type FictionNumbers = {
  /** The country whose fiction the number is kept for; a national number is read as one of `country`. */
  readonly keptFor: (number: string, country: string) => string | undefined
}

/** @throws DataFault if the file is faulty. */
export function loadFictionNumbers(root?: string): FictionNumbers {
  const { ranges } = readDataFile('demonstration/phone-ranges.json', file, root)
  return {
    keptFor: (number, country) => {
      const plain = number.replace(/\D/g, '')
      const international = number.trim().startsWith('+')
      return ranges.find(({ country: home, callingCode, from, to }) => {
        if (!international && home !== country) return false
        const prefix = international ? callingCode : '0'
        const rest = plain.slice(prefix.length)
        return plain.startsWith(prefix) && rest.length === from.length && rest >= from && rest <= to
      })?.country
    },
  }
}
