/** What programs read: the credential of a signature, the words it is written in, and the lists of those that have ended. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { orProblem } from '../../platform/http/problem.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { PlainHeaders } from '../../platform/http/security-headers.ts'
import { sendPage } from '../../platform/page-cache/send-page.ts'
import { urls } from '../../urls.ts'
import { registerTag } from '../register/index.ts'
import type { CertificatesDeps } from './deps.ts'
import { issueCredential, issueStage, issueStatusList } from './issue.ts'
import { presentContext, statusListAge } from './present-credential.ts'
import { presentStageContext } from './present-stage-credential.ts'
import { stageAsked } from './stage-rules.ts'

/** Whoever checks something may do so from any page, and keep it a minute. */
const headersOf = (type: string, seconds: number): PlainHeaders => ({
  'content-type': type,
  'cache-control': `public, max-age=${seconds}`,
  'access-control-allow-origin': '*',
})
const forCredentials = headersOf('application/vc', statusListAge / 1_000)
/** What stands at its address never changes. */
const forContext = headersOf('application/ld+json', 86_400)

export function credentialRoutes(deps: CertificatesDeps): Route<AppEnv>[] {
  const base = { method: 'GET', permission: 'public', audit: 'certificates.read-credential' } as const
  return [
    {
      ...base,
      path: '/register/:number{[0-9]{1,9}}/credential.json',
      handle: (c) => {
        const [number, stage] = [Number(c.req.param('number')), stageAsked(c.req.query('stage'))]
        // What nobody can reach is no address of the signature.
        const key = stage === undefined ? c.req.url : urls.credential(number, stage)
        return issued(c, deps, key, async () => {
          if (stage === undefined) return undefined
          if (stage !== 'signed') return issueStage(deps, number, stage)
          return withoutTown(await issueCredential(deps, number))
        })
      },
    },
    {
      ...base,
      path: '/register/status/:list{[0-9]{1,6}[.]json}',
      audit: 'certificates.read-status-list',
      handle: (c) => {
        const list = Number.parseInt(c.req.param('list') ?? '', 10)
        return issued(c, deps, urls.statusList(list), async () => withoutTown(await issueStatusList(deps, list)))
      },
    },
    {
      ...base,
      path: urls.credentialContext(),
      audit: 'certificates.read-context',
      handle: (c) => c.body(JSON.stringify(presentContext(deps.site.baseUrl)), 200, forContext),
    },
    {
      ...base,
      path: urls.stageContext(),
      audit: 'certificates.read-context',
      handle: (c) => c.body(JSON.stringify(presentStageContext(deps.site.baseUrl)), 200, forContext),
    },
  ]
}

interface Issued {
  readonly json: string
  /** Whose changes make it anew, beside those of the register. */
  readonly authority?: string
}

const withoutTown = (json: string | undefined): Issued | undefined => (json === undefined ? undefined : { json })

/** From memory, until what it was made from changes. */
function issued(
  c: Context<AppEnv>,
  { pageCache }: CertificatesDeps,
  key: string,
  issue: () => Promise<Issued | undefined>,
): Promise<Response> {
  return orProblem(c, 'The register has no such number.', async () => {
    const page = await pageCache.get(key, async () => {
      const made = await issue()
      if (!made) throw notFound()
      const dependsOn = [registerTag, ...(made.authority === undefined ? [] : [made.authority])]
      return { html: made.json, status: 200, headers: forCredentials, dependsOn, validUntil: undefined }
    })
    return sendPage(c, page)
  })
}
