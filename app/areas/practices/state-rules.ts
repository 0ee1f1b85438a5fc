/** How a practice gets from a draft to the public library and out of it; who may decide about it. Pure. */

export const states = ['draft', 'submitted', 'returned', 'published', 'withdrawn'] as const
export type State = (typeof states)[number]

export type Move = 'save' | 'submit' | 'return' | 'publish' | 'withdraw' | 'take-down'

const moves: Readonly<Record<Move, Readonly<Partial<Record<State, State>>>>> = {
  // What is changed while it waits is reviewed anew; a published one stays public as it was.
  save: { draft: 'draft', submitted: 'draft', returned: 'returned', published: 'draft' },
  submit: { draft: 'submitted', returned: 'submitted' },
  return: { submitted: 'returned' },
  publish: { submitted: 'published' },
  withdraw: { draft: 'withdrawn', submitted: 'withdrawn', returned: 'withdrawn', published: 'withdrawn' },
  // By the secretariat, where it does harm: the town can mend it and submit it again.
  'take-down': { draft: 'returned', submitted: 'returned', returned: 'returned', published: 'returned' },
}

/** Undefined where this cannot be done from there. */
export const after = (state: State, move: Move): State | undefined => moves[move][state]

export interface Deciding {
  /** Id. */
  readonly person: string
  readonly secretariat: boolean
  /** Ids of the authorities that the person works for. */
  readonly authorities: readonly string[]
  /** Of those authorities and of associations the person works for; upper case. */
  readonly countries: readonly string[]
}

export interface Decided {
  readonly authority: string
  readonly country: string
  /** Ids of those who wrote it and sent it in. */
  readonly writers: readonly (string | null)[]
}

export const conflicts = ['own-authority', 'own-words', 'own-country'] as const
export type Conflict = (typeof conflicts)[number]

/** Nobody decides about their own town or words; a reviewer not about their own country either. */
export function conflictOf(deciding: Deciding, { authority, country, writers }: Decided): Conflict | undefined {
  if (deciding.authorities.includes(authority)) return 'own-authority'
  if (writers.includes(deciding.person)) return 'own-words'
  return !deciding.secretariat && deciding.countries.includes(country) ? 'own-country' : undefined
}
