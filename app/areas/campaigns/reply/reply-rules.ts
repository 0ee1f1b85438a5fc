/** A mailbox of an association to which towns answer. Pure. */

export interface ReplyAddress {
  readonly id: string
  readonly email: string
  /** Somebody who reads it has agreed. */
  readonly confirmed: boolean
  readonly askedAt: Temporal.Instant
}
