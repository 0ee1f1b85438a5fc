/** What becomes of a question that a town asks its association. Pure. */

/** Those that wait for somebody come first. */
export const questionStates = ['open', 'waiting', 'answered', 'closed'] as const
/** `open`: it waits for the association. `waiting`: the association has asked back. */
export type QuestionState = (typeof questionStates)[number]

/** Who says something. */
export type Side = 'town' | 'association'

export const questionActs = ['town-writes', 'answers', 'asks-back', 'closes', 'notes', 'takes', 'takes-out'] as const
export type QuestionAct = (typeof questionActs)[number]

const leadsTo: Readonly<Partial<Record<QuestionAct, QuestionState>>> = {
  // Whatever it was before: somebody in the town says something, so somebody in the association reads it.
  'town-writes': 'open',
  answers: 'answered',
  'asks-back': 'waiting',
  closes: 'closed',
}

export function stateAfter(state: QuestionState, act: QuestionAct): QuestionState {
  return leadsTo[act] ?? state
}

/** Whose turn it is; nobody's where it is answered or closed. */
export function waitsFor(state: QuestionState): Side | undefined {
  if (state === 'open') return 'association'
  return state === 'waiting' ? 'town' : undefined
}

export function isState(text: string | undefined): text is QuestionState {
  return questionStates.some((each) => each === text)
}

export interface Said {
  readonly side: Side
  readonly note: boolean
}

/** A town never sees what coordinators note for each other. */
export function seenBy<M extends Said>(side: Side, messages: readonly M[]): M[] {
  return messages.filter(({ note }) => side === 'association' || !note)
}

/**
 * The page of the town's own office on which somebody began to ask: nothing else goes into what others read.
 *
 * @param office path of that office. @returns null for any other address.
 */
export function pageAsked(office: string, typed: string): string | null {
  const inside = typed === office || typed.startsWith(`${office}/`)
  const asking = typed.startsWith(`${office}/questions`)
  return inside && !asking && /^[a-z0-9/-]{1,300}$/.test(typed) ? typed : null
}

interface Mailed {
  readonly id: string
}

/**
 * What keeps the mails of a question together (RFC 5322, 3.6.4). Each person gets a mail of their own,
 * so that each has its own id; all of them hang on an id of the question, which no mail has: whoever joins late has the
 * same thread.
 *
 * @param earlier messages before it, oldest first, that the person may see.
 */
export function threadOf(
  host: string,
  question: string,
  person: string,
  message: Mailed,
  earlier: readonly Mailed[],
): { readonly messageId: string; readonly references: string[] } {
  const idOf = ({ id }: Mailed) => `<${id}.${person.slice(0, 8)}@${host}>`
  const root = `<question.${question}@${host}>`
  // The first says where it begins, the last ones what it answers; mail servers refuse headers without an end.
  const references = [root, ...earlier.slice(-mostReferences).map(idOf)]
  return { messageId: idOf(message), references }
}

const mostReferences = 20
