/** Texts to begin a service with, for each kind: `data/service-templates.json`. */
import { z } from 'zod'
import { about, readDataFile } from '../../platform/data-file.ts'
import { countGaps } from './gap-rules.ts'
import type { KindId } from './kinds.ts'
import type { LocalText, ServiceFacts } from './schema.ts'

/** What a template says; everything else is for the town alone to say. */
export const templateSlots = ['whatHappens', 'howDecided', 'howToComplain'] as const
type TemplateSlot = (typeof templateSlots)[number]

const id = z.string().regex(/^[a-z]+(-[a-z]+)*$/)
const words = z.record(z.string(), z.string().trim().min(1).max(1000))

const shape = z.strictObject({
  about,
  /** By code: whether a person wrote or checked the texts in this language. */
  languages: z.record(z.string(), z.strictObject({ origin: z.enum(['person', 'machine']) })),
  /** Shared by kinds for which they are true. */
  texts: z.array(z.strictObject({ id, words })).min(1),
  templates: z.array(z.strictObject({ kind: z.string(), whatHappens: id, howDecided: id, howToComplain: id })).min(1),
})
type File = z.infer<typeof shape>

interface Known {
  /** Of the checklist; left out, that every kind has one template is not checked. */
  readonly kinds?: ReadonlySet<KindId>
  readonly languages?: ReadonlySet<string>
}

type Refuse = (path: (string | number)[], message: string) => void

function checkTexts({ texts, languages }: File, known: Known, refuse: Refuse): void {
  const codes = Object.keys(languages)
  for (const code of codes) {
    if (known.languages && !known.languages.has(code)) refuse(['languages', code], `no language has the code ${code}`)
  }
  const seen = new Set<string>()
  texts.forEach((text, index) => {
    if (seen.has(text.id)) refuse(['texts', index, 'id'], `${text.id} is there twice`)
    seen.add(text.id)
    const counts = new Set<number>()
    for (const code of codes) {
      const said = text.words[code]
      const place = ['texts', index, 'words', code]
      if (said === undefined) refuse(['texts', index, 'words'], `there is no text in ${code}`)
      else if (/\p{Nd}/u.test(said)) refuse(place, 'a text to begin with holds no number')
      else if (!countGaps(said)) refuse(place, 'a text to begin with has gaps in [[ and ]], and no other brackets')
      else counts.add(countGaps(said) ?? 0)
    }
    if (counts.size > 1) refuse(['texts', index, 'words'], 'each language has as many gaps as the others')
    for (const code of Object.keys(text.words)) {
      if (!codes.includes(code)) refuse(['texts', index, 'words', code], `${code} does not stand under languages`)
    }
  })
}

function checkTemplates({ texts, templates }: File, known: Known, refuse: Refuse): void {
  const ids = new Set(texts.map((text) => text.id))
  const [used, placed] = [new Set<string>(), new Set<string>()]
  templates.forEach((template, index) => {
    const { kind } = template
    if (known.kinds && !known.kinds.has(kind)) refuse(['templates', index, 'kind'], `there is no kind ${kind}`)
    if (placed.has(kind)) refuse(['templates', index, 'kind'], `${kind} has two templates`)
    placed.add(kind)
    for (const slot of templateSlots) {
      used.add(template[slot])
      if (!ids.has(template[slot])) refuse(['templates', index, slot], `there is no text ${template[slot]}`)
    }
  })
  for (const kind of known.kinds ?? []) if (!placed.has(kind)) refuse(['templates'], `${kind} has no template`)
  texts.forEach((text, index) => {
    if (!used.has(text.id)) refuse(['texts', index, 'id'], `no kind uses ${text.id}`)
  })
}

const templatesFile = (known: Known) =>
  shape.superRefine((file, ctx) => {
    const refuse: Refuse = (path, message) => ctx.addIssue({ code: 'custom', path, message })
    checkTexts(file, known, refuse)
    checkTemplates(file, known, refuse)
  })

export type ServiceTemplate = Readonly<Record<TemplateSlot, LocalText>>

export interface ServiceTemplates {
  /** Codes of the languages in which there are texts. */
  readonly languages: readonly string[]
  readonly of: (kind: KindId) => ServiceTemplate | undefined
}

/** @throws DataFault if the file is faulty. */
export function loadServiceTemplates(known: Known = {}, root?: string): ServiceTemplates {
  const file = readDataFile('service-templates.json', templatesFile(known), root)
  const texts = new Map(file.texts.map((text) => [text.id, localText(text.words, file.languages)]))
  const textOf = (one: string): LocalText => texts.get(one) ?? {}
  const templates = new Map(
    file.templates.map(({ kind, whatHappens, howDecided, howToComplain }) => [
      kind,
      {
        whatHappens: textOf(whatHappens),
        howDecided: textOf(howDecided),
        howToComplain: textOf(howToComplain),
      },
    ]),
  )
  return Object.freeze({ languages: Object.keys(file.languages), of: (kind: KindId) => templates.get(kind) })
}

function localText(words: Readonly<Record<string, string>>, languages: File['languages']): LocalText {
  return Object.fromEntries(
    Object.entries(words).map(([code, text]) => [code, { text, origin: languages[code]?.origin ?? 'machine' }]),
  )
}

/** The facts with the words of a template in what is still empty, in one language. What somebody has typed stays. */
export function begunWith(facts: ServiceFacts, template: ServiceTemplate, language: string): ServiceFacts {
  const filled = templateSlots.flatMap((slot) => {
    const wording = template[slot][language]
    return wording && Object.keys(facts[slot]).length === 0 ? [[slot, { [language]: wording }] as const] : []
  })
  return { ...facts, ...Object.fromEntries(filled) }
}
