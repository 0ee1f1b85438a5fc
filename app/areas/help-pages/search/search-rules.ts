/** Which of the services that were found stand on the page, and in which order. */
import type { Service } from '../../checklist/index.ts'
import type { OwnerKind } from '../effective-page.ts'
import type { SearchQuery } from './search-schema.ts'

/** On one page. */
export const mostResults = 20

export interface Candidate {
  readonly id: string
  readonly kinds: readonly string[]
  readonly ownerKind: OwnerKind
  readonly own: boolean
  /** It serves the people of the place that was asked for. */
  readonly responsible: boolean
  /** Metres from the place; null where either of the two has no point, and of a confidential place always. */
  readonly distance: number | null
  /** All words that were typed stand in its name or that of who runs it. */
  readonly named: boolean
}

export type Filters = Pick<SearchQuery, 'age' | 'spoken' | 'open' | 'free' | 'accessible' | 'online'>
export type FilterName = keyof Filters

/** Whether anything has to be known of the services before it is said which of them are shown. */
export const narrows = ({ age, spoken, open, free, accessible, online }: Filters): boolean =>
  age !== null || spoken !== null || open || free || accessible || online

/** What a person with a disability can use or come to; visits at home and ways on the internet are other things. */
const accessible: ReadonlySet<string> = new Set([
  'step-free',
  'accessible-toilet',
  'hearing-loop',
  'sign-language',
  'easy-read',
])
const withoutVoice: ReadonlySet<string> = new Set(['text', 'chat', 'video'])

const fits = {
  age: ({ ages, audiences }, age) => {
    if (ages) return (ages.min ?? 0) <= age && age <= (ages.max ?? 200)
    if (audiences.length === 0 || audiences.includes('everyone') || audiences.includes('families')) return true
    return age < 18 ? audiences.includes('children') || audiences.includes('teens') : audiences.includes('adults')
  },
  // What is spoken in the house is not what is spoken on the phone.
  spoken: ({ phones }, code) => phones.some(({ languages }) => languages.includes(code)),
  free: ({ fee, phones }) => fee === 'free' || (fee === null && phones.some(({ cost }) => cost === 'free')),
  accessible: ({ accessFeatures }) => accessFeatures.some((feature) => accessible.has(feature)),
  online: ({ chat, accessFeatures, phones }) =>
    chat !== null ||
    accessFeatures.includes('online') ||
    phones.some(({ channels }) => channels.some((channel) => withoutVoice.has(channel))),
} satisfies {
  age: (service: Service, age: number) => boolean
  spoken: (service: Service, code: string) => boolean
} & Record<'free' | 'accessible' | 'online', (service: Service) => boolean>

/**
 * The filters that a service does not pass: none where it fits.
 *
 * @param isOpen whether somebody is there at this moment; false where nobody knows.
 */
export function filtersMissed(service: Service, filters: Filters, isOpen: (service: Service) => boolean): FilterName[] {
  const { age, spoken } = filters
  const missed: FilterName[] = []
  if (age !== null && !fits.age(service, age)) missed.push('age')
  if (spoken !== null && !fits.spoken(service, spoken)) missed.push('spoken')
  if (filters.open && !isOpen(service)) missed.push('open')
  for (const name of ['free', 'accessible', 'online'] as const) {
    if (filters[name] && !fits[name](service)) missed.push(name)
  }
  return missed
}

const nearestFirst: Record<OwnerKind, number> = { municipality: 0, joint: 1, district: 2, region: 3, country: 4 }

/**
 * What is called as it was typed first; then what is responsible for the place; then what is nearest. Of several kinds
 * that may be meant, the first of each stands before the second of any: the likeliest one may be the wrong one.
 *
 * @param kinds that may be meant, the likeliest first.
 */
export function inOrder<C extends Candidate>(candidates: readonly C[], kinds: readonly string[]): C[] {
  const rankOf = (candidate: C) => {
    const found = kinds.findIndex((kind) => candidate.kinds.includes(kind))
    return found === -1 ? kinds.length : found
  }
  const sorted = [...candidates].sort(
    (a, b) =>
      Number(b.named) - Number(a.named) ||
      Number(b.responsible) - Number(a.responsible) ||
      Number(b.own) - Number(a.own) ||
      (a.responsible && b.responsible ? nearestFirst[a.ownerKind] - nearestFirst[b.ownerKind] : 0) ||
      (a.distance ?? Number.POSITIVE_INFINITY) - (b.distance ?? Number.POSITIVE_INFINITY) ||
      (a.id < b.id ? -1 : 1),
  )
  const seen = new Map<string, number>()
  const placed = sorted.map((candidate) => {
    const rank = rankOf(candidate)
    const group = `${candidate.named} ${candidate.responsible} ${rank}`
    const turn = seen.get(group) ?? 0
    seen.set(group, turn + 1)
    return { candidate, rank, turn }
  })
  return placed
    .toSorted(
      (a, b) =>
        Number(b.candidate.named) - Number(a.candidate.named) ||
        Number(b.candidate.responsible) - Number(a.candidate.responsible) ||
        a.turn - b.turn ||
        a.rank - b.rank,
    )
    .map(({ candidate }) => candidate)
}
