/** Who of a delegation has a place, and who moves up. Pure. */

export interface Waiting {
  readonly id: string
  readonly hasPlace: boolean
  /** Who goes with a child; null for an adult. */
  readonly adult: string | null
}

/**
 * Whoever has a place keeps it, also where there are fewer places than before. Who has waited longest moves up first; a
 * child never without the adult who goes with it.
 *
 * @param people in the order in which they were registered.
 * @returns ids, in that order.
 */
export function movesUp(quota: number, people: readonly Waiting[]): string[] {
  const held = new Set(people.filter(({ hasPlace }) => hasPlace).map(({ id }) => id))
  const up: string[] = []
  for (const { id, adult } of people) {
    if (held.size >= quota) break
    if (held.has(id) || (adult !== null && !held.has(adult))) continue
    held.add(id)
    up.push(id)
  }
  return up
}

/** Delegations by who sends them: each of a category has so many places. Observers and partners are invited. */
export const categories = ['town', 'region', 'other', 'association', 'observer', 'partner'] as const
export type Category = (typeof categories)[number]

/** @param kind of an authority. */
export function categoryOf(kind: string): Category {
  if (kind === 'municipality' || kind === 'district') return 'town'
  return kind === 'region' ? 'region' : 'other'
}

export const registrationStates = ['unset', 'not-yet', 'open', 'closed', 'over'] as const
export type RegistrationState = (typeof registrationStates)[number]

/** @param today at the place of the meeting; days are `YYYY-MM-DD`, which sort as they follow. */
export function registrationState(
  { opens, closes }: { readonly opens: string | null; readonly closes: string | null },
  { ends }: { readonly ends: string | null },
  today: string,
): RegistrationState {
  if (ends !== null && today > ends) return 'over'
  if (opens === null || closes === null || ends === null) return 'unset'
  if (today < opens) return 'not-yet'
  return today <= closes ? 'open' : 'closed'
}
