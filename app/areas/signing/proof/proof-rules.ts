/** How an office shows that it speaks for the body that signs. One way is enough. */

export type ProofWay = 'mail' | 'association' | 'letter'

/** Wrong codes, after which a new one is needed. */
export const mostWrongCodes = 5
/** A code is good for so long. */
export const daysOf = { mail: 7, letter: 60 } as const
/** A second click sends no second mail, and nobody's mailbox is flooded. */
export const minutesBetweenMails = 5

export interface ProofState {
  readonly way: ProofWay
  readonly codeSha256: string | null
  readonly expiresAt: Temporal.Instant | null
  readonly wrongCodes: number
  readonly givenAt: Temporal.Instant | null
}

export type CodeOutcome = 'right' | 'wrong' | 'expired' | 'used-up' | 'none'

/** @param sha256 of the code that was typed. */
export function codeOutcome(proofs: readonly ProofState[], sha256: string, now: Temporal.Instant): CodeOutcome {
  const waiting = proofs.filter(({ codeSha256, givenAt }) => codeSha256 !== null && givenAt === null)
  if (waiting.length === 0) return 'none'
  const open = waiting.filter(({ wrongCodes }) => wrongCodes < mostWrongCodes)
  if (open.length === 0) return 'used-up'
  const fitting = open.find(({ codeSha256 }) => codeSha256 === sha256)
  if (!fitting) return 'wrong'
  const { expiresAt } = fitting
  return expiresAt !== null && Temporal.Instant.compare(now, expiresAt) > 0 ? 'expired' : 'right'
}

/** Whether an address belongs to one of the official domains, or to a part of one. */
export function isOfDomain(email: string, domains: readonly string[]): boolean {
  const domain = email.toLowerCase().split('@').at(-1) ?? ''
  return domains.some((one) => domain === one.toLowerCase() || domain.endsWith(`.${one.toLowerCase()}`))
}
