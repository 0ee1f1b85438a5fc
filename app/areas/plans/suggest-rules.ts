/**
 * What a town could do next: the gaps of its own checklist first, then the basics of each P on which its plan has nothing.
 * Never what is in the plan already, never what the town has said is not its task.
 */
import type { AuthorityKind } from '../authorities/index.ts'
import type { Answer, ServiceKind } from '../checklist/index.ts'
import type { Measure, MeasureSection } from './catalogue-data.ts'

type AnswerStatus = Answer['status']

export interface TownNow {
  readonly authority: AuthorityKind
  /** By kind of the checklist; what is not there was not answered. */
  readonly answers: ReadonlyMap<string, AnswerStatus>
  /** Kinds with a service that is within its review date. */
  readonly fresh: ReadonlySet<string>
  readonly plan: {
    /** Of the catalogue. */
    readonly measures: ReadonlySet<string>
    /** On which the plan has any measure, of the catalogue or of the town's own. */
    readonly sections: ReadonlySet<MeasureSection>
  }
}

export interface Suggestion {
  readonly measure: Measure
  /** The gaps that it closes, gravest first; an answer of undefined: none was given. None: a basic of a P. */
  readonly because: readonly { readonly kind: string; readonly answer: AnswerStatus | undefined }[]
}

type Kind = Pick<ServiceKind, 'id' | 'reviewEveryMonths'>

/** An explicit no outweighs silence; what is there or somebody else's is no gap. */
const gravest: readonly (AnswerStatus | undefined)[] = ['not-available', undefined, 'planned', 'partly']
const protectionClock = 3

/** A kind that nobody answered for and that has a service all the same is no gap. */
const isGap = ({ id }: Kind, { answers, fresh }: TownNow): boolean =>
  gravest.includes(answers.get(id)) && (answers.has(id) || !fresh.has(id))

/** Smaller comes first. Equal ones stay as they stand. */
const byRank =
  <T>(rank: (one: T) => readonly number[]) =>
  (a: T, b: T): number => {
    const other = rank(b)
    const difference = rank(a).map((each, index) => each - (other[index] ?? 0))
    return difference.find((each) => each !== 0) ?? 0
  }

/** @param kinds of the checklist, in its order. */
export function suggestMeasures(
  measures: readonly Measure[],
  kinds: readonly Kind[],
  town: TownNow,
): readonly Suggestion[] {
  const gaps = kinds
    .filter((kind) => isGap(kind, town))
    .toSorted(
      byRank(({ id, reviewEveryMonths }) => [
        gravest.indexOf(town.answers.get(id)),
        Number(reviewEveryMonths !== protectionClock),
        Number(town.fresh.has(id)),
      ]),
    )
  const offered = measures.filter((one) => !town.plan.measures.has(one.id) && !isOthersTask(one, town))
  const fitting = town.authority === 'municipality' ? 'local' : 'shared'
  const closing = gaps.flatMap(({ id }) =>
    offered
      .filter((one) => one.kinds.includes(id))
      .toSorted(byRank((one) => [Number(one.kinds[0] !== id), Number(one.scale !== fitting)])),
  )
  return [...new Set([...closing, ...basicsMissing(offered, town)])].map((one) => ({
    measure: one,
    because: gaps
      .filter(({ id }) => one.kinds.includes(id))
      .map(({ id }) => ({ kind: id, answer: town.answers.get(id) })),
  }))
}

/** All that it is about is done by somebody else. */
const isOthersTask = ({ kinds }: Measure, { answers }: TownNow): boolean =>
  kinds.length > 0 && kinds.every((kind) => answers.get(kind) === 'not-our-task')

/** Of each P without any measure; first those about something that is not there yet. */
function basicsMissing(offered: readonly Measure[], { answers, plan }: TownNow): readonly Measure[] {
  return offered
    .filter(({ basic, section }) => basic && section !== 'steering' && !plan.sections.has(section))
    .toSorted(byRank(({ kinds }) => [Number(kinds.every((kind) => answers.get(kind) === 'available'))]))
}
