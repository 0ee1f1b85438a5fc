/** What the view for children says, by language and age: `data/child-view/<code>.json`. A language more is a file more. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { about, DataFault, dataFolder, type Frozen, readDataFile } from '../../../platform/data-file.ts'
import { type AgeGroup, ageGroups } from './child-rules.ts'

/** Numbers come from the country's own lines alone; what is secret or free is said by services alone. */
const plain = z
  .string()
  .trim()
  .min(1)
  .max(600)
  .refine((text) => !/[<>*`]|\]\(/.test(text), 'plain text, no HTML and no Markdown')
  .refine((text) => !/\p{Nd}{3}/u.test(text), 'no telephone number: the page shows those of the country')
  .refine((text) => !/[!！]/.test(text), 'no exclamation mark: nothing shouts at a child')

const section = z.strictObject({
  id: z.string().regex(/^[a-z]+$/),
  heading: plain,
  paragraphs: z.array(plain).max(6),
  list: z.array(plain).max(8),
})
const text = z.strictObject({ lead: plain, sections: z.array(section).min(1) })

const shape = z.strictObject({
  about,
  language: z.string(),
  /** Whether a person who speaks the language wrote or checked it. */
  origin: z.enum(['person', 'machine']),
  ages: z.strictObject({ '8-12': text, '13-17': text } satisfies Record<AgeGroup, typeof text>),
})
export type ChildText = Frozen<z.infer<typeof text>>
export type ChildTexts = Frozen<z.infer<typeof shape>>

/** The language that all others are translated from. */
const original = 'en'

const skeleton = ({ ages }: ChildTexts): string[] =>
  ageGroups.flatMap((age) =>
    ages[age].sections.map(({ id, paragraphs, list }) => `${age} ${id}: ${paragraphs.length} and ${list.length}`),
  )

/**
 * @param known.languages codes of all languages.
 * @returns by code; in English at least.
 * @throws DataFault with the faults of all files, also where a language says more or less than English.
 */
export function loadChildTexts(
  known: { readonly languages?: ReadonlySet<string> } = {},
  root?: string,
): ReadonlyMap<string, ChildTexts> {
  const faults: string[] = []
  const texts = new Map<string, ChildTexts>()
  for (const name of readdirSync(join(dataFolder(root), 'child-view')).sort()) {
    const code = name.replace(/\.json$/, '')
    const named = shape.superRefine((file, ctx) => {
      const refuse = (message: string) => ctx.addIssue({ code: 'custom', path: ['language'], message })
      if (file.language !== code) refuse(`the file is named after another language: ${code}`)
      if (known.languages && !known.languages.has(code)) refuse(`no language has the code ${code}`)
    })
    try {
      texts.set(code, readDataFile(`child-view/${name}`, named, root))
    } catch (error) {
      if (!(error instanceof DataFault)) throw error
      faults.push(...error.faults)
    }
  }
  const english = texts.get(original)
  if (!english && faults.length === 0) faults.push(`data/child-view: there is no ${original}.json`)
  for (const [code, one] of texts) {
    const [said, wanted] = [skeleton(one), english ? skeleton(english) : skeleton(one)]
    const at = wanted.findIndex((line, index) => said[index] !== line)
    if (at !== -1 || said.length !== wanted.length) {
      faults.push(
        `data/child-view/${code}.json: says "${said[at] ?? 'something more'}" where English says "${wanted[at] ?? 'nothing'}"`,
      )
    }
  }
  if (faults.length > 0) throw new DataFault(faults)
  return texts
}
