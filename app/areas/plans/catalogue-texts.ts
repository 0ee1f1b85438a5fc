/** What measures and indicators say: `data/measures/<code>.json`. A language more is a file more, and a file is whole. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { about, DataFault, dataFolder, type Frozen, readDataFile } from '../../platform/data-file.ts'
import { telephoneLike } from '../guides/index.ts'

const plain = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => !/[<>*`]|\]\(|https?:/.test(text), 'plain text, no markup and no address')
    .refine((text) => telephoneLike(text).length === 0, 'no telephone number: lines are shown from confirmed data')

const shape = z.strictObject({
  about: about.extend({ licence: z.literal('CC BY 4.0') }),
  language: z.string(),
  /** `person`: the original wording. `machine`: a translation that is labelled above the text until reviewed. */
  origin: z.enum(['person', 'machine']),
  /** Who knows the field, speaks the language and has checked it, and when; null: nobody yet. */
  reviewed: z.strictObject({ by: z.string().trim().min(1), on: z.iso.date() }).nullable(),
  measures: z.record(z.string(), z.strictObject({ title: plain(90), what: plain(700) })),
  indicators: z.record(z.string(), z.strictObject({ name: plain(60), definition: plain(400) })),
})
type TextsFile = Frozen<z.infer<typeof shape>>
type Part = 'measures' | 'indicators'

/** What is said, with the language it is in: not always the one asked for. */
export type SaidIn<P extends Part> = TextsFile[P][string] & Pick<TextsFile, 'language' | 'origin'>

export interface CatalogueTexts {
  /** Title and explanation of a measure; in English where this language has none. */
  readonly words: (language: string, measure: string) => SaidIn<'measures'> | undefined
  /** Name and definition of an indicator, likewise. */
  readonly indicatorWords: (language: string, indicator: string) => SaidIn<'indicators'> | undefined
}

/** The language that all others are translated from. */
const original = 'en'

/** Ids that a file speaks of; undefined: not checked. */
type Wanted = Readonly<Record<Part, ReadonlySet<string> | undefined>>

type Refuse = (path: string[], message: string) => void

function checkPart(part: Part, file: TextsFile, ids: ReadonlySet<string> | undefined, refuse: Refuse): void {
  if (!ids) return
  for (const id of ids) if (!Object.hasOwn(file[part], id)) refuse([part], `there is no text for ${id}`)
  for (const id of Object.keys(file[part])) if (!ids.has(id)) refuse([part, id], `there is no ${id} to speak of`)
}

const textsFile = (code: string, wanted: Wanted, languages: ReadonlySet<string> | undefined) =>
  shape.superRefine((file, ctx) => {
    const refuse: Refuse = (path, message) => ctx.addIssue({ code: 'custom', path, message })
    if (file.language !== code) refuse(['language'], `the file is named after another language: ${code}`)
    if (languages && !languages.has(code)) refuse(['language'], `no language has the code ${code}`)
    checkPart('measures', file, wanted.measures, refuse)
    checkPart('indicators', file, wanted.indicators, refuse)
  })

/** @throws DataFault with the faults of all languages. */
export function loadCatalogueTexts(
  wanted: Wanted,
  languages: ReadonlySet<string> | undefined,
  root?: string,
): CatalogueTexts {
  const faults: string[] = []
  const files = new Map<string, TextsFile>()
  const names = readdirSync(join(dataFolder(root), 'measures')).sort()
  for (const name of new Set([`${original}.json`, ...names])) {
    const code = name.replace(/\.json$/, '')
    try {
      files.set(code, readDataFile(`measures/${name}`, textsFile(code, wanted, languages), root))
    } catch (error) {
      if (!(error instanceof DataFault)) throw error
      faults.push(...error.faults)
    }
  }
  if (faults.length > 0) throw new DataFault(faults)
  const said =
    <T extends object>(part: (file: TextsFile) => Readonly<Record<string, T>>) =>
    (language: string, id: string) => {
      const file = files.get(language) ?? files.get(original)
      const text = file && part(file)[id]
      return text && { ...text, language: file.language, origin: file.origin }
    }
  return { words: said((file) => file.measures), indicatorWords: said((file) => file.indicators) }
}
