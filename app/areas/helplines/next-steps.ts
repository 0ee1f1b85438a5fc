/** Countries whose help numbers wait to be confirmed: for their coordinators; for the secretariat where there is none. */

import type { LinkTroubles } from '../../platform/net/link-trouble.ts'
import type { Actor } from '../../platform/session/actor.ts'
import type { NextStep, NextSteps } from '../../platform/session/next-step.ts'
import { urls } from '../../urls.ts'
import { countryName } from '../authorities/index.ts'
import { type HelplinesJobsDeps, todayIn } from './deps.ts'
import { askingOf } from './keeping-rules.ts'
import { linksOfLines } from './link-rules.ts'
import { keptLines } from './merge-rules.ts'

export type StepsDeps = Pick<
  HelplinesJobsDeps,
  'database' | 'clock' | 'helplines' | 'countries' | 'coordinatorsIn' | 'countriesToAsk'
> & {
  /** Countries of these associations, upper case. */
  countriesOf(associations: readonly string[]): Promise<readonly string[]>
  readonly linkTroubles: LinkTroubles
}

export function helplinesNextSteps(deps: StepsDeps): NextSteps {
  return async (actor, translator) => {
    const { t, tag } = translator
    const steps: NextStep[] = []
    for (const country of await countriesFor(deps, actor)) {
      const shipped = deps.helplines.shippedOf(country)
      if (!shipped) continue
      const today = todayIn(deps, country, deps.clock.now())
      const lines = keptLines(shipped, deps.helplines.changesOf(country))
      const place = { where: countryName(country, tag), href: urls.officeHelplines(country) }
      const asking = askingOf(lines, today)
      if (asking) {
        const text = t('helplines.next', { count: asking.count })
        steps.push({ rank: 'safety', text, ...place, due: asking.until })
      }
      const troubles = [...(await deps.linkTroubles(translator, linksOfLines(lines))).values()]
      if (troubles.length > 0) {
        const rank = troubles.some(({ broken }) => broken) ? 'safety' : 'care'
        steps.push({ rank, text: t('helplines.links.next', { count: troubles.length }), ...place })
      }
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
