/** How far a town is with its beginning; shown in its office until it has published. */
import type { Context } from 'hono'
import type { Db } from '../../../platform/db/tables.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import { worksFor } from '../../../platform/session/held-roles.ts'
import type { NextStep, NextSteps } from '../../../platform/session/next-step.ts'
import { urls } from '../../../urls.ts'
import type { FirstKind, JoiningDeps } from '../deps.ts'
import { type FirstSteps, firstStepCount, stepsDone } from './first-rules.ts'

export interface Beginning extends FirstSteps {
  readonly list: readonly FirstKind[]
}

export async function beginningOf(db: Db, deps: JoiningDeps, town: string, language: string): Promise<Beginning> {
  const list = await deps.kindsOf(town, await deps.firstKinds(town), language)
  const answered = list.filter(({ state }) => state !== 'open').length
  return { list, answered, kinds: list.length, published: await deps.hasPublished(db, town) }
}

/** To be called for each request that a guard has let in, before it is handled: what was sent may lead back to the steps. */
export function createShowBeginning(deps: JoiningDeps) {
  return async (c: Context<AppEnv>): Promise<void> => {
    const [subject, frame] = [c.get('subject'), c.get('frame')]
    if (subject.kind !== 'authority') return
    if (!worksFor(c.get('actor'), subject, ['officer', 'approver'])) return
    const { db } = deps.database
    if (await deps.hasPublished(db, subject.id)) return
    // The office of a whole country is nobody's to invite.
    if ((await deps.readTown(db, subject.id))?.kind === 'country') return
    const steps = await beginningOf(db, deps, subject.id, frame.translator.language)
    const open = steps.list.filter(({ state }) => state === 'open').map(({ id }) => id)
    const beginning = { done: stepsDone(steps), of: firstStepCount, href: urls.firstSteps(subject), open }
    c.set('frame', { ...frame, beginning })
  }
}

export function campaignsNextSteps(deps: JoiningDeps): NextSteps {
  return async ({ roles }, { t, language }) => {
    const { db } = deps.database
    const towns = roles.flatMap(({ role, scope }) =>
      scope.kind === 'authority' && (role === 'officer' || role === 'approver') ? [scope.id] : [],
    )
    const steps: NextStep[] = []
    for (const id of new Set(towns)) {
      const town = (await deps.hasPublished(db, id)) ? undefined : await deps.readTown(db, id)
      if (!town) continue
      const done = stepsDone(await beginningOf(db, deps, id, language))
      steps.push({
        rank: 'missing',
        text: t('campaigns.first.next', { done: `${done}`, count: `${firstStepCount}` }),
        where: town.names[language] ?? town.name,
        href: urls.firstSteps(town),
      })
    }
    return steps
  }
}
