/** Members of an association as the list shows them. */
import type { Verdict } from './verdict-rules.ts'

/** By which the list can be filtered; each town is in one. */
export const siteStates = [
  'embedded',
  'export',
  'checklist',
  'page',
  'none',
  'unseen',
  'no-address',
  'waiting',
] as const satisfies readonly (Verdict | 'unseen' | 'no-address' | 'waiting')[]
export type SiteState = (typeof siteStates)[number]

export interface Member {
  readonly id: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  readonly country: string
  readonly slug: string
  readonly state: SiteState
}

export interface Progress {
  /** Members whose website has an address. */
  readonly sites: number
  /** Of these, those whose turn is over for now. */
  readonly looked: number
}
