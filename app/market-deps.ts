/** What the market of a meeting needs from other areas. */
import type { HelpPagesDeps } from './areas/help-pages/index.ts'
import type { MarketDeps, MarketPagesDeps } from './areas/market/index.ts'
import { signatoriesOf } from './areas/register/index.ts'
import { plansDepsOf } from './plans-deps.ts'
import type { Services } from './services.ts'

export function marketDepsOf(services: Services): MarketDeps {
  const { config, database, clock } = services
  return {
    ...{ database, clock, instanceName: config.instanceName },
    readTowns: plansDepsOf(services).readTowns,
    hasSigned: async (db, authority) => (await signatoriesOf(db, authority)).some(({ status }) => status === 'signed'),
  }
}

export function marketPagesDepsOf({ reference }: Services, helpPages: HelpPagesDeps): MarketPagesDeps {
  const { site, database, pageCache, clock } = helpPages
  return { site, database, pageCache, clock, languages: reference.languages }
}
