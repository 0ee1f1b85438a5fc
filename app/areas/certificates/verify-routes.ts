/** Whether a certificate still holds, by its code; and where the code is typed: by POST, which leads on. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { sendPage } from '../../platform/page-cache/send-page.ts'
import { patterns, urls } from '../../urls.ts'
import type { Country } from '../authorities/index.ts'
import { chromeFor, numbersOf, readerFor } from '../help-pages/index.ts'
import { registerTag } from '../register/index.ts'
import { checkOf, readCode } from './code-rules.ts'
import type { CertificatesDeps } from './deps.ts'
import { listOf } from './list-rules.ts'
import { codePage } from './pages/code-page.tsx'
import { verifyPage } from './pages/verify-page.tsx'
import { presentVerify } from './present-verify.ts'
import { type Certified, readCertified } from './read-signature.ts'

type Ctx = Context<AppEnv>

/** More is no code, however it is typed. */
const longest = 100

export function verifyRoutes(deps: CertificatesDeps): Route<AppEnv>[] {
  const form = `${patterns.lang}/verify`
  return [
    {
      method: 'GET',
      path: form,
      permission: 'public',
      audit: 'certificates.show-code',
      handle: (c) => showForm(c, deps, undefined, 200),
    },
    {
      method: 'POST',
      path: form,
      permission: 'public',
      audit: 'certificates.enter-code',
      handle: async (c) => {
        const typed = fieldText(await readForm(c.req.raw), 'code').slice(0, longest)
        const found = await find(deps, typed)
        return found
          ? c.redirect(urls.verify(translatorOf(c, deps).language, found.code), 303)
          : showForm(c, deps, typed, 422)
      },
    },
    {
      method: 'GET',
      path: `${form}/:code{[^/]{1,100}}`,
      permission: 'public',
      audit: 'certificates.verify',
      handle: async (c) => {
        const { language } = translatorOf(c, deps)
        const known = deps.pageCache.peek(c.req.path)
        if (known) return sendPage(c, known)
        const asked = c.req.param('code') ?? ''
        const found = await find(deps, asked)
        if (!found) return showForm(c, deps, asked, 404)
        const path = urls.verify(language, found.code)
        if (asked !== found.code) return c.redirect(path, 301)
        return sendPage(
          c,
          await deps.pageCache.get(path, () => render(deps, translatorOf(c, deps), found.record.number)),
        )
      },
    },
  ]
}

/** The language of the address. @throws {RequestFault} where nothing is offered in it. */
export function translatorOf(c: Ctx, { site }: Pick<CertificatesDeps, 'site'>): Translator {
  const translator = site.i18n.translator(c.req.param('lang') ?? '')
  if (!translator) throw notFound()
  return translator
}

/** A number that nobody has and a code that is wrong look the same. */
async function find(deps: CertificatesDeps, typed: string): Promise<Certified | undefined> {
  const code = readCode(typed)
  const certified = code && (await deps.database.read((db) => readCertified(deps, db, code.number)))
  return certified && checkOf(certified.record.first.hash) === code.check ? certified : undefined
}

function chromeOf(
  { site, clock }: CertificatesDeps,
  translator: Translator,
  country: Country | undefined,
  pathIn: (lang: string) => string,
) {
  const reader = readerFor(site, translator, clock.now(), { country })
  return { reader, chrome: chromeFor(site, reader, country, pathIn) }
}

function showForm(c: Ctx, deps: CertificatesDeps, typed: string | undefined, status: 200 | 404 | 422): Response {
  const translator = translatorOf(c, deps)
  const { chrome } = chromeOf(deps, translator, undefined, urls.verifyForm)
  const html = codePage({ chrome, action: urls.verifyForm(translator.language), typed })
  return c.html(html, status, { 'cache-control': 'no-store' })
}

async function render(deps: CertificatesDeps, translator: Translator, number: number): Promise<RenderedPage> {
  const certified = await deps.database.read((db) => readCertified(deps, db, number))
  if (!certified) throw notFound()
  const { record, code, authority, successors } = certified
  const shown = [...(authority ? [authority] : []), ...successors]
  const { site, authorised } = deps
  const country = site.countries.byIso(record.country)
  const { chrome, reader } = chromeOf(deps, translator, country, (lang) => urls.verify(lang, code))
  const { languageName } = reader
  const facts = { certified, instance: deps.operator, authorised, languageName, list: listOf(number) }
  const html = verifyPage({
    chrome,
    view: presentVerify(translator, facts),
    entryHref: urls.registerEntry(translator.language, number),
    otherHref: urls.verifyForm(translator.language),
    command: `npx safe-towns audit-register ${site.baseUrl}`,
  })
  return {
    html,
    status: 200,
    dependsOn: [registerTag, ...shown.map(({ id }) => id), ...(country ? [numbersOf(country.iso)] : [])],
    // Labels of help numbers are dated: no page outlives its day.
    validUntil: reader.now.toZonedDateTimeISO(reader.timeZone).add({ days: 1 }).startOfDay().toInstant(),
  }
}
