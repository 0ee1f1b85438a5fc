/** The phrases of each language: `data/phrases/<code>.json`. A language without a file is searched in all the others. */
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
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
    if (file.stemmer !== null && !stemmerOf(file.stemmer)) refuse(['stemmer'], `there is no stemmer ${file.stemmer}`)
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

type Stem = (word: string) => string
const require = createRequire(import.meta.url)

/** Undefined where the package knows no such language. */
function stemmerOf(name: string): Stem | undefined {
  try {
    const loaded: { stemmer: Stem } = require(`@orama/stemmers/${name}`)
    return loaded.stemmer
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_PACKAGE_PATH_NOT_EXPORTED') return undefined
    throw error
  }
}

function formsOf(stemmer: string | null): WordForms {
  const stem = stemmer === null ? undefined : stemmerOf(stemmer)
  return { wordsOf: wordsIn, stemOf: stem ?? ((word) => word), distance }
}

/** @throws DataFault with the faults of all files. */
export function loadPhrases(known: Known = {}, root?: string): readonly LanguageIndex[] {
  const faults: string[] = []
  const indexes: LanguageIndex[] = []
  for (const name of readdirSync(join(dataFolder(root), 'phrases')).sort()) {
    const code = name.replace(/\.json$/, '')
    try {
      const file = readDataFile(`phrases/${name}`, phrasesFile(code, known), root)
      indexes.push(indexPhrases(file, formsOf(file.stemmer)))
    } catch (error) {
      if (!(error instanceof DataFault)) throw error
      faults.push(...error.faults)
    }
  }
  if (faults.length > 0) throw new DataFault(faults)
  return Object.freeze(indexes)
}
