/** The languages of the product and of the families it serves: `data/languages.json`. */
import { z } from 'zod'
import { about, type Frozen, readDataFile } from '../data-file.ts'

/** How the product writes a language: two or three letters and, where needed, a script. */
const code = z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/, 'a language code looks like nl or sr-Latn')
const pluralCategory = z.enum(['zero', 'one', 'two', 'few', 'many', 'other'])

const language = z.strictObject({
  /** Stored, shown and used in addresses. */
  code,
  /** Given to Intl and written in `lang`; not always the code (`prs` is `fa-AF`). */
  tag: z.string().refine(acceptedByIntl, 'Intl does not accept this tag'),
  name: z.string().min(1),
  autonym: z.string().min(1),
  autonymFrom: z.string().min(1),
  script: z.string().regex(/^[A-Z][a-z]{3}$/),
  dir: z.enum(['ltr', 'rtl']),
  /** Why it is here: one of the 37, another script of one of them, spoken by families, or official in a region. */
  use: z.enum(['interface', 'script', 'family', 'regional-official']),
  /** False: listed for what is said about services, not yet a language of the interface. */
  offered: z.boolean(),
  /** What to read instead, best first; a reader is always told which language is shown. */
  fallback: z.array(code),
  pluralCategories: z.array(pluralCategory).min(1),
  ordinalCategories: z.array(pluralCategory).min(1).nullable(),
  /** False: Intl has no data and would silently use another language. */
  intlSupported: z.boolean(),
  canonicalCode: z.string(),
  otherTags: z.array(z.string()).optional(),
  pluralFrom: z.string().optional(),
  note: z.string().optional(),
})
export type Language = Frozen<z.infer<typeof language>>

const languagesFile = z
  .strictObject({ about, rules: z.array(z.string()), languages: z.array(language).min(1) })
  .superRefine(({ languages }, ctx) => {
    const refuse = (path: (string | number)[], message: string) =>
      ctx.addIssue({ code: 'custom', path: ['languages', ...path], message })
    const codes = languages.map((one) => one.code)
    languages.forEach((one, index) => {
      if (codes.indexOf(one.code) !== index) refuse([index, 'code'], `${one.code} is listed twice`)
      one.fallback.forEach((other, at) => {
        if (other === one.code) refuse([index, 'fallback', at], 'a language is no fallback for itself')
        else if (!codes.includes(other)) refuse([index, 'fallback', at], `${other} is not a language of this file`)
      })
    })
  })

export type Languages = {
  /** All, the 37 of the interface first. */
  readonly list: readonly Language[]
  /** Those the interface may be offered in. */
  readonly offered: readonly Language[]
  readonly codes: ReadonlySet<string>
  readonly byCode: (code: string) => Language | undefined
}

/** @throws DataFault if the file is faulty: codes twice, tags that Intl refuses, fallbacks that do not exist. */
export function loadLanguages(root?: string): Languages {
  const { languages } = readDataFile('languages.json', languagesFile, root)
  const index = new Map(languages.map((one) => [one.code, one]))
  return Object.freeze({
    list: languages,
    offered: Object.freeze(languages.filter((one) => one.offered)),
    codes: new Set(index.keys()),
    byCode: (wanted: string) => index.get(wanted),
  })
}

function acceptedByIntl(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
