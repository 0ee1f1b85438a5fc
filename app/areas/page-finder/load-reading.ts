/** Words and weights of the page finder: data/page-finder.json and a file for each language. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { about, DataFault, dataFolder, readDataFile } from '../../platform/data-file.ts'
import type { Reading } from './reading-rules.ts'
import { type WordList, weightFields, wordListFields } from './words-schema.ts'

interface Known {
  readonly languages?: ReadonlySet<string>
  readonly kinds?: ReadonlySet<string>
}

const weights = z.strictObject({ about, ...weightFields })

function listOf(code: string, known: Known) {
  const shape = z.strictObject({
    about,
    language: z.string(),
    origin: z.enum(['person', 'machine']),
    ...wordListFields,
  })
  return shape.superRefine((file, ctx) => {
    const refuse = (path: string[], message: string) => ctx.addIssue({ code: 'custom', path, message })
    if (file.language !== code) refuse(['language'], `the file is named after another language: ${code}`)
    if (known.languages && !known.languages.has(code)) refuse(['language'], `no language has the code ${code}`)
    for (const kind of Object.keys(file.kinds)) {
      if (known.kinds && !known.kinds.has(kind)) refuse(['kinds', kind], `${kind} is no kind of the checklist`)
    }
  })
}

/** @throws DataFault with the faults of all files. */
export function loadReading(known: Known = {}, root?: string): Reading {
  const faults: string[] = []
  const lists = new Map<string, WordList>()
  for (const name of readdirSync(join(dataFolder(root), 'page-finder')).sort()) {
    const code = name.replace(/\.json$/, '')
    try {
      lists.set(code, readDataFile(`page-finder/${name}`, listOf(code, known), root))
    } catch (error) {
      if (!(error instanceof DataFault)) throw error
      faults.push(...error.faults)
    }
  }
  if (faults.length > 0) throw new DataFault(faults)
  return { lists, weights: readDataFile('page-finder.json', weights, root) }
}
