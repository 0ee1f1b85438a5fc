/** Meetings and the time between them. Pure; days are `YYYY-MM-DD`, which sort as they follow. */

export const meetingKinds = ['signatories', 'associations'] as const
export type MeetingKind = (typeof meetingKinds)[number]

/** What is known of a meeting. */
export interface MeetingFacts {
  /** It stands in the address. */
  readonly year: number
  readonly kind: MeetingKind
  /** Both null while nobody has set them. */
  readonly starts: string | null
  readonly ends: string | null
  /** As the place calls itself; empty while that is open. */
  readonly place: string
  /** ISO 3166-1, upper case; null while that is open. */
  readonly country: string | null
  /** IANA name. */
  readonly timeZone: string
  /** By code of the language. */
  readonly about: Readonly<Record<string, string>>
  /** Address of what tells of an earlier one; empty where this software is the source. */
  readonly source: string
}

export interface Meeting extends MeetingFacts {
  readonly id: string
  /** Id of the signatory that receives the others. */
  readonly host: string | null
  /** Id of the host of the time, where it has become part of another town since; null: it is the host. */
  readonly hostThen: string | null
  readonly demonstration: boolean
  readonly revision: number
}

export type MeetingStage = 'open' | 'dated' | 'on' | 'held'

/** How far a meeting is, by its days alone. @param today at its place. */
export function stageOf({ starts, ends }: Pick<MeetingFacts, 'starts' | 'ends'>, today: string): MeetingStage {
  if (starts === null || ends === null) return 'open'
  if (today < starts) return 'dated'
  return today <= ends ? 'on' : 'held'
}
