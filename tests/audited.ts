/** The register of a test application, checked as anybody can: over its public addresses alone. */
import { type AuditReport, auditRegister } from '../app/areas/register/index.ts'
import type { TestApp } from './test-app.ts'

export function audited({ request, baseUrl }: Pick<TestApp, 'request' | 'baseUrl'>): Promise<AuditReport> {
  const net = {
    ask: async ({ url }: { readonly url: string }) => {
      const { pathname, search } = new URL(url)
      const answer = await request(`${pathname}${search}`)
      const body = Buffer.from(await answer.arrayBuffer())
      return { outcome: 'answered', status: answer.status, url, hops: [], headers: {}, body } as const
    },
  }
  return auditRegister(net, baseUrl, undefined, async () => undefined)
}
