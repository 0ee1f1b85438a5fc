/**
 * What a town reaches on its own path, in the order in which most do. Each has a day and nothing else: it is never held
 * against what others have reached. A stage stands here once the area exists in which it is reached.
 */
export const stages = ['signed', 'page-published', 'plan-published', 'report-given'] as const
export type Stage = (typeof stages)[number]

/** Those that another area knows of. */
export type LaterStage = Exclude<Stage, 'signed'>

export interface ReachedStage {
  readonly stage: Stage
  /** `YYYY-MM-DD`. */
  readonly on: string
}

/** What an address asks for; the first where it says nothing. */
export function stageAsked(asked: string | undefined): Stage | undefined {
  return asked === undefined ? 'signed' : stages.find((stage) => stage === asked)
}

/** In their order. @param days of the later ones, those that are reached. */
export function reachedStages(signedOn: string, days: Partial<Readonly<Record<LaterStage, string>>>): ReachedStage[] {
  const all: Partial<Record<Stage, string>> = { ...days, signed: signedOn }
  return stages.flatMap((stage) => {
    const on = all[stage]
    return on === undefined ? [] : [{ stage, on }]
  })
}
