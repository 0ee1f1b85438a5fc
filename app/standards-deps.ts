import { readAssociations } from './areas/associations/index.ts'
import { readAuthority } from './areas/authorities/index.ts'
import type { HelpPagesDeps } from './areas/help-pages/index.ts'
import type { StandardsOfficeDeps } from './areas/standards/index.ts'
import { createLinkTroubles } from './areas/watching/index.ts'
import { reachDepsOf } from './country-content-deps.ts'
import type { Services } from './services.ts'

/** What standard texts need from other areas. */
export function standardsDepsOf(services: Services, helpPages: HelpPagesDeps): StandardsOfficeDeps {
  const { database, clock, i18n, reference } = services
  const { languages, checklist, countries } = reference
  return {
    database,
    clock,
    i18n,
    languages,
    checklist,
    templates: reference.templates,
    linkTroubles: createLinkTroubles(database.db),
    ...reachDepsOf(services, helpPages),
    readArea: async (db, id) => {
      const found = await readAuthority(db, id)
      return found && found.kind !== 'municipality' ? found : undefined
    },
    readAssociation: async (db, id) => (await readAssociations(db, [id]))[0],
    languagesOf: (country) => countries.byIso(country)?.officialLanguages ?? [],
  }
}
