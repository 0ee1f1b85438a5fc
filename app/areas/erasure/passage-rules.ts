/** What an approver looks at before a person is taken out: each text once, with all the places in which it stands. */
import type { Span } from './span-rules.ts'

/** In the order in which they are told. */
export const wheres = [
  'page',
  'drafts',
  'versions',
  'history',
  'notes',
  'provider',
  'standards',
  'plans',
  'practices',
  'events',
  'meetings',
  'questions',
  'lists',
  'checks',
  'mails',
] as const
export type Where = (typeof wheres)[number]

export type About =
  | { readonly type: 'introduction' }
  /** Of the service; of the kind that is answered. */
  | { readonly type: 'service' | 'answer'; readonly id: string }

export interface Passage {
  /** Tells this text from all others without holding it; it is written down nowhere. */
  readonly id: string
  readonly text: string
  readonly spans: readonly Span[]
  /** What it is said of. */
  readonly about: readonly About[]
  /** How many rows of each kind hold it. */
  readonly places: Readonly<Partial<Record<Where, number>>>
}

/** More of them than somebody looks through: the words are too common. */
export const mostPassages = 150

const aboutKey = (about: About): string => (about.type === 'introduction' ? about.type : `${about.type} ${about.id}`)

export class Passages {
  readonly #found = new Map<string, Passage>()
  readonly #idOf: (text: string) => string

  constructor(idOf: (text: string) => string) {
    this.#idOf = idOf
  }

  add(text: string, spans: readonly Span[], where: Where, about: About | undefined): void {
    const before = this.#found.get(text)
    const known = before?.about ?? []
    const isNew = about && known.every((one) => aboutKey(one) !== aboutKey(about))
    this.#found.set(text, {
      id: before?.id ?? this.#idOf(text),
      text,
      spans,
      about: isNew ? [...known, about] : known,
      places: { ...before?.places, [where]: (before?.places[where] ?? 0) + 1 },
    })
  }

  all(): readonly Passage[] {
    return [...this.#found.values()]
  }
}

export interface Piece {
  readonly text: string
  /** It is what would go. */
  readonly goes: boolean
}

/** Characters around what was found. */
const context = 80

/** The text as somebody reads it before choosing: what would go, and the words around it. */
export function piecesOf({ text, spans }: Pick<Passage, 'text' | 'spans'>): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const [index, span] of spans.entries()) {
    pieces.push({ text: shortened(text.slice(at, span.from), index > 0, true), goes: false })
    pieces.push({ text: text.slice(span.from, span.to), goes: true })
    at = span.to
  }
  pieces.push({ text: shortened(text.slice(at), true, false), goes: false })
  return pieces.filter((piece) => piece.text !== '')
}

function shortened(text: string, after: boolean, before: boolean): string {
  const signs = [...text]
  if (signs.length <= context * (after && before ? 2 : 1)) return text
  const head = after ? signs.slice(0, context).join('') : ''
  const tail = before ? signs.slice(-context).join('') : ''
  return `${head} [...] ${tail}`.trim()
}
