/** What can be wrong with what a town says, as codes: the message catalogue holds a sentence for each. */
import type { HoursFaultCode } from './hours/check-hours.ts'

type Camel<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S

export type FactFaultCode =
  | 'nameMissing'
  | 'kindMissing'
  | 'kindUnknown'
  | 'languageUnknown'
  | 'phoneInvalid'
  | 'phoneShort'
  | 'agesOrder'
  | 'closureOrder'
  | 'alertOrder'
  | 'streetInConfidential'
  | 'linkInvalid'
  | `hours${Capitalize<Camel<HoursFaultCode>>}`
  | 'plannedDateMissing'
  | 'plannedDatePast'
  | 'noteMissing'
  | 'servesUnknown'
  | 'servesMerged'
  | 'idTaken'
  | 'gapLeft'
  | 'unreachable'
  | 'nothingToPublish'

/** Message key: `checklist.fault.<code>`. */
export type FactFault = {
  readonly code: FactFaultCode
  /** Where in the facts or in the answer: `['phones', 0, 'number']`. */
  readonly path: readonly (string | number)[]
}

/** A fault that stops publishing. Without service and kind it stands in the introduction. */
export type PublishFault = FactFault & {
  /** Id of the service. */
  readonly service?: string
  /** Id of the kind whose answer it is. */
  readonly kind?: string
}

/** What a service or an answer is checked against: everything that rules cannot know by themselves. */
export type FactChecks = {
  readonly kinds: ReadonlySet<string>
  readonly languages: ReadonlySet<string>
  /** The day at the place. */
  readonly today: Temporal.PlainDate
  /** Whether the number is of the country's own list, such as 116 111, or the town's office has dialled it. */
  readonly knownShort: (number: string) => boolean
  /** Whether the number can be dialled in the town's country or is a valid international one. */
  readonly phoneIsValid: (number: string) => boolean
  /** Whether it can be a short number there, although none that is known: whoever has dialled it may say so. */
  readonly mayBeShort: (number: string) => boolean
}
