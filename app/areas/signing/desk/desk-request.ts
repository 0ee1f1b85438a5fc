/** What every handler of the secretariat's desk starts with. */
import { notFound } from '../../../platform/http/faults.ts'
import { officeSections } from '../../../ui/layout/office-sections.ts'
import { urls } from '../../../urls.ts'
import { type Application, readCase } from '../application-store.ts'
import type { SigningOfficeDeps } from '../deps.ts'
import type { OfficeContext } from '../office-request.ts'
import type { PactFrame } from '../pages/pact-frame.tsx'

export function deskFrame(c: OfficeContext, { instanceName }: SigningOfficeDeps): PactFrame {
  const of = c.get('frame')
  const workplace = { name: instanceName, items: officeSections(of, undefined, 'pact') }
  return { of, base: urls.pactApplications(), workplace }
}

/**
 * All who sign together, whose office asked first. What nobody has handed in yet is not shown here.
 *
 * @throws RequestFault not-found.
 */
export async function caseOfAddress(
  c: OfficeContext,
  deps: SigningOfficeDeps,
): Promise<readonly [Application, ...Application[]]> {
  const [lead, ...others] = await readCase(deps.database.db, c.req.param('id') ?? '')
  if (!lead || lead.status === 'draft') throw notFound()
  return [lead, ...others]
}
