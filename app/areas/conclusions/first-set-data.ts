/** What the seminar of 30 June 2015 concluded, in words of our own: `data/conclusions-2015.json`. */
import { z } from 'zod'
import { about, type Frozen, readDataFile } from '../../platform/data-file.ts'
import { telephoneLike } from '../guides/index.ts'
import { figures } from './figure-rules.ts'

export const firstSetLanguages = ['en', 'fr', 'de', 'ar'] as const

const plain = z
  .string()
  .trim()
  .min(1)
  .max(400)
  .refine((text) => !/[<>*`«»“”]|https?:/.test(text), 'plain words of our own: no markup, no address, no quotation')
  .refine((text) => telephoneLike(text).length === 0, 'no telephone number')
const told = z.strictObject({ en: plain, fr: plain, de: plain, ar: plain })
const status = z.strictObject({
  origin: z.enum(['person', 'machine']),
  reviewed: z.strictObject({ by: z.string().trim().min(1), on: z.iso.date() }).nullable(),
})

const file = z.strictObject({
  about,
  /** Year of the meeting. */
  meeting: z.literal(2015),
  adoptedOn: z.iso.date(),
  status: z.strictObject({ en: status, fr: status, de: status, ar: status }),
  conclusions: z
    .array(
      z.strictObject({
        number: z.int().positive(),
        /** None: nothing here measures it, and the page says so. */
        figures: z.array(z.enum(figures)),
        text: told,
        asks: told,
      }),
    )
    .min(1)
    .refine((all) => all.every(({ number }, at) => number === at + 1), 'numbered from 1 without a gap'),
})
export type FirstSet = Frozen<z.infer<typeof file>>

/** @throws DataFault if the file is faulty. */
export const loadFirstSet = (root?: string): FirstSet => readDataFile('conclusions-2015.json', file, root)
