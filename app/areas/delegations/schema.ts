/** People of a delegation, as they are kept. */

export const diets = ['everything', 'vegetarian', 'vegan', 'halal', 'kosher', 'other'] as const
export type Diet = (typeof diets)[number]

export const accessNeeds = ['wheelchair', 'sign-language', 'hearing', 'sight', 'quiet', 'other'] as const
export type AccessNeed = (typeof accessNeeds)[number]

export const ageGroups = ['under-12', '12-15', '16-17'] as const
export type AgeGroup = (typeof ageGroups)[number]

export const senderKinds = ['authority', 'association', 'guest'] as const

/** Whose people they are: a town's, an association's, those of an organisation that was invited. */
export interface Sender {
  readonly kind: (typeof senderKinds)[number]
  readonly id: string
}

interface Common {
  /** Of a child the first name alone. */
  readonly name: string
  /** Codes of the languages into which this person needs interpretation. */
  readonly languages: readonly string[]
  readonly diet: Diet
  readonly dietNote: string
  readonly access: readonly AccessNeed[]
  readonly accessNote: string
  /** Days, or null. */
  readonly arrives: string | null
  readonly leaves: string | null
}

export interface Adult extends Common {
  readonly child: false
  readonly function: string
  readonly email: string
  readonly companion: string
  readonly visa: boolean
}

export interface Child extends Common {
  readonly child: true
  readonly ageGroup: AgeGroup
  /** Id of somebody of the same delegation. */
  readonly adult: string
  /** The office of the town that answers for the child's safety. */
  readonly safeguarding: string
}

export type Person = Adult | Child

export type Delegate = Person & {
  readonly id: string
  readonly meeting: string
  readonly sender: Sender
  readonly hasPlace: boolean
  readonly revision: number
}

export interface Registration {
  readonly opens: string | null
  readonly closes: string | null
  readonly quotas: Readonly<Record<string, number>>
  readonly conference: string
  /** 0 where nobody has kept any. */
  readonly revision: number
}

export const guestKinds = ['observer', 'partner'] as const

/** An organisation that was invited to one meeting. */
export interface Guest {
  readonly id: string
  readonly meeting: string
  readonly kind: (typeof guestKinds)[number]
  readonly name: string
  /** Id of the person who registers its people; null: forgotten. */
  readonly contact: string | null
}
