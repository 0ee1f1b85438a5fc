/** What can be taken out of the toolkit, and why. Pure. */
export const withdrawalReasons = ['wrong', 'harm', 'outdated', 'rights', 'asked'] as const
export type WithdrawalReason = (typeof withdrawalReasons)[number]

export interface Withdrawal {
  readonly resource: string
  /** Code; empty: in all languages. */
  readonly language: string
  readonly reason: WithdrawalReason
  readonly at: Temporal.Instant
}

/** How the form names all languages. */
export const inAll = 'all'

/** @returns the language as it is kept; undefined: there is nothing of that name to take out. */
export function withdrawable(
  asked: string,
  { language, languages }: { readonly language: string; readonly languages: readonly string[] },
): string | undefined {
  if (asked === inAll) return ''
  return asked !== language && languages.includes(asked) ? asked : undefined
}
