/** What a town should look at though nobody waits for it: a line of its work, and of the mail that tells of it. */
import type { Translator } from '../i18n/messages.ts'

export interface CareThing {
  /** The same as long as it is the same thing; at most 200 characters. */
  readonly key: string
  /** Families may be harmed. */
  readonly urgent: boolean
}

export interface Care {
  /** At least one. */
  readonly things: readonly CareThing[]
  readonly rank: 'safety' | 'care'
  readonly href: string
  readonly due?: Temporal.PlainDate | undefined
  /** What to do, as one sentence. */
  say(translator: Translator): string
}
