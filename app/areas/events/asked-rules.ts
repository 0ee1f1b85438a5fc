/** What somebody asks for in the address of a list or a feed. What is none is left out. Pure. */
import { type EventKind, eventKinds } from './schema.ts'

export interface Asked {
  /** Upper case. */
  readonly country: string | undefined
  readonly kind: EventKind | undefined
  /** Code: told in it, or held in it. */
  readonly lang: string | undefined
  readonly page: number
}

export const eventsPerPage = 50
const lastPage = 10_000

export function askedOf(
  field: (name: string) => string | undefined,
  known: { readonly countries: ReadonlySet<string>; readonly languages: ReadonlySet<string> },
): Asked {
  const country = (field('country') ?? '').toUpperCase()
  const lang = field('lang') ?? ''
  const page = Number(/^[1-9][0-9]{0,4}$/.exec(field('page') ?? '')?.[0] ?? 1)
  return {
    country: known.countries.has(country) ? country : undefined,
    kind: eventKinds.find((one) => one === field('kind')),
    lang: known.languages.has(lang) ? lang : undefined,
    page: Math.min(page, lastPage),
  }
}

export const pagesOf = (count: number): number => Math.max(1, Math.ceil(count / eventsPerPage))
