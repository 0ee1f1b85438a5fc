/** One thing that needs a person, as areas say it; how it is sent (at once, in a digest) is the person's choice. */
import type { Db } from '../db/tables.ts'
import type { Translator } from '../i18n/messages.ts'
import type { Mail } from './mail.ts'

/**
 * `security`: about the person's own account; always at once. `contact`: a protected contact was changed; always at once.
 * The others can be had at once, in a digest, or not at all.
 */
export const noticeKinds = [
  'security',
  'contact',
  'people',
  'approval',
  'helplines',
  'confirmations',
  'support',
  'reports',
  'care',
  'offers',
  'directories',
  'questions',
  'exchange',
  'signing',
  'practices',
  'progress',
  'meetings',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

export interface NoticeText {
  /**
   * What it is about and, where there is one, until when: "Example Town: check three changes until 9 March". Whoever reads
   * only the subject has to know what is wanted and by which day. At most 150 characters: what is longer is cut.
   */
  readonly subject: string
  /** A line above everything, where it is told in a mail of its own. */
  readonly above?: string | undefined
  /** Plain text, one entry a paragraph; line breaks stay. */
  readonly paragraphs: readonly string[]
  /** One thing to do. `path` begins with a slash. */
  readonly action?: { readonly text: string; readonly path: string } | undefined
  /** Why this person gets it, as a whole sentence: "You are an approver of Example Town." */
  readonly reason: string
}

export interface Notice {
  /** Id of the person. */
  readonly person: string
  readonly kind: NoticeKind
  /** The same thing has the same key, 200 characters at most: whoever was told is not told again for 400 days. */
  readonly key: string
  /**
   * Until when it has to be done, as the subject says it. The digest puts the nearest first, and what cannot wait for the
   * next digest goes at once.
   */
  readonly due?: Temporal.Instant | undefined
  /** Of a mail of its own: what keeps it together with others, and where an answer goes. */
  readonly mail?: Partial<Pick<Mail, 'messageId' | 'references' | 'replyTo'>> | undefined
  /** In the language of the person, or in English where that has no catalogue. */
  readonly compose: (translator: Translator) => NoticeText
}

/**
 * Tells a person, in the transaction that causes it: nothing is told if that is rolled back. For a person who is gone it
 * does nothing. `jobs.start()` must have been awaited before the transaction.
 */
export type Notify = (tx: Db, notice: Notice) => Promise<void>
