/** What the nights have shown of a web address, for whoever has written it down. */
import type { Translator } from '../i18n/messages.ts'

export interface TroubleSaid {
  /** In words. */
  readonly sentence: string
  /** What it answered, in words; undefined where that says nothing more. */
  readonly seen: string | undefined
  /** Where it leads for good. */
  readonly leadsTo: string | undefined
  /** Nobody gets anywhere by it. */
  readonly broken: boolean
}

/** Those of these addresses of which there is something to tell. */
export type LinkTroubles = (
  translator: Translator,
  urls: readonly string[],
) => Promise<ReadonlyMap<string, TroubleSaid>>
