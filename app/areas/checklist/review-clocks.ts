/** After how many months a kind is looked at again: the clock of the checklist, or a shorter one that a town wishes. */
import type { KindId, ServiceKind } from './kinds.ts'

export type ReviewClock = ServiceKind['reviewEveryMonths']

/** Months that a town may choose instead. Never longer: what families are told must not grow older than the checklist says. */
export const shorterClocks: Readonly<Record<ReviewClock, readonly number[]>> = {
  3: [1, 2],
  6: [1, 2, 3],
  12: [1, 2, 3, 6],
}
export const reviewClocks = [3, 6, 12] as const satisfies readonly ReviewClock[]

/** What a town has chosen, by the clock of the checklist in months. */
export type ChosenClocks = Readonly<Partial<Record<ReviewClock, number>>>

/** Where rules look up the clock of a kind; the checklist itself is one. */
export interface Clocks {
  readonly byId: (id: KindId) => { readonly reviewEveryMonths: number } | undefined
}

export function clocksOf(
  checklist: { readonly byId: (id: KindId) => Pick<ServiceKind, 'reviewEveryMonths'> | undefined },
  chosen: ChosenClocks,
): Clocks {
  return {
    byId: (id) => {
      const usual = checklist.byId(id)?.reviewEveryMonths
      return usual && { reviewEveryMonths: Math.min(usual, chosen[usual] ?? usual) }
    },
  }
}

/** Two choices are the same when their stamps are. */
export const clockStamp = (chosen: ChosenClocks): string => reviewClocks.map((clock) => chosen[clock] ?? '').join('-')
