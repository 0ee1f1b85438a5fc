/** Wires the office pages of the checklist: what they need from other areas and from the public page. */
import { areasOf, findExactly, readAuthorities, readAuthority } from './areas/authorities/index.ts'
import { type OfficeChecklistDeps, officeChecklistRoutes, undoRoutes } from './areas/checklist/index.ts'
import { type HelpPagesDeps, kindsServedByOthers, renderPreview } from './areas/help-pages/index.ts'
import type { AppEnv } from './platform/http/env.ts'
import { notFound } from './platform/http/faults.ts'
import type { Route } from './platform/http/route-table.ts'
import type { Services } from './services.ts'

export function officeRoutes(services: Services, helpPages: HelpPagesDeps): Route<AppEnv>[] {
  const { database, reference, i18n } = services
  const { db } = database
  const deps: OfficeChecklistDeps = {
    ...services.checklist,
    i18n,
    lanzarote: reference.lanzarote,
    countries: reference.countries,
    readAuthority: (id) => readAuthority(db, id),
    readAuthorities: (ids) => readAuthorities(db, ids),
    readAreasOf: async (id) => (await areasOf(db, id)).filter((area) => area.id !== id),
    findAuthorities: (country, codeOrName) => findExactly(db, country, codeOrName),
    readKindsServedByOthers: (id) => database.read((reader) => kindsServedByOthers(reader, id)),
    renderPreview: async (id, language, document) => {
      const [authority, translator] = [await readAuthority(db, id), i18n.translator(language)]
      const country = authority && reference.countries.byIso(authority.country)
      if (!authority || !country || !translator) throw notFound()
      return renderPreview(helpPages, translator, country, authority, document)
    },
  }
  return [...officeChecklistRoutes(deps), ...undoRoutes(services.contacts)]
}
