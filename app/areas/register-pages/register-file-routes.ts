/** Files of the register: every signatory for programs, pictures, what the press takes along, the map as a frame. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { problem } from '../../platform/http/problem.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { sendPage } from '../../platform/page-cache/send-page.ts'
import { pngOf } from '../../platform/picture.ts'
import type { PressFile } from '../../urls/register-page-urls.ts'
import { absolute, patterns, urls } from '../../urls.ts'
import type { Country } from '../authorities/index.ts'
import { shareDrawing } from '../help-pages/index.ts'
import { nameIsOpening, registerTag, signatoryByNumber } from '../register/index.ts'
import { countryAsked, languageAsked, numberAsked, numberPattern } from './address.ts'
import type { RegisterPagesDeps } from './deps.ts'
import { formats } from './export-rules.ts'
import { mapDrawing } from './map-drawing.ts'
import { readMap } from './map-facts.ts'
import { readCells } from './memory.ts'
import { mapFrame } from './pages/map-frame.tsx'
import { pressFile } from './press-kit.ts'
import { allInvented, mapTitle, standingSentence } from './site-words.ts'
import { exportStream, fileTypes } from './write-export.ts'

type Ctx = Context<AppEnv>

const base = `${patterns.lang}/register`
const read = { method: 'GET', permission: 'public' } as const

const pressTypes: Readonly<Record<PressFile, string>> = {
  'kit.zip': 'application/zip',
  'facts.txt': 'text/plain; charset=utf-8',
  'signatories.csv': fileTypes.csv,
  'map.svg': 'image/svg+xml',
  'map.png': 'image/png',
}

export function registerFileRoutes(deps: RegisterPagesDeps): Route<AppEnv>[] {
  return [...dataRoutes(deps), ...pictureRoutes(deps), pressRoute(deps), frameRoute(deps)]
}

/** A register says at once who has withdrawn: what programs keep is asked for anew. */
function dataRoutes(deps: RegisterPagesDeps): Route<AppEnv>[] {
  const from = { database: deps.database, baseUrl: deps.site.baseUrl, official: deps.authorised !== undefined }
  return formats.map((format) => ({
    ...read,
    path: urls.registerFile(format),
    audit: 'register.read-file',
    handle: (c) => {
      const wanted = c.req.query('country') ?? ''
      const country = deps.site.countries.byIso(wanted)?.iso
      if (wanted !== '' && country === undefined) {
        return problem(c, 422, 'country is the ISO 3166-1 code of a country that the register knows, such as nl.')
      }
      const { t } = deps.site.i18n.negotiate('en')
      const notice =
        deps.authorised === undefined ? t('register.notOfficial') : `${t('register.authorised')} ${deps.authorised}`
      const part = { after: wholeNumber(c.req.query('after')), most: wholeNumber(c.req.query('most')) }
      return c.body(exportStream(from, { format, country, notice, ...part }), 200, {
        'content-type': fileTypes[format],
        'cache-control': 'public, max-age=10',
        'access-control-allow-origin': '*',
        ...(format === 'csv' ? { 'content-disposition': 'attachment; filename="signatories.csv"' } : {}),
      })
    },
  }))
}

const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^[0-9]{1,9}$/.test(text) ? Number(text) : undefined

/** Made once, until the register changes. */
function sendFile(
  deps: RegisterPagesDeps,
  c: Ctx,
  type: string,
  make: () => Promise<Uint8Array<ArrayBuffer> | undefined>,
): Promise<Response> {
  const value = async () => {
    const made = await make()
    if (!made) throw notFound()
    return { value: made, dependsOn: [registerTag] }
  }
  return deps.memory.files.get(c.req.path, value).then((bytes) =>
    c.body(bytes, 200, {
      ...{ 'content-type': type, 'cache-control': 'no-store', 'cdn-cache-control': 'public, max-age=60' },
      'x-robots-tag': 'noindex',
    }),
  )
}

function pictureRoutes(deps: RegisterPagesDeps): Route<AppEnv>[] {
  const drawn = ({ dir }: Translator, title: string, note: string) =>
    pngOf(shareDrawing({ dir, title, note, site: deps.site.instanceName }))
  return [
    {
      ...read,
      path: `${base}/map.svg`,
      audit: 'register.read-picture',
      handle: (c) => {
        const { t, tag } = languageAsked(deps, c)
        return sendFile(deps, c, 'image/svg+xml', async () => {
          const map = await readMap(deps)
          const words = { title: t('register.map.title'), text: t('register.map.text'), lang: tag }
          return map && new Uint8Array(Buffer.from(mapDrawing(map, words), 'utf8'))
        })
      },
    },
    {
      ...read,
      path: `${base}/share.png`,
      audit: 'register.read-picture',
      handle: (c) => {
        const translator = languageAsked(deps, c)
        return sendFile(deps, c, 'image/png', () => drawn(translator, translator.t('register.title'), ''))
      },
    },
    {
      ...read,
      path: `${base}${numberPattern}/share.png`,
      audit: 'register.read-picture',
      handle: (c) => {
        const [translator, number] = [languageAsked(deps, c), numberAsked(c)]
        return sendFile(deps, c, 'image/png', async () => {
          const { t } = translator
          const found = await deps.database.read((db) => signatoryByNumber(db, number))
          if (!found) throw notFound()
          // What is shared stays for years in the memory of other companies: no name that may have to be erased.
          const title = nameIsOpening(found.kind)
            ? t('register.share.number', { number: String(number) })
            : t('register.share.name', { name: found.name })
          return drawn(translator, title, found.demonstration ? t('register.demonstration') : '')
        })
      },
    },
  ]
}

function pressRoute(deps: RegisterPagesDeps): Route<AppEnv> {
  const names = Object.keys(pressTypes).map((name) => name.replace('.', '[.]'))
  return {
    ...read,
    path: `${base}/press${patterns.cc}/:file{(?:${names.join('|')})}`,
    audit: 'register.read-press-file',
    handle: (c) => {
      const [translator, country] = [languageAsked(deps, c), countryAsked(deps, c)]
      const file = (Object.keys(pressTypes) as PressFile[]).find((name) => name === c.req.param('file'))
      if (!file) throw notFound()
      return sendFile(deps, c, pressTypes[file], () => pressFile(deps, translator, country, file))
    },
  }
}

/** Who signed is no secret and the page has nothing to press but a link: any website may show it. */
function frameRoute(deps: RegisterPagesDeps): Route<AppEnv> {
  return {
    ...read,
    path: urls.registerMapFrame(),
    audit: 'register.read-frame',
    handle: async (c) => {
      const { i18n } = deps.site
      const translator = i18n.translator(c.req.query('lang') ?? '') ?? i18n.negotiate(c.req.header('accept-language'))
      // Never the address asked for: pages under their address are answered past this route, with the usual headers.
      const country = deps.site.countries.byIso(c.req.query('country') ?? '')
      const key = `frame ${urls.registerMapFrame(translator.language, country?.iso)}`
      const answer = sendPage(c, await deps.pageCache.get(key, () => renderFrame(deps, translator, country)))
      const policy = answer.headers.get('content-security-policy') ?? ''
      answer.headers.set('content-security-policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'))
      answer.headers.delete('x-frame-options')
      answer.headers.set('cross-origin-resource-policy', 'cross-origin')
      answer.headers.set('vary', 'Accept-Encoding, Accept-Language')
      answer.headers.set('x-robots-tag', 'noindex')
      return answer
    },
  }
}

async function renderFrame(deps: RegisterPagesDeps, translator: Translator, country: Country | undefined) {
  const cells = await readCells(deps)
  const html = mapFrame({
    translator,
    css: deps.site.styles.register,
    title: mapTitle(translator, country?.iso),
    counts: standingSentence(translator, cells, country?.iso) ?? translator.t('register.nobody'),
    map: await readMap(deps, country?.iso),
    registerHref: absolute(deps.site.baseUrl, urls.register(translator.language, { country: country?.iso })),
    instance: deps.site.instanceName,
    authorised: deps.authorised,
    demonstration: allInvented(cells),
  })
  return { html, status: 200, dependsOn: [registerTag], validUntil: undefined } as const
}
