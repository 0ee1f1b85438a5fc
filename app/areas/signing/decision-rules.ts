/** Two people of the secretariat decide, separately. */

/** Why an application goes back; always with words beside. */
export const returnReasons = [
  'document-missing',
  'document-unreadable',
  'decision-unclear',
  'wrong-body',
  'proof-missing',
  'not-signing',
  'other',
] as const
export type ReturnReason = (typeof returnReasons)[number]
export const isReturnReason = (text: string): text is ReturnReason => returnReasons.some((one) => one === text)

export type Agreement =
  /** Another person has to agree, too. */
  | 'first'
  /** It is entered now. */
  | 'second'
  /** This person has agreed already. */
  | 'again'

/** @param agreed ids of those who have agreed since it was handed in last. */
export function agreementOf(agreed: readonly string[], person: string): Agreement {
  if (agreed.includes(person)) return 'again'
  return agreed.length === 0 ? 'first' : 'second'
}

/**
 * The day that stands as the day of signing: of the ceremony where that has been, else the day the application was handed in.
 * Never before the council had decided.
 */
export function signedOnOf(days: {
  readonly ceremony: string | null
  readonly decided: string
  readonly handedIn: string
  readonly today: string
}): string {
  const { ceremony, decided, handedIn, today } = days
  const signed = ceremony !== null && ceremony <= today ? ceremony : handedIn
  return signed < decided ? decided : signed
}
