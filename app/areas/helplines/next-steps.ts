/** Countries whose help numbers wait to be confirmed: for their coordinators; for the secretariat where there is none. */
import type { Actor } from '../../platform/session/actor.ts'
import type { NextStep, NextSteps } from '../../platform/session/next-step.ts'
import { urls } from '../../urls.ts'
import { countryName } from '../authorities/index.ts'
import { type HelplinesJobsDeps, todayIn } from './deps.ts'
import { askingOf } from './keeping-rules.ts'
import { keptLines } from './merge-rules.ts'

export type StepsDeps = Pick<
  HelplinesJobsDeps,
  'database' | 'clock' | 'helplines' | 'countries' | 'coordinatorsIn' | 'countriesToAsk'
> & {
  /** Countries of these associations, upper case. */
  countriesOf(associations: readonly string[]): Promise<readonly string[]>
}

export function helplinesNextSteps(deps: StepsDeps): NextSteps {
  return async (actor, { t, tag }) => {
    const steps: NextStep[] = []
    for (const country of await countriesFor(deps, actor)) {
      const shipped = deps.helplines.shippedOf(country)
      if (!shipped) continue
      const today = todayIn(deps, country, deps.clock.now())
      const asking = askingOf(keptLines(shipped, deps.helplines.changesOf(country)), today)
      if (!asking) continue
      const text = t('helplines.next', { count: asking.count })
      const place = { where: countryName(country, tag), href: urls.officeHelplines(country) }
      steps.push({ rank: 'safety', text, ...place, due: asking.until })
    }
    return steps
  }
}

async function countriesFor(deps: StepsDeps, { roles }: Actor): Promise<readonly string[]> {
  const { db } = deps.database
  const associations = roles.flatMap(({ role, scope }) =>
    role === 'coordinator' && scope.kind === 'association' ? [scope.id] : [],
  )
  const own = associations.length > 0 ? await deps.countriesOf(associations) : []
  if (!roles.some(({ role, scope }) => role === 'secretariat' && scope.kind === 'instance')) return [...new Set(own)]
  const orphaned: string[] = []
  for (const country of await deps.countriesToAsk(db)) {
    if ((await deps.coordinatorsIn(db, country)).length === 0) orphaned.push(country)
  }
  return [...new Set([...own, ...orphaned])]
}
