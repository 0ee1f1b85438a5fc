/** Plans that wait for decisions: for coordinators of the country, and for the secretariat. */
import type { NextStep, NextSteps } from '../../platform/session/next-step.ts'
import { urls } from '../../urls.ts'
import { countryName } from '../authorities/index.ts'
import { undecided } from './apply-rules.ts'
import type { MergersOfficeDeps } from './deps.ts'
import { openPlans, readItems } from './plan-store.ts'

export function mergersNextSteps(deps: MergersOfficeDeps): NextSteps {
  return async ({ roles }, { t, tag }) => {
    const { db } = deps.database
    const associations = roles.flatMap(({ role, scope }) =>
      role === 'coordinator' && scope.kind === 'association' ? [scope.id] : [],
    )
    const all = roles.some(({ role, scope }) => role === 'secretariat' && scope.kind === 'instance')
    const countries = all ? undefined : associations.length > 0 ? await deps.countriesOf(associations) : []
    const steps: NextStep[] = []
    for (const { id, country, validFrom } of await openPlans(db, countries)) {
      const count = undecided(await readItems(db, id)).length
      const text = count > 0 ? t('mergers.next', { count }) : t('mergers.nextApply')
      const place = { where: countryName(country, tag), href: urls.officePlan(country) }
      steps.push({ rank: 'care', text, ...place, due: validFrom })
    }
    return steps
  }
}
