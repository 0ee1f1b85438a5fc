import type { Clock } from '../../platform/clock.ts'
import type { RequestFault } from '../../platform/http/faults.ts'
import { urls } from '../../urls.ts'
import { chromeFor, readerFor, type SiteDeps } from './chrome.ts'
import { errorPage } from './pages/error-page.tsx'

const texts = {
  'not-found': ['error.notFound.title', 'error.notFound.text'],
  failed: ['error.failed.title', 'error.failed.text'],
  'too-many-requests': ['error.tooMany.title', 'error.tooMany.text'],
  'too-large': ['error.tooLarge.title', 'error.tooLarge.text'],
  forbidden: ['error.forbidden.title', 'error.forbidden.text'],
  unavailable: ['error.unavailable.title', 'error.unavailable.text'],
  unproven: ['error.unproven.title', 'error.unproven.text'],
} as const

/**
 * The page for whatever went wrong: in the language of the address, else of the browser; with the numbers of the
 * country of the address, else the chooser. It needs no database: it works when nothing else does.
 */
export function faultPage(
  site: SiteDeps,
  clock: Clock,
  request: { readonly path: string; readonly acceptLanguage: string | undefined },
  fault: RequestFault | 'failed',
): string {
  const [, lang = '', cc = ''] = request.path.split('/')
  const translator = site.i18n.translator(lang) ?? site.i18n.negotiate(request.acceptLanguage)
  const country = /^[a-z]{2}$/.test(cc) ? site.countries.byIso(cc) : undefined
  const reader = readerFor(site, translator, clock.now(), { country })
  const home = (language: string) => (country ? urls.country(language, country.iso) : urls.home(language))
  const [title, text] = texts[fault === 'failed' ? 'failed' : fault.kind]
  return errorPage({
    chrome: chromeFor(site, reader, country, home),
    title: translator.t(title),
    text: translator.t(text),
    homeHref: home(translator.language),
  })
}
