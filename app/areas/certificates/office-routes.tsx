/** The office's page about certificate and badge. */
import type { Context } from 'hono'
import { type AppEnv, authorityOf } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { townSections } from '../../ui/layout/town-sections.ts'
import { patterns } from '../../urls.ts'
import { readAuthority } from '../authorities/index.ts'
import { signatoriesOf, signedBefore } from '../register/index.ts'
import type { CertificatesDeps } from './deps.ts'
import { OfficeCertificatePage } from './pages/office-page.tsx'
import { presentOffice } from './present-office.ts'
import { readCertifiedOf } from './read-signature.ts'
import { stageAsked } from './stage-rules.ts'

export function officeCertificateRoutes(deps: CertificatesDeps): Route<AppEnv>[] {
  return [
    {
      method: 'GET',
      path: `/office${patterns.cc}${patterns.slug}/pact/certificate`,
      permission: 'certificates.read',
      audit: 'certificates.show-office',
      handle: (c) => show(c, deps),
    },
  ]
}

async function show(c: Context<AppEnv>, deps: CertificatesDeps): Promise<Response> {
  const { database, site } = deps
  const town = await readAuthority(database.db, authorityOf(c).id)
  if (!town) throw notFound()
  const of = c.get('frame')
  const { language } = of.translator
  const certified = await readCertifiedOf(deps, database.db, town.id)
  const wanted = [c.req.query('lang') ?? '', ...town.officialLanguages]
  const [badgeTranslator = of.translator] = wanted.flatMap((code) => site.i18n.translator(code) ?? [])
  const asked = stageAsked(c.req.query('stage'))
  const stage = certified?.stages.find((one) => one.stage === asked)?.stage ?? 'signed'
  const facts = { offered: site.i18n.offered, baseUrl: site.baseUrl, authorised: deps.authorised }
  const badge = { translator: badgeTranslator, stage }
  const page = (
    <OfficeCertificatePage
      of={of}
      workplace={{ name: town.names[language] ?? town.name, items: townSections(of, town, 'certificate') }}
      town={town}
      earlier={certified ? [] : await signedBefore(database.db, town.id)}
      signature={certified && presentOffice(of.translator, { certified, badge, ...facts })}
    />
  )
  return c.html(renderDocument(page), 200, { 'cache-control': 'no-store' })
}

/** Shows the way to that page in the office of a town that has signed. Called for each request that a guard has let in. */
export function createShowSigned({ database: { db } }: Pick<CertificatesDeps, 'database'>) {
  return async (c: Context<AppEnv>): Promise<void> => {
    const subject = c.get('subject')
    if (subject.kind !== 'authority') return
    if ((await signatoriesOf(db, subject.id)).length > 0) c.set('frame', { ...c.get('frame'), signed: true })
  }
}
