/** What somebody asks of the library, from fixed values alone. Pure. */
import { type Cost, costs, type Section, sections } from './practice-schema.ts'

/** By how many people live there, from the lower bound up to the next. */
export const sizes = ['village', 'small', 'middle', 'large'] as const
export type Size = (typeof sizes)[number]

export const sizeBounds = {
  village: { from: 0, below: 10_000 },
  small: { from: 10_000, below: 50_000 },
  middle: { from: 50_000, below: 250_000 },
  large: { from: 250_000, below: null },
} as const satisfies Record<Size, { readonly from: number; readonly below: number | null }>

export interface Asked {
  readonly p: Section | undefined
  readonly article: number | undefined
  /** Of the checklist. */
  readonly kind: string | undefined
  readonly size: Size | undefined
  /** In which it can be read. */
  readonly language: string | undefined
  readonly cost: Cost | undefined
  /** From 1. */
  readonly page: number
}

/** What cannot be read is left out. @param field gives what was sent under a name. */
export function askedOf(
  field: (name: string) => string | undefined,
  known: {
    readonly kinds: ReadonlySet<string>
    readonly languages: ReadonlySet<string>
    readonly articleCount: number
  },
): Asked {
  const within = (set: ReadonlySet<string>, text: string | undefined) =>
    text !== undefined && set.has(text) ? text : undefined
  const article = Number(/^[1-9]\d?$/.exec(field('article') ?? '')?.[0] ?? 0)
  const page = field('page') ?? ''
  return {
    p: sections.find((each) => each === field('p')),
    article: article >= 1 && article <= known.articleCount ? article : undefined,
    kind: within(known.kinds, field('kind')),
    size: sizes.find((each) => each === field('size')),
    language: within(known.languages, field('language')),
    cost: costs.find((each) => each === field('cost')),
    page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
  }
}

export const practicesPerPage = 20

export const pagesOf = (count: number): number => Math.max(1, Math.ceil(count / practicesPerPage))

/** In which language a practice is read: as asked, else the reader's own, else the original. */
export function languageRead(
  asked: string | undefined,
  own: string,
  practice: { readonly language: string; readonly languages: readonly string[] },
): string {
  return [asked, own].find((one) => one !== undefined && practice.languages.includes(one)) ?? practice.language
}
