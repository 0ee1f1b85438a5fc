/** What counting how far members have come needs from other areas. */
import { Readable } from 'node:stream'
import { readAssociations } from './areas/associations/index.ts'
import { importPoints } from './areas/authorities/index.ts'
import { type ChecklistDeps, countStandings, kindName } from './areas/checklist/index.ts'
import { type CoverageOfficeDeps, keepCoverageHandler } from './areas/coverage/index.ts'
import { codesAndPlaces } from './areas/mergers/index.ts'
import { keepFirstAddresses } from './areas/page-finder/index.ts'
import { askedOf, countAsked } from './areas/questions/index.ts'
import { membersNeeds } from './areas/watching/index.ts'
import type { Log } from './platform/log.ts'
import { createKeptFrames } from './platform/map/kept-frames.ts'
import type { Services } from './services.ts'
import { sectionOfPage } from './ui/layout/town-sections.ts'

/** Every day: the counts of each association. */
export const coverageHandler = (checklist: ChecklistDeps, log: Log) =>
  keepCoverageHandler({ ...checklist, log, countStandings: (most) => countStandings(checklist, { most }) })

export function coverageDepsOf({
  database,
  clock,
  checklist,
  reference,
  i18n,
  pdf,
  config,
}: Services): CoverageOfficeDeps {
  return {
    database,
    clock,
    i18n,
    pdf,
    languages: reference.languages,
    frames: createKeptFrames(),
    instanceName: config.instanceName,
    countStandings: (most, within) => countStandings(checklist, { most, ...(within ? { within } : {}) }),
    readAssociation: async (db, id) => (await readAssociations(db, [id]))[0],
    readNeeds: async (translator, association, today) => {
      const needs = await membersNeeds(database.db, association, today)
      return needs.map(({ kind, searches }) => ({ kind: kindName(translator, reference.checklist, kind), searches }))
    },
    readAsked: async ({ t }, association, since) => {
      const { parts, ...counts } = askedOf(await countAsked(database.db, association, since), sectionOfPage)
      return { ...counts, parts: parts.map((one) => ({ ...one, part: t(`checklist.office.nav.${one.part}`) })) }
    },
    fillPlaces: async (act, { id, country, demonstration }, content) => {
      const places = await codesAndPlaces(content)
      if (typeof places === 'string') return places
      const { countries, languages } = reference
      const rows = Readable.from(places)
      return importPoints({ database, clock, countries, languages }, act, {
        ...{ rows, country, demonstration },
        keepWebsites: (tx, by, websites) => keepFirstAddresses(tx, by, id, websites),
      })
    },
    languagesOf: (country) => reference.countries.byIso(country)?.officialLanguages ?? [],
    readCountry: (country) => reference.countries.byIso(country),
  }
}
