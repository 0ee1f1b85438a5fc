/** A certificate as PDF. It is made anew when the register changes, so that what has been erased is in none. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound, RequestFault } from '../../platform/http/faults.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { PdfFault } from '../../platform/pdf/pdf.ts'
import { qrCodeOf, qrSvg } from '../../platform/qr-code.ts'
import { absolute, patterns, urls } from '../../urls.ts'
import { readerFor } from '../help-pages/index.ts'
import { registerTag } from '../register/index.ts'
import type { CertificatesDeps } from './deps.ts'
import { presentCertificate } from './present-certificate.ts'
import { type Certified, readCertified } from './read-signature.ts'
import { type Stage, stageAsked } from './stage-rules.ts'
import { translatorOf } from './verify-routes.ts'

const originalLanguage = 'en'

export function certificateRoutes(deps: CertificatesDeps): Route<AppEnv>[] {
  return [
    {
      method: 'GET',
      path: `${patterns.lang}/register/:number{[0-9]{1,9}}/certificate.pdf`,
      permission: 'public',
      audit: 'certificates.read-certificate',
      handle: (c) => send(c, deps),
    },
  ]
}

/** Where the signature has ended there is no certificate any more: the page that says so stands in its place. */
async function send(c: Context<AppEnv>, deps: CertificatesDeps): Promise<Response> {
  const translator = translatorOf(c, deps)
  const { language } = translator
  const [number, stage] = [Number(c.req.param('number')), stageAsked(c.req.query('stage'))]
  const certified = stage && (await deps.database.read((db) => readCertified(deps, db, number)))
  if (!certified) throw notFound()
  if (certified.record.status !== 'signed') return c.redirect(urls.verify(language, certified.code), 302)
  if (!certified.stages.some((one) => one.stage === stage)) throw notFound()
  const day = deps.clock.now().toZonedDateTimeISO('UTC').toPlainDate()
  const key = `${day} ${urls.certificate(language, number, stage)}`
  const bytes = await deps.papers
    .get(key, () => renderCertificate(deps, translator, number, stage))
    .catch((error: unknown) => {
      // Too many at once, or a machine too busy: it can be asked for again.
      throw error instanceof PdfFault ? new RequestFault('unavailable') : error
    })
  return c.body(bytes, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="pact-${number}-${stage}-${language}.pdf"`,
    'cache-control': 'no-store',
    'cdn-cache-control': 'public, max-age=1',
    'x-robots-tag': 'noindex',
  })
}

/** Read once more, within the making: what changes meanwhile throws it away. */
async function renderCertificate(deps: CertificatesDeps, translator: Translator, number: number, stage: Stage) {
  const certified = await deps.database.read((db) => readCertified(deps, db, number))
  const reached = certified?.stages.find((one) => one.stage === stage)
  if (!certified || !reached) throw notFound()
  const { site, authorised, clock } = deps
  const address = absolute(site.baseUrl, urls.verify(translator.language, certified.code))
  const country = site.countries.byIso(certified.record.country)
  const { languageName, timeZone, now } = readerFor(site, translator, clock.now(), { country })
  const document = presentCertificate(translator, {
    ...{ certified, reached, authorised, address, languageName },
    instance: deps.operator,
    qr: qrSvg(await qrCodeOf(address)),
    original: {
      href: absolute(site.baseUrl, urls.certificate(originalLanguage, number, stage)),
      language: languageName(originalLanguage),
    },
    today: now.toZonedDateTimeISO(timeZone).toPlainDate(),
  })
  return { document, dependsOn: dependsOn(certified) }
}

const dependsOn = ({ authority }: Certified): string[] => [registerTag, ...(authority ? [authority.id] : [])]
