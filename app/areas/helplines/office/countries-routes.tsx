/** All countries, for the secretariat: a wrong number has to be found at night, too, where nothing waits. */
import type { AppEnv } from '../../../platform/http/env.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { urls } from '../../../urls.ts'
import { countryName } from '../../authorities/index.ts'
import { todayIn } from '../deps.ts'
import { dueLines } from '../keeping-rules.ts'
import { keptLines } from '../merge-rules.ts'
import type { OfficeHelplinesDeps } from './deps.ts'
import { type OfficeContext, page } from './office-request.ts'
import { CountriesPage, type CountryLine } from './pages/countries-page.tsx'

export function countriesRoutes(deps: OfficeHelplinesDeps): Route<AppEnv>[] {
  return [
    {
      method: 'GET',
      path: urls.instanceHelplines(),
      permission: 'helplines.read-all',
      audit: 'helplines.list-countries',
      handle: (c) => showCountries(c, deps),
    },
  ]
}

function showCountries(c: OfficeContext, deps: OfficeHelplinesDeps): Response {
  const { tag } = c.get('translator')
  const now = deps.clock.now()
  const countries = deps.countries.list.flatMap(({ iso }): CountryLine[] => {
    const shipped = deps.helplines.shippedOf(iso)
    if (!shipped) return []
    const lines = keptLines(shipped, deps.helplines.changesOf(iso))
    const due = dueLines(lines, todayIn(deps, iso, now)).length
    return [{ name: countryName(iso, tag), href: urls.officeHelplines(iso), due }]
  })
  const { compare } = new Intl.Collator(tag)
  return page(
    c,
    <CountriesPage of={c.get('frame')} countries={countries.toSorted((a, b) => compare(a.name, b.name))} />,
  )
}
