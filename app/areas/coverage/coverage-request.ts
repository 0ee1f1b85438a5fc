/** What every handler about an association's members starts with. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { OfficeFrameProps } from '../../ui/layout/office-frame.tsx'
import { officeSections } from '../../ui/layout/office-sections.ts'
import type { CoverageOfficeDeps, NamedAssociation } from './deps.ts'

export type OfficeContext = Context<AppEnv>

export interface CoverageRequest {
  readonly association: NamedAssociation
  readonly workplace: NonNullable<OfficeFrameProps['workplace']>
}

/** @throws RequestFault not-found for an association that is gone. */
export async function openAssociation(c: OfficeContext, deps: CoverageOfficeDeps): Promise<CoverageRequest> {
  const subject = c.get('subject')
  const association =
    subject.kind === 'association' ? await deps.readAssociation(deps.database.db, subject.id) : undefined
  if (!association) throw notFound()
  const of = c.get('frame')
  const name = association.names[of.translator.language] ?? association.name
  return { association, workplace: { name, items: officeSections(of, association, 'coverage') } }
}
