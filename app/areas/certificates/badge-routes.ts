/** The badge for websites of others. It sets no cookie, and nobody notes who asked for it. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { PlainHeaders } from '../../platform/http/security-headers.ts'
import { sendPage } from '../../platform/page-cache/send-page.ts'
import { urls } from '../../urls.ts'
import { registerTag } from '../register/index.ts'
import { badgeDrawing, badgeSizes } from './badge-drawing.ts'
import type { CertificatesDeps } from './deps.ts'
import { presentBadge } from './present-badge.ts'
import { readCertified } from './read-signature.ts'
import { stageAsked } from './stage-rules.ts'

/** The one answer beside a town's own frame that other websites may show. A withdrawal is seen within a minute. */
const headers: PlainHeaders = {
  'content-type': 'image/svg+xml; charset=utf-8',
  'cache-control': 'public, max-age=60',
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
  'x-robots-tag': 'noindex',
}

export function badgeRoutes(deps: CertificatesDeps): Route<AppEnv>[] {
  return [
    {
      method: 'GET',
      path: '/badge/:file{[0-9]{1,9}[.]svg}',
      permission: 'public',
      audit: 'certificates.read-badge',
      handle: async (c) => {
        const number = Number.parseInt(c.req.param('file') ?? '', 10)
        const size = badgeSizes.find((one) => one === (c.req.query('size') ?? 'medium'))
        const stage = stageAsked(c.req.query('stage'))
        if (!size || !stage) throw notFound()
        const { i18n, instanceName: instance } = deps.site
        const translator = i18n.translator(c.req.query('lang') ?? '') ?? i18n.negotiate(undefined)
        const key = urls.badge(number, { lang: translator.language, size, stage })
        const page = await deps.pageCache.get(key, async () => {
          const certified = await deps.database.read((db) => readCertified(deps, db, number))
          if (!certified) throw notFound()
          const facts = { certified, size, stage, instance, authorised: deps.authorised }
          return {
            html: badgeDrawing(presentBadge(translator, facts)),
            ...{ status: 200, headers, validUntil: undefined },
            dependsOn: [registerTag, ...(certified.authority ? [certified.authority.id] : [])],
          }
        })
        return sendPage(c, page)
      },
    },
  ]
}
