/** One thing that needs a person, as areas say it; how it is sent (at once, in a digest) is the person's choice. */
import type { Db } from '../db/tables.ts'
import type { Translator } from '../i18n/messages.ts'

/**
 * `security`: about the person's own account; always at once. `contact`: a protected contact was changed; always at once.
 * The others can be had at once, in a digest, or not at all.
 */
export const noticeKinds = ['security', 'contact', 'people', 'approval', 'helplines', 'support'] as const
export type NoticeKind = (typeof noticeKinds)[number]

export interface NoticeText {
  /** With the deadline in it, where there is one: whoever reads only the subject knows what and until when. */
  readonly subject: string
  /** Plain text, one entry a paragraph. */
  readonly paragraphs: readonly string[]
  /** One thing to do. `path` begins with a slash. */
  readonly action?: { readonly text: string; readonly path: string } | undefined
  /** Why this person gets it: "You are an approver of Example Town." */
  readonly reason: string
}

export interface Notice {
  /** Id of the person. */
  readonly person: string
  readonly kind: NoticeKind
  /** The same thing has the same key: whoever was told is not told again. */
  readonly key: string
  /** In the language of the person. */
  readonly compose: (translator: Translator) => NoticeText
}

/** Tells a person, in the transaction that causes it. */
export type Notify = (tx: Db, notice: Notice) => Promise<void>
