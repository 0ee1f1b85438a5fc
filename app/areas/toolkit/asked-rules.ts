/** What somebody asks of the toolkit, from fixed values alone. Pure. */
import {
  type Audience,
  audiences,
  type ResourceKind,
  resourceKinds,
  type Section,
  sections,
} from './resource-schema.ts'

export interface Asked {
  readonly kind: ResourceKind | undefined
  readonly audience: Audience | undefined
  readonly p: Section | undefined
  readonly article: number | undefined
  /** In which it can be read. */
  readonly language: string | undefined
}

export const nothingAsked: Asked = {
  ...{ kind: undefined, audience: undefined, p: undefined, article: undefined, language: undefined },
}

/** What cannot be read is left out. @param field gives what was sent under a name. */
export function askedOf(
  field: (name: string) => string | undefined,
  known: { readonly languages: ReadonlySet<string>; readonly articleCount: number },
): Asked {
  const article = Number(/^[1-9]\d?$/.exec(field('article') ?? '')?.[0] ?? 0)
  const language = field('language') ?? ''
  return {
    kind: resourceKinds.find((each) => each === field('kind')),
    audience: audiences.find((each) => each === field('audience')),
    p: sections.find((each) => each === field('p')),
    article: article >= 1 && article <= known.articleCount ? article : undefined,
    language: known.languages.has(language) ? language : undefined,
  }
}

/** In which language a resource is read: as asked, else the reader's own, else the original. */
export function languageRead(
  asked: string | undefined,
  own: string,
  { language, languages }: { readonly language: string; readonly languages: readonly string[] },
): string {
  return [asked, own].find((one) => one !== undefined && languages.includes(one)) ?? language
}
