/** An application as a whole: where it stands, checking it, handing it in, signing together. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { urls } from '../../urls.ts'
import { applicantOf } from './applicants.ts'
import { type Application, readCase } from './application-store.ts'
import { discardApplication, isOpen } from './begin.ts'
import { readContact } from './contact-store.ts'
import { dayAt, type SigningOfficeDeps } from './deps.ts'
import { readDocumentFacts } from './document-store.ts'
import { lastReturn } from './event-store.ts'
import { type JourneyPage, pageBefore, pagesOf } from './journey-rules.ts'
import {
  applicationOfAddress,
  bases,
  type DoneNotice,
  doneOf,
  type Office,
  type OfficeContext,
  openOffice,
  page,
} from './office-request.ts'
import { ApplicationPage, type ApplicationPageProps } from './pages/application-page.tsx'
import { CheckPage } from './pages/check-page.tsx'
import type { ToldFault } from './pages/pact-frame.tsx'
import { answerRows, nextOf, returnView, stationsOf } from './present-application.ts'
import { proofView } from './proof/view-proof.ts'
import { standingOf } from './standing.ts'
import { submitApplication, takeBack } from './submit.ts'
import { endInvitation } from './together.ts'

export function applicationRoutes(deps: SigningOfficeDeps): Route<AppEnv>[] {
  return bases.flatMap(({ path, permission }): Route<AppEnv>[] => {
    const one = `${path}/:id{[0-9a-f-]{36}}`
    const post = { method: 'POST', permission } as const
    return [
      { method: 'GET', path: one, permission, audit: 'signing.show', handle: (c) => show(c, deps) },
      {
        method: 'GET',
        path: `${one}/check`,
        permission,
        audit: 'signing.check',
        handle: (c) => showCheck(c, deps, []),
      },
      { ...post, path: `${one}/submit`, audit: 'signing.submit', handle: (c) => handIn(c, deps) },
      { ...post, path: `${one}/take-back`, audit: 'signing.take-back', handle: (c) => submitTakeBack(c, deps) },
      { ...post, path: `${one}/discard`, audit: 'signing.discard', handle: (c) => submitDiscard(c, deps) },
      ...(permission === 'signing.apply' && path.includes(':slug')
        ? [
            {
              ...post,
              path: `${one}/decline`,
              audit: 'signing.decline',
              handle: (c: OfficeContext) => submitDecline(c, deps),
            },
          ]
        : []),
    ]
  })
}

export interface ShownProof {
  readonly faults?: readonly ToldFault[]
  readonly typed?: { readonly email: string; readonly code: string }
}

export async function show(c: OfficeContext, deps: SigningOfficeDeps, shown: ShownProof = {}): Promise<Response> {
  const office = await openOffice(c, deps)
  const application = await applicationOfAddress(c, deps, office)
  const { db } = deps.database
  const translator = c.get('translator')
  const { id, kind, caseId, status } = application
  const standing = await standingOf(deps, application)
  const applicant = await applicantOf(db, deps, application)
  const [lead] = await readCase(db, caseId)
  const pages = pagesOf({ kind, follows: id !== caseId })
  const missing: readonly JourneyPage[] = standing.missing
  const { faults = [], typed = { email: '', code: '' } } = shown
  const props: ApplicationPageProps = {
    ...{ frame: office.frame, id, status, faults, done: doneOf(c) },
    name: applicant.name(translator) || translator.t(`signing.kind.${kind}`),
    stations: stationsOf(translator, standing),
    next: nextOf(translator, standing),
    number: standing.number,
    pages: pages.map((one) => ({ page: one, missing: missing.includes(one) })),
    returned: returnView(translator, lastReturn(standing.events), dayAt(deps.clock.now())),
    askedBy: lead && lead.id !== id ? (await applicantOf(db, deps, lead)).name(translator) : undefined,
    proof: { ...(await proofView(translator, deps, application, standing.proofs)), typed },
  }
  return page(c, <ApplicationPage {...props} />, faults.length > 0 ? 422 : 200)
}

async function showCheck(c: OfficeContext, deps: SigningOfficeDeps, faults: readonly ToldFault[]): Promise<Response> {
  const office = await openOffice(c, deps)
  const application = await applicationOfAddress(c, deps, office)
  if (!isOpen(application)) throw notFound()
  const { db } = deps.database
  const translator = c.get('translator')
  const { id, kind, caseId, readyAt } = application
  const [contact, document] = [await readContact(db, id), await readDocumentFacts(db, { application: id })]
  const standing = await standingOf(deps, application)
  const traveller = { kind, follows: id !== caseId }
  const props = {
    ...{ frame: office.frame, id, faults, ready: readyAt !== null },
    name: (await applicantOf(db, deps, application)).name(translator),
    before: pageBefore(traveller, 'check') ?? 'contact',
    rows: answerRows(translator, application, { contact, document, languages: deps.languages }),
    together: await togetherOf(c, deps, application),
    complete: standing.missing.length === 0,
    stations: stationsOf(translator, standing),
    next: nextOf(translator, standing),
  }
  return page(c, <CheckPage {...props} />, faults.length > 0 ? 422 : 200)
}

/** None where it signs alone. */
async function togetherOf(c: OfficeContext, deps: SigningOfficeDeps, { caseId }: Application) {
  const all = await readCase(deps.database.db, caseId)
  if (all.length < 2) return []
  return Promise.all(
    all.map(async (one) => ({
      name: (await applicantOf(deps.database.db, deps, one)).name(c.get('translator')),
      ready: one.readyAt !== null,
    })),
  )
}

const to = (c: OfficeContext, { base }: Office, id: string, done: DoneNotice): Response =>
  c.redirect(`${urls.application(base, id)}?done=${done}`, 303)

async function handIn(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const { id } = await applicationOfAddress(c, deps, office)
  const done = await submitApplication(deps, c.get('act'), id)
  const { t } = c.get('translator')
  if (done.outcome === 'gone') throw notFound()
  if (done.outcome === 'signed') return showCheck(c, deps, [{ field: 'main', text: t('signing.check.signed') }])
  if (done.outcome === 'missing') {
    const faults = done.pages.map((one) => ({
      field: 'main',
      text: t('signing.check.missing', { page: t(`signing.page.${one}`) }),
    }))
    return showCheck(c, deps, faults)
  }
  return to(c, office, id, done.outcome === 'submitted' ? 'submitted' : 'ready')
}

async function submitTakeBack(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const { id } = await applicationOfAddress(c, deps, office)
  if (!(await takeBack(deps, c.get('act'), id))) throw notFound()
  return to(c, office, id, 'taken-back')
}

async function submitDiscard(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const { id } = await applicationOfAddress(c, deps, office)
  if (!(await discardApplication(deps, c.get('act'), id))) throw notFound()
  return c.redirect(`${office.base}?done=discarded`, 303)
}

/** This office takes no part in what another asked it to sign together. */
async function submitDecline(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const { id } = await applicationOfAddress(c, deps, office)
  if ((await endInvitation(deps, c.get('act'), id, id)) !== 'ended') throw notFound()
  return c.redirect(`${office.base}?done=declined`, 303)
}
