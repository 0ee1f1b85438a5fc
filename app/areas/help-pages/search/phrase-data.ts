/** The phrases of each language: `data/phrases/<code>.json`. A language without a file is searched in all the others. */
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as English from '@orama/stemmers/english'
import { distance } from 'fastest-levenshtein'
import { z } from 'zod'
import { about, DataFault, dataFolder, readDataFile } from '../../../platform/data-file.ts'
import { wordsIn } from '../../authorities/index.ts'
import { indexPhrases, type LanguageIndex, type WordForms } from './phrase-rules.ts'

const phrase = z.string().trim().min(1).max(120)

const shape = z.strictObject({
  about,
  language: z.string(),
  /** Whether a person who speaks the language wrote or checked them. */
  origin: z.enum(['person', 'machine']),
  /** What reduces its words to stems: a language of the package @orama/stemmers, or null where it has none. */
  stemmer: z
    .string()
    .regex(/^[a-z]+$/)
    .nullable(),
  little: z.array(phrase).min(1),
  urgent: z.array(phrase).min(1),
  kinds: z.record(z.string(), z.array(phrase).min(1)),
})

interface Known {
  readonly languages?: ReadonlySet<string>
  /** Kinds that are help to call; left out, that each has phrases is not checked. */
  readonly kinds?: ReadonlySet<string>
}

function phrasesFile(code: string, known: Known) {
  return shape.superRefine((file, ctx) => {
    const refuse = (path: (string | number)[], message: string) => ctx.addIssue({ code: 'custom', path, message })
    if (file.language !== code) refuse(['language'], `the file is named after another language: ${code}`)
    if (known.languages && !known.languages.has(code)) refuse(['language'], `no language has the code ${code}`)
    if (file.stemmer !== null && !isStemmer(file.stemmer)) refuse(['stemmer'], `there is no stemmer ${file.stemmer}`)
    for (const kind of known.kinds ?? []) if (!file.kinds[kind]) refuse(['kinds'], `${kind} has no phrases`)
    const seen = new Map<string, string>()
    for (const [kind, phrases] of Object.entries(file.kinds)) {
      if (known.kinds && !known.kinds.has(kind)) refuse(['kinds', kind], `${kind} is no kind of help to call`)
      phrases.forEach((text, index) => {
        const before = seen.get(text.toLowerCase())
        if (before !== undefined) refuse(['kinds', kind, index], `stands under ${before} already`)
        seen.set(text.toLowerCase(), kind)
      })
    }
  })
}

/** All languages of the package have the same two exports. */
type Stemmer = typeof English
const require = createRequire(import.meta.url)
const stemmerPackage = (name: string) => `@orama/stemmers/${name}`

function isStemmer(name: string): boolean {
  try {
    require.resolve(stemmerPackage(name))
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_PACKAGE_PATH_NOT_EXPORTED') return false
    throw error
  }
}

function formsOf(stemmer: string | null): WordForms {
  const loaded: Stemmer | undefined = stemmer === null ? undefined : require(stemmerPackage(stemmer))
  return { wordsOf: wordsIn, stemOf: loaded?.stemmer ?? ((word) => word), distance }
}

export interface Phrases {
  /** By language. Made at the first search: it takes longer than a server should to start. */
  indexes(): readonly LanguageIndex[]
}

/** @throws DataFault with the faults of all files. */
export function loadPhrases(known: Known = {}, root?: string): Phrases {
  const faults: string[] = []
  const files = readdirSync(join(dataFolder(root), 'phrases'))
    .sort()
    .flatMap((name) => {
      try {
        return readDataFile(`phrases/${name}`, phrasesFile(name.replace(/\.json$/, ''), known), root)
      } catch (error) {
        if (!(error instanceof DataFault)) throw error
        faults.push(...error.faults)
        return []
      }
    })
  if (faults.length > 0) throw new DataFault(faults)
  let made: readonly LanguageIndex[] | undefined
  return {
    indexes: () => {
      made ??= files.map((file) => indexPhrases(file, formsOf(file.stemmer)))
      return made
    },
  }
}
