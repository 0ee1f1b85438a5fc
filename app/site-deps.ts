/** What every public page is made with. */
import type { SiteDeps } from './areas/help-pages/index.ts'
import { publicStyles } from './platform/http/assets.ts'
import type { Services } from './services.ts'

export function siteDepsOf(services: Services): SiteDeps {
  const { reference, helplines, i18n, config, holidays } = services
  return {
    i18n,
    countries: reference.countries,
    helplines,
    quickExit: reference.quickExit,
    isPublicHoliday: holidays.isPublicHoliday,
    baseUrl: config.baseUrl,
    instanceName: config.instanceName,
    styles: publicStyles(),
  }
}
