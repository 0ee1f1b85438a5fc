/** What every handler of feeds starts with: whose they are, the clock there, the languages in which it writes. */
import { notFound } from '../../../../platform/http/faults.ts'
import type { Translator } from '../../../../platform/i18n/messages.ts'
import { officeSections } from '../../../../ui/layout/office-sections.ts'
import { townSections } from '../../../../ui/layout/town-sections.ts'
import { urls } from '../../../../urls.ts'
import type { FeedOwner } from '../../feeds/feed-schema.ts'
import type { OfficeChecklistDeps } from '../deps.ts'
import { type OfficeContext, type OfficeRequest, openOffice, savedNotice } from '../office-request.ts'
import type { FeedFrame } from './pages/feed-frame.tsx'

export interface FeedOffice {
  readonly owner: FeedOwner
  readonly frame: FeedFrame
  readonly translator: Translator
  /** Codes of the languages in which the owner writes, its own first; never empty. */
  readonly official: readonly string[]
  readonly timeZone: string
  /** Of a town: for what its services are called. */
  readonly office: OfficeRequest | undefined
}

/** @throws RequestFault not-found where the owner is gone. */
export async function openFeedOffice(c: OfficeContext, deps: OfficeChecklistDeps): Promise<FeedOffice> {
  const subject = c.get('subject')
  return subject.kind === 'association' ? ofAssociation(c, deps, subject.id) : ofTown(c, deps)
}

async function ofTown(c: OfficeContext, deps: OfficeChecklistDeps): Promise<FeedOffice> {
  const office = await openOffice(c, deps)
  const { authority, frame, translator, official } = office
  const { of, town, townName, saved } = frame
  return {
    owner: { type: 'authority', id: authority.id },
    frame: {
      ...{ of, translator, saved, type: 'authority', feeds: urls.officeFeeds(town), town },
      workplace: { name: townName, items: townSections(of, town, 'checklist') },
    },
    ...{ translator, official, timeZone: authority.timeZone, office },
  }
}

async function ofAssociation(c: OfficeContext, deps: OfficeChecklistDeps, id: string): Promise<FeedOffice> {
  const found = await deps.readAssociation(deps.database.db, id)
  if (!found) throw notFound()
  const of = c.get('frame')
  const translator = c.get('translator')
  const { country, timeZone, names, name } = found
  return {
    owner: { type: 'association', id },
    frame: {
      ...{ of, translator, type: 'association', feeds: urls.associationFeeds(found), town: undefined },
      saved: savedNotice(c.req.query('saved')),
      workplace: { name: names[translator.language] ?? name, items: officeSections(of, found, 'feeds') },
    },
    ...{ translator, timeZone, office: undefined },
    official: [
      ...new Set([
        ...(deps.countries.byIso(country)?.officialLanguages ?? []),
        ...deps.i18n.offered.map(({ code }) => code),
      ]),
    ],
  }
}
