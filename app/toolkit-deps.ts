/** What the toolkit needs from other areas. */
import { readAssociations } from './areas/associations/index.ts'
import { findBySlug } from './areas/authorities/index.ts'
import { editionsTag, newestYear } from './areas/events/index.ts'
import type { HelpPagesDeps } from './areas/help-pages/index.ts'
import { drawArms } from './areas/prints/index.ts'
import { namesNumber } from './areas/standards/index.ts'
import type { ToolkitOfficeDeps, ToolkitPagesDeps } from './areas/toolkit/index.ts'
import { type LinkTrouble, readLinks, troubleOf } from './areas/watching/index.ts'
import type { Services } from './services.ts'

export function toolkitPagesDepsOf(services: Services, helpPages: HelpPagesDeps): ToolkitPagesDeps {
  const { site, database, pageCache, papers, clock } = helpPages
  const { languages, lanzarote } = services.reference
  const townArms: ToolkitPagesDeps['townArms'] = async (country, slug) => {
    const town = (await database.read((db) => findBySlug(db, country, slug)))?.authority
    const drawing = town && (await drawArms({ database, files: services.files }, town.id))
    return town && drawing ? { id: town.id, name: town.name, names: town.names, drawing } : undefined
  }
  const theDay = async () => ({ year: await newestYear({ database, clock }), dependsOn: editionsTag })
  return { site, database, pageCache, papers, clock, languages, lanzarote, files: services.files, townArms, theDay }
}

export function toolkitOfficeDepsOf({
  database,
  clock,
  config,
  reference,
  files,
  fileIntake,
}: Services): ToolkitOfficeDeps {
  const { languages, countries } = reference
  return {
    ...{ database, clock, languages, readAssociations, namesNumber, files, fileIntake },
    instanceName: config.instanceName,
    articleCount: reference.lanzarote.articles.length,
    brokenLinks: async (db, urls) => {
      const states = [...(await readLinks(db, urls)).values()]
      const isBroken = (trouble: LinkTrouble | undefined) => trouble === 'link-gone' || trouble === 'link-failing'
      return new Set(states.filter((state) => isBroken(troubleOf(state))).map(({ url }) => url))
    },
    languagesOf: (country) => countries.byIso(country)?.officialLanguages ?? [],
  }
}
