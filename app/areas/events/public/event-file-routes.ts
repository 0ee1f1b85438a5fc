/** Files of the European Day: pictures of links, posters, the list as a frame. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound, RequestFault } from '../../../platform/http/faults.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { sendPage } from '../../../platform/page-cache/send-page.ts'
import { PdfFault } from '../../../platform/pdf/pdf.ts'
import { withPrintBoxes } from '../../../platform/pdf/print-boxes.ts'
import { pngOf } from '../../../platform/picture.ts'
import type { PosterAsked } from '../../../urls/event-urls.ts'
import type { Town } from '../../../urls/town-paths.ts'
import { patterns, urls } from '../../../urls.ts'
import { type PresentedPaper, shareDrawing } from '../../help-pages/index.ts'
import type { EventPagesDeps } from '../deps.ts'
import { toldIn } from '../present-event.ts'
import { countryTag, editionsTag } from '../public-tag.ts'
import { openYear } from './editions.ts'
import { openPublic } from './open-event.ts'
import { languageAsked, type PageContext, yearAsked, yearPattern } from './public-page.ts'
import { renderFrame } from './render-frame.ts'
import { renderEventPoster, renderGeneralPoster } from './render-poster.ts'

const base = `${patterns.lang}/events${yearPattern}`
const read = { method: 'GET', permission: 'public' } as const

export function eventFileRoutes(deps: EventPagesDeps): Route<AppEnv>[] {
  return [
    { ...read, path: `${base}/share.png`, audit: 'events.read-picture', handle: (c) => yearPicture(deps, c) },
    {
      ...read,
      path: `${base}${patterns.id}/share.png`,
      audit: 'events.read-picture',
      handle: (c) => eventPicture(deps, c),
    },
    { ...read, path: `${base}/poster.pdf`, audit: 'events.read-poster', handle: (c) => generalPoster(deps, c) },
    {
      ...read,
      path: `${base}${patterns.id}/poster.pdf`,
      audit: 'events.read-poster',
      handle: (c) => eventPoster(deps, c),
    },
    { ...read, path: urls.eventsFrame(), audit: 'events.read-frame', handle: (c) => frame(deps, c) },
  ]
}

async function sendPicture(
  deps: EventPagesDeps,
  c: PageContext,
  draw: () => Promise<{ readonly title: string; readonly note: string; readonly dependsOn: readonly string[] }>,
): Promise<Response> {
  const { dir } = languageAsked(deps, c)
  const png = await deps.pictures.get(c.req.path, async () => {
    const { title, note, dependsOn } = await draw()
    return { value: await pngOf(shareDrawing({ dir, title, note, site: deps.site.instanceName })), dependsOn }
  })
  return c.body(png, 200, {
    ...{ 'content-type': 'image/png', 'cache-control': 'no-store', 'cdn-cache-control': 'public, max-age=60' },
    'x-robots-tag': 'noindex',
  })
}

function yearPicture(deps: EventPagesDeps, c: PageContext): Promise<Response> {
  const [{ t }, year] = [languageAsked(deps, c), yearAsked(c)]
  return sendPicture(deps, c, async () => {
    const { edition } = await openYear(deps, year)
    const note = edition.demonstration ? t('events.demonstration') : ''
    return { title: t('events.year.title', { year: `${year}` }), note, dependsOn: [editionsTag] }
  })
}

/** What is shared stays for years in the memory of other companies: no more than what it is called. */
function eventPicture(deps: EventPagesDeps, c: PageContext): Promise<Response> {
  const [{ t, language }, year] = [languageAsked(deps, c), yearAsked(c)]
  return sendPicture(deps, c, async () => {
    const { town, newest } = await openPublic(deps, year, c.req.param('id') ?? '')
    const { event } = newest.document
    const told = toldIn(deps, event)
    const title = (told.find((one) => one.language === language) ?? told[0])?.title || t(`events.kind.${event.kind}`)
    const note = town.demonstration ? t('events.demonstration') : ''
    return { title, note, dependsOn: [countryTag(year, town.country), town.id] }
  })
}

const sizes = ['a4', 'a3'] as const

/** @throws {RequestFault} where there is no such poster. */
function sheetAsked(c: PageContext): Omit<PosterAsked, 'town'> {
  const size = sizes.find((one) => one === c.req.query('size'))
  const print = c.req.query('print') ?? ''
  if (!size || !['', 'shop'].includes(print)) throw notFound()
  return { size, shop: print === 'shop' }
}

/** `nl/example-town`; undefined where none is named. @throws {RequestFault} where it can be none. */
function townAsked(c: PageContext): Town | undefined {
  const text = c.req.query('town') ?? ''
  if (text === '') return undefined
  const [, country, slug] = /^([a-z]{2})\/([a-z0-9-]+)$/.exec(text) ?? []
  if (!country || !slug) throw notFound()
  return { country: country.toUpperCase(), slug }
}

async function sendPoster(
  deps: EventPagesDeps,
  c: PageContext,
  { name, shop }: { readonly name: string; readonly shop: boolean | undefined },
  present: (translator: Translator) => Promise<PresentedPaper>,
): Promise<Response> {
  const translator = languageAsked(deps, c)
  const key = `event poster ${c.req.path}${new URL(c.req.url).search}`
  const bytes = await deps.papers
    .get(key, () => present(translator))
    .catch((error: unknown) => {
      // Too many at once, or a machine too busy: it can be asked for again.
      throw error instanceof PdfFault ? new RequestFault('unavailable') : error
    })
  return c.body(shop ? await withPrintBoxes(bytes) : bytes, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${name}${shop ? '-print' : ''}.pdf"`,
    'cache-control': 'no-store',
    'cdn-cache-control': 'public, max-age=1',
    'x-robots-tag': 'noindex',
  })
}

async function generalPoster(deps: EventPagesDeps, c: PageContext): Promise<Response> {
  const [year, sheet, town] = [yearAsked(c), sheetAsked(c), townAsked(c)]
  const file = { name: `european-day-${year}-${sheet.size}`, shop: sheet.shop }
  return sendPoster(deps, c, file, (translator) => renderGeneralPoster(deps, translator, year, { ...sheet, town }))
}

async function eventPoster(deps: EventPagesDeps, c: PageContext): Promise<Response> {
  const [year, sheet, id, text] = [yearAsked(c), sheetAsked(c), c.req.param('id') ?? '', c.req.query('read') ?? '']
  return sendPoster(deps, c, { name: `event-${sheet.size}`, shop: sheet.shop }, (translator) =>
    renderEventPoster(deps, translator, { ...sheet, year, id, read: text }),
  )
}

/** What towns do on the day is no secret and there is nothing to press but links: any website may show it. */
async function frame(deps: EventPagesDeps, c: PageContext): Promise<Response> {
  const { i18n, countries } = deps.site
  const translator = i18n.translator(c.req.query('lang') ?? '') ?? i18n.negotiate(c.req.header('accept-language'))
  const [town, country] = [townAsked(c), countries.byIso(c.req.query('country') ?? '')?.iso]
  const of = { lang: translator.language, ...(country ? { country } : {}), ...(town ? { town } : {}) }
  // Never the address asked for: pages under their address are answered past this route, with the usual headers.
  const key = `frame ${urls.eventsFrame(of)}`
  const answer = sendPage(c, await deps.pageCache.get(key, () => renderFrame(deps, translator, { country, town })))
  const policy = answer.headers.get('content-security-policy') ?? ''
  answer.headers.set('content-security-policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'))
  answer.headers.delete('x-frame-options')
  answer.headers.set('cross-origin-resource-policy', 'cross-origin')
  answer.headers.set('vary', 'Accept-Encoding, Accept-Language')
  answer.headers.set('x-robots-tag', 'noindex')
  return answer
}
