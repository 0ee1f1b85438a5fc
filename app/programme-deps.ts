/** What the programme of a meeting needs from other areas. */
import { languageListText, parseLanguageList } from './areas/checklist/index.ts'
import type { HelpPagesDeps } from './areas/help-pages/index.ts'
import type { ProgrammeOfficeDeps, ProgrammePagesDeps } from './areas/programme/index.ts'
import { plansDepsOf } from './plans-deps.ts'
import type { Services } from './services.ts'

export function programmeOfficeDepsOf(services: Services): ProgrammeOfficeDeps {
  const { config, i18n, reference, database, clock } = services
  const { languages } = reference
  return {
    ...{ i18n, languages, database, clock, instanceName: config.instanceName, baseUrl: config.baseUrl },
    readTowns: plansDepsOf(services).readTowns,
    readLanguages: (text) => {
      const read = parseLanguageList(text, languages)
      return 'codes' in read ? read.codes : undefined
    },
    languagesText: (codes) => languageListText(codes, languages),
  }
}

export function programmePagesDepsOf({ reference }: Services, helpPages: HelpPagesDeps): ProgrammePagesDeps {
  const { site, database, pageCache, clock } = helpPages
  return { site, database, pageCache, clock, languages: reference.languages }
}
