/** What a resource of the toolkit is. Pure. */
import { z } from 'zod'
import { type FileType, keptFile } from '../../platform/files/file-types.ts'

export const resourceKinds = ['guide', 'template', 'checklist', 'poster', 'ideas', 'survey', 'link'] as const
export type ResourceKind = (typeof resourceKinds)[number]

/** For whom it is. */
export const audiences = [
  ...(['council', 'office', 'schools', 'clubs', 'parents', 'children', 'professionals', 'media', 'everybody'] as const),
] as const
export type Audience = (typeof audiences)[number]

/** Whose hands it is for. */
export const ages = ['under-8', '8-12', '13-17', 'adults'] as const

/** The four Ps, and what holds them together. */
export const sections = ['prevention', 'protection', 'prosecution', 'participation', 'steering'] as const
export type Section = (typeof sections)[number]

/** `theirs`: of whoever keeps the page that a link leads to. */
export const licences = ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC0-1.0', 'theirs'] as const

/** By what a licence is said: `toolkit.licence.…`. */
export const licenceWords = {
  'CC-BY-4.0': 'by',
  'CC-BY-SA-4.0': 'bysa',
  'CC0-1.0': 'zero',
  theirs: 'theirs',
} as const satisfies Record<(typeof licences)[number], string>

/** They are addresses of other pages. */
const taken: ReadonlySet<string> = new Set(['languages', 'packages'])

export const resourceId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .min(3)
  .max(80)
  .refine((id) => !taken.has(id), 'this is the address of another page')

const https = z.url({ protocol: /^https$/ }).max(2_000)

/** What is said of a resource whatever the language. */
export const resourceFacts = z.strictObject({
  kind: z.enum(resourceKinds),
  audiences: z.array(z.enum(audiences)).min(1),
  ages: z.array(z.enum(ages)).min(1),
  sections: z.array(z.enum(sections)).min(1),
  articles: z.array(z.int().min(1).max(50)),
  licence: z.enum(licences),
  language: z.string(),
  safeguarding: z.boolean(),
  revision: z.int().min(1).max(9_999),
})
export type ResourceFacts = z.infer<typeof resourceFacts>

/** What is taken as a resource: whatever is on the list of the platform. */
export const resourceFiles: readonly FileType[] = [
  ...(['pdf', 'docx', 'odt', 'pptx', 'odp', 'xlsx', 'ods', 'png', 'jpg', 'mp3', 'mp4', 'webm'] as const),
]
export const mostFileBytes = 25_000_000

/**
 * Where the words of a text come from. `written`: for this project, in the language itself and from sources of its own, by
 * nobody from outside it.
 */
const origins = ['person', 'machine', 'written'] as const

/** Who has checked a text, an office or an organisation and no person, and when. */
const textCheck = z.strictObject({ by: z.string().min(1).max(200), on: z.iso.date() })

/** What it says in one language: a text, a file or both, or a link that has neither. */
export const resourceText = z
  .strictObject({
    language: z.string(),
    /** Of the original: that it is, or from which it was made. */
    revision: z.int().min(1).max(9_999),
    title: z.string().min(1).max(200),
    summary: z.string().min(1).max(600),
    body: z.string().max(40_000),
    link: https.nullable(),
    sources: z.array(https).max(30),
    file: keptFile.nullable(),
    origin: z.enum(origins),
    checked: textCheck.nullable(),
  })
  .refine(({ body, link, file }) => (link === null ? body !== '' || file !== null : body === '' && file === null), {
    path: ['text'],
    message: 'a text, a file or both; or a link alone',
  })
export type ResourceText = z.infer<typeof resourceText>

/** It says so wherever it is offered. */
export const isUnchecked = ({ origin, checked }: Pick<ResourceText, 'origin' | 'checked'>): boolean =>
  origin === 'written' && checked === null

const words = z.record(z.string(), z.string().min(1).max(300))
export const packagesFile = z.array(
  z.strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .min(2)
      .max(80),
    title: words,
    about: words,
    resources: z.array(resourceId).min(1),
  }),
)
export type ResourcePackage = z.infer<typeof packagesFile>[number]

/** How one language stands to the original. */
export type TextState = 'original' | 'current' | 'older' | 'missing'

/** @param text the revision that it was made from; undefined: there is none. */
export function stateOf(
  resource: { readonly language: string; readonly revision: number },
  language: string,
  text: number | undefined,
): TextState {
  if (text === undefined) return 'missing'
  if (language === resource.language) return 'original'
  return text === resource.revision ? 'current' : 'older'
}
