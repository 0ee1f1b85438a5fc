/** How a town prepares the European Day: `data/european-day/kit.json`. */
import { z } from 'zod'
import { about, type Frozen, readDataFile } from '../../../platform/data-file.ts'
import { telephoneLike } from '../../guides/index.ts'

/** What the toolkit has for the day, as one file: id of a package of `data/toolkit/packages.json`. */
export const dayPackage = 'european-day'

/** The languages in which there is a kit, the original first. */
export const kitLanguages = ['en', 'fr'] as const
export type KitLanguage = (typeof kitLanguages)[number]

/** By how many people live there. */
export const townSizes = ['small', 'middle', 'large'] as const
export type TownSize = (typeof townSizes)[number]
/** At most; of large towns more than that. */
export const peopleOf = { small: 10_000, middle: 100_000, large: 100_000 } as const satisfies Record<TownSize, number>

const plain = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => !/[<>*`]|\]\(|https?:/.test(text), 'a kit holds plain text, no markup and no address')
    .refine((text) => telephoneLike(text).length === 0, 'a kit holds no telephone number')

const titled = z.strictObject({ title: plain(80), text: plain(260) })

const status = z.strictObject({
  /** `person`: the original wording. `machine`: a translation that is labelled above the text until reviewed. */
  origin: z.enum(['person', 'machine']),
  reviewed: z.strictObject({ by: z.string().trim().min(1), on: z.iso.date() }).nullable(),
})

const file = z.strictObject({
  about,
  status: z.strictObject({ en: status, fr: status }),
  tasks: z
    .array(
      z.strictObject({
        /** Before the day; below zero: after it. */
        weeks: z.int().min(-8).max(30),
        en: plain(260),
        fr: plain(260),
      }),
    )
    .min(10)
    .refine(
      (all) => all.every(({ weeks }, at) => at === 0 || weeks <= (all[at - 1]?.weeks ?? 0)),
      'first things first',
    ),
  ideas: z.array(z.strictObject({ size: z.enum(townSizes), en: titled, fr: titled })).min(9),
  poster: z.strictObject({ en: titled, fr: titled }),
})
export type Kit = Frozen<z.infer<typeof file>>

/** @throws DataFault if the file is faulty. */
export const loadKit = (root?: string): Kit => readDataFile('european-day/kit.json', file, root)
