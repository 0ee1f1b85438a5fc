/** Conclusions from the draft to what became of them. Pure; days are `YYYY-MM-DD`. */

/** In the order in which they follow each other; there is no way back. */
export const stages = ['draft', 'open', 'closed', 'adopted', 'published'] as const
export type Stage = (typeof stages)[number]

export const itemStates = ['open', 'under-way', 'done', 'dropped'] as const
export type ItemState = (typeof itemStates)[number]

export const ownerKinds = ['secretariat', 'association', 'authority'] as const
export type OwnerKind = (typeof ownerKinds)[number]

export const amendmentKinds = ['replace', 'delete', 'add'] as const
export type AmendmentKind = (typeof amendmentKinds)[number]
export const amendmentStates = ['waiting', 'accepted', 'refused', 'withdrawn'] as const
export type AmendmentState = (typeof amendmentStates)[number]

export type StageFault = 'order' | 'empty' | 'waiting'

/** What stands in the way of the next stage. @param waiting amendments that nobody has decided about. */
export function stageFault(
  from: Stage,
  to: Stage,
  { lines, waiting }: { readonly lines: number; readonly waiting: number },
): StageFault | undefined {
  if (stages.indexOf(to) !== stages.indexOf(from) + 1) return 'order'
  if (lines === 0) return 'empty'
  return to === 'adopted' && waiting > 0 ? 'waiting' : undefined
}

export const stageAfter = (stage: Stage): Stage | undefined => stages[stages.indexOf(stage) + 1]

/** Whether the secretariat may still write the text; later it changes by amendments alone, and then not at all. */
export const mayWrite = (stage: Stage): boolean => stage === 'draft'
export const mayAmend = (stage: Stage): boolean => stage === 'open'
/** Nobody's proposal is read by the others, nor decided, before all have been made: the first would lead the rest. */
export const mayDecide = (stage: Stage): boolean => stage === 'closed'
export const areShown = (stage: Stage): boolean => stages.indexOf(stage) >= stages.indexOf('closed')
export const isAdopted = (stage: Stage): boolean => stage === 'adopted' || stage === 'published'

export interface Line {
  readonly id: string
  readonly body: string
  /** Counts changes of the text. */
  readonly bodyRevision: number
}

export interface Proposed {
  readonly kind: AmendmentKind
  /** Which line it is about. */
  readonly conclusion: string
  readonly body: string
}

/** The text with one amendment in it. @param fresh id of a line that is added. */
export function amended<L extends Line>(
  lines: readonly L[],
  { kind, conclusion, body }: Proposed,
  make: (after: L) => L,
): readonly L[] {
  return lines.flatMap((line) => {
    if (line.id !== conclusion) return [line]
    if (kind === 'delete') return []
    if (kind === 'add') return [line, { ...make(line), body, bodyRevision: 1 }]
    return [body === line.body ? line : { ...line, body, bodyRevision: line.bodyRevision + 1 }]
  })
}

export interface Votes {
  readonly for: number
  readonly against: number
  readonly abstained: number
}

export interface Translation {
  readonly text: string
  /** Of the text it was made from. */
  readonly revision: number
}
export type Translations = Readonly<Record<string, Translation>>

export type Freshness = 'original' | 'current' | 'older' | 'missing'

export function freshness(
  { bodyRevision, translations }: { readonly bodyRevision: number; readonly translations: Translations },
  original: string,
  language: string,
): Freshness {
  if (language === original) return 'original'
  const found = translations[language]
  if (!found) return 'missing'
  return found.revision === bodyRevision ? 'current' : 'older'
}

/**
 * Translations after a form of all of them: one that was typed anew is of today's text; one that was left as it was stays
 * as old as it was, unless somebody says that it still holds; an empty one goes.
 */
export function translated(
  before: Translations,
  typed: Readonly<Record<string, string>>,
  { bodyRevision, stillHold }: { readonly bodyRevision: number; readonly stillHold: readonly string[] },
): Translations {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([language, text]) => {
      if (text === '') return []
      const known = before[language]
      const revision = known?.text === text && !stillHold.includes(language) ? known.revision : bodyRevision
      return [[language, { text, revision }]]
    }),
  )
}

/** Something that is over has to say what was done, or why nothing is. */
export const needsNote = (state: ItemState): boolean => state === 'done' || state === 'dropped'

/** Owners are told so long before the meeting that looks at what they have taken on. */
const reviewAhead = { days: 60 } as const

/** @param today `YYYY-MM-DD`. */
export const reviewIsNear = (
  { kind, starts }: { readonly kind: string; readonly starts: string | null },
  today: string,
): boolean =>
  kind === 'signatories' &&
  starts !== null &&
  starts > today &&
  starts <= Temporal.PlainDate.from(today).add(reviewAhead).toString()

/** Open and past its day. */
export const isLate = (
  { state, due }: { readonly state: ItemState; readonly due: string | null },
  today: string,
): boolean => !needsNote(state) && due !== null && due < today
