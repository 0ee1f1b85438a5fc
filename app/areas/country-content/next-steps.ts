/** Legal notes whose source nobody has looked at for a year: for the coordinators of the country. */
import type { NextStep, NextSteps } from '../../platform/session/next-step.ts'
import { urls } from '../../urls.ts'
import { countryName } from '../authorities/index.ts'
import type { CountryContentDeps } from './deps.ts'
import { isStale } from './note-rules.ts'
import { publishedNotes } from './note-store.ts'

export function legalNextSteps(deps: CountryContentDeps): NextSteps {
  return async ({ roles }, { t, tag }) => {
    const own = roles.flatMap(({ role, scope }) =>
      role === 'coordinator' && scope.kind === 'association' ? [scope.id] : [],
    )
    const countries = new Set((await deps.readAssociations(own)).map(({ country }) => country))
    const steps: NextStep[] = []
    for (const iso of countries) {
      const country = deps.countries.byIso(iso)
      if (!country) continue
      const today = deps.clock.now().toZonedDateTimeISO(country.timeZone).toPlainDate()
      const count = (await publishedNotes(deps.database.db, iso)).filter((note) => isStale(note, today)).length
      if (count === 0) continue
      const text = t('legal.next', { count })
      steps.push({ rank: 'care', text, where: countryName(iso, tag), href: urls.officeLegal(iso) })
    }
    return steps
  }
}
