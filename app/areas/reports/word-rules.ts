/** What no words of a report may give away: they become public. Pure. */

export const wordFaults = ['number', 'place'] as const
export type WordFaultCode = (typeof wordFaults)[number]

export interface WordChecks {
  /** Whether a text names a telephone number or an address of a mail. */
  namesContact(text: string): boolean
  /** Whether a text says where a place is: nobody tells in a report which of them is protected. */
  givesPlaceAway(text: string): boolean
}

export function wordFault(text: string, { namesContact, givesPlaceAway }: WordChecks): WordFaultCode | undefined {
  if (namesContact(text)) return 'number'
  return givesPlaceAway(text) ? 'place' : undefined
}
