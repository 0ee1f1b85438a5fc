/** What a plan says already in answer to a report's questions. Pure. */
import type { Indicator, Measure, MeasureState, PlanFacts, Section } from '../plans/index.ts'
import { longestAnswer, type Question } from './schema.ts'

export type KnownFact =
  | { readonly of: 'body'; readonly text: string }
  | { readonly of: 'office'; readonly text: string }
  | { readonly of: 'words'; readonly text: string }
  | { readonly of: 'heard'; readonly said: string; readonly done: string }
  | { readonly of: 'measure'; readonly title: string; readonly state: MeasureState; readonly reason: string }
  | { readonly of: 'until'; readonly title: string; readonly date: string }
  | { readonly of: 'part'; readonly title: string; readonly text: string }
  | { readonly of: 'indicator'; readonly indicator: Indicator }

interface Known {
  readonly plan: PlanFacts
  /** In their order. */
  readonly measures: readonly Measure[]
}

const measure = ({ title, state, reason }: Measure): KnownFact => ({ of: 'measure', title, state, reason })

const stateOf = (measures: readonly Measure[], states: readonly MeasureState[]): KnownFact[] =>
  measures.filter(({ state }) => states.includes(state)).map(measure)

const inSection = ({ measures }: Known, section: Section): KnownFact[] =>
  measures
    .filter((one) => one.section === section)
    .flatMap((one) => [measure(one), ...one.indicators.map((indicator) => ({ of: 'indicator', indicator }) as const)])

const words = (of: 'body' | 'office' | 'words', text: string): KnownFact[] => (text === '' ? [] : [{ of, text }])

/** Of the catalogue's common indicators those that count people who were trained. */
const training: ReadonlySet<string> = new Set(['people-trained', 'staff-trained-share'])

function trained({ measures }: Known): KnownFact[] {
  return measures.flatMap(({ indicators }) =>
    indicators
      .filter(({ common }) => common !== null && training.has(common))
      .map((indicator) => ({ of: 'indicator', indicator }) as const),
  )
}

const parts = ({ measures }: Known, part: 'partner' | 'budget'): KnownFact[] =>
  measures.flatMap((one) => (one[part] === '' ? [] : [{ of: 'part', title: one.title, text: one[part] } as const]))

const coming = ({ measures }: Known): KnownFact[] =>
  measures
    .filter(({ state }) => state === 'not-started' || state === 'under-way' || state === 'delayed')
    .map((one) => (one.ends === null ? measure(one) : { of: 'until', title: one.title, date: one.ends }))

const answers: Readonly<Record<Question, (known: Known) => KnownFact[]>> = {
  steering: ({ plan }) => [...words('body', plan.steering), ...words('office', plan.office)],
  children: ({ plan }) => words('words', plan.participation),
  heard: ({ plan }) => plan.heard.map(({ said, done }) => ({ of: 'heard', said, done })),
  progress: ({ measures }) => stateOf(measures, ['done']),
  obstacle: ({ measures }) => stateOf(measures, ['delayed', 'dropped']),
  help: () => [],
  partners: (known) => parts(known, 'partner'),
  training: trained,
  budget: (known) => parts(known, 'budget'),
  next: coming,
  prevention: (known) => inSection(known, 'prevention'),
  protection: (known) => inSection(known, 'protection'),
  prosecution: (known) => inSection(known, 'prosecution'),
  participation: (known) => inSection(known, 'participation'),
  reach: () => [],
  learned: () => [],
}

/** In the order in which they are told; nothing where only the town's office can say. */
export const knownFacts = (question: Question, known: Known): KnownFact[] => answers[question](known)

/**
 * What is known as an answer, with what was said before and what somebody wrote below it: whole lines as long as there is
 * room, so that a tick is never refused for words that nobody typed.
 */
export function takenOver(known: readonly { readonly text: string }[], ...below: readonly string[]): string {
  const text = [...new Set(below)].filter((one) => one !== '').join('\n\n')
  let room = longestAnswer - text.length
  const taken = known.flatMap((line) => {
    room -= line.text.length + 2
    return room >= 0 ? [line.text] : []
  })
  return [...taken, ...(text === '' ? [] : [text])].join('\n\n')
}
