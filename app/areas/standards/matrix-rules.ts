/** How far the texts of an owner have come, for each kind in each language. Pure. */
import type { LocalText, StandardWords } from '../checklist/index.ts'
import { textSlots } from './text-rules.ts'

/** `missing` first: what is to be done before anything else. */
export const cellStates = ['missing', 'outdated', 'machine', 'written'] as const
export type CellState = (typeof cellStates)[number]

/**
 * The state of a text in one language, the worst of its slots: a slot that says nothing in the language it is written in
 * asks for nothing.
 *
 * @param outdated whether a wording was made from something that has changed since.
 */
export function cellState(
  words: StandardWords,
  source: string,
  language: string,
  outdated: (wording: NonNullable<LocalText[string]>) => boolean,
): CellState {
  const states = textSlots.flatMap((slot): CellState[] => {
    if (!words[slot][source]) return []
    const said = words[slot][language]
    if (!said) return ['missing']
    if (outdated(said)) return ['outdated']
    return [said.origin === 'machine' ? 'machine' : 'written']
  })
  return cellStates.find((state) => states.includes(state)) ?? 'missing'
}
