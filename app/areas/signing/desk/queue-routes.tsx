/** What waits for the secretariat, with its days; and answers to those who miss a body. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { longDate } from '../../../ui/dates.ts'
import { urls } from '../../../urls.ts'
import { signatoryByNumber } from '../../register/index.ts'
import { waitingReaffirmations } from '../afterwards/reaffirmation-store.ts'
import { applicantOf } from '../applicants.ts'
import { type Application, openCases, readApplication, readCase } from '../application-store.ts'
import { openBodyRequests } from '../body-store.ts'
import { urgencyOf } from '../deadline-rules.ts'
import { dayAt, type SigningOfficeDeps } from '../deps.ts'
import { agreementsOf } from '../event-store.ts'
import { longest, wordsFrom } from '../form-rules.ts'
import { answerBody } from '../missing-body.ts'
import { doneOf, type OfficeContext, page, personsAct } from '../office-request.ts'
import { faultText, type ToldFault } from '../pages/pact-frame.tsx'
import { QueuePage, type QueuePageProps } from '../pages/queue-page.tsx'
import { lettersToPrint } from '../proof/proof-store.ts'
import { conflictFor, isProved } from './decide.ts'
import { deskFrame } from './desk-request.ts'

export function queueRoutes(deps: SigningOfficeDeps): Route<AppEnv>[] {
  const permission = 'signing.decide'
  const [queue, bodies, entries] = [urls.pactApplications(), urls.pactBodyAnswer(), urls.pactSignatoryFind()]
  return [
    { method: 'GET', path: queue, permission, audit: 'signing.queue', handle: (c) => show(c, deps, {}) },
    { method: 'POST', path: bodies, permission, audit: 'signing.answer-body', handle: (c) => submitAnswer(c, deps) },
    { method: 'GET', path: entries, permission, audit: 'signing.find-entry', handle: (c) => findEntry(c, deps) },
  ]
}

interface Shown {
  readonly typed?: QueuePageProps['typed']
  readonly faults?: readonly ToldFault[]
  readonly number?: string
}

async function show(c: OfficeContext, deps: SigningOfficeDeps, shown: Shown): Promise<Response> {
  const { db } = deps.database
  const translator = c.get('translator')
  const cases = await openCases(db)
  const { typed = { id: '', words: '' }, faults = [], number = '' } = shown
  const again = await waitingReaffirmations(db)
  const props: QueuePageProps = {
    ...{ frame: deskFrame(c, deps), typed, faults, number, done: doneOf(c) },
    cases: await Promise.all(cases.map((lead) => lineOf(c, deps, lead))),
    letters: await Promise.all((await lettersToPrint(db)).map((one) => letterLine(c, deps, one.application))),
    reaffirmations: await Promise.all(
      again.map(async ({ id, authority, due }) => ({
        name: (await applicantOf(db, deps, { authority, association: null, answers: {} })).name(translator),
        href: urls.pactReaffirmation(id),
        due: longDate(translator, due),
      })),
    ),
    bodies: (await openBodyRequests(db)).map(({ id, name, web, country, askedAt }) => ({
      ...{ id, name, web, country: deps.countryName(country, translator.tag) },
      askedOn: longDate(translator, dayAt(askedAt)),
    })),
  }
  return page(c, <QueuePage {...props} />, faults.length > 0 ? 422 : 200)
}

async function letterLine(c: OfficeContext, deps: SigningOfficeDeps, id: string) {
  const { db } = deps.database
  const application = await readApplication(db, id)
  if (!application) throw notFound()
  const name = (await applicantOf(db, deps, application)).name(c.get('translator'))
  return { name, href: urls.pactApplication(application.caseId) }
}

async function lineOf(
  c: OfficeContext,
  deps: SigningOfficeDeps,
  lead: Application,
): Promise<QueuePageProps['cases'][number]> {
  const { db } = deps.database
  const translator = c.get('translator')
  const all = await readCase(db, lead.caseId)
  const first = (await applicantOf(db, deps, lead)).name(translator)
  const due = lead.due === null ? undefined : Temporal.PlainDate.from(lead.due)
  const agreed = await agreementsOf(db, lead.caseId)
  const actor = c.get('actor')
  return {
    name: all.length > 1 ? translator.t('signing.mail.andMore', { name: first, count: all.length - 1 }) : first,
    country: deps.countryName(lead.country, translator.tag),
    href: urls.pactApplication(lead.caseId),
    status: lead.status,
    due: due ? longDate(translator, due) : '',
    urgency: due && urgencyOf(dayAt(deps.clock.now()), due),
    agreed: agreed.length > 0,
    mine: agreed.some(({ person }) => person === actor.id),
    conflict: (await conflictFor(db, actor, all)) !== undefined,
    proved: await isProved(db, all),
  }
}

async function submitAnswer(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const fields = await readForm(c.req.raw)
  const [id, words] = [fieldText(fields, 'request'), fieldText(fields, 'words')]
  const translator = c.get('translator')
  const read = wordsFrom(fields)
  if ('faults' in read) {
    const label = translator.t('signing.desk.answer')
    const faults = read.faults.map((one) => ({ field: `words-${id}`, text: faultText(translator, one, label) }))
    return show(c, deps, { typed: { id, words }, faults })
  }
  if (!/^[0-9a-f-]{36}$/.test(id) || !(await answerBody(deps, personsAct(c), id, read.given))) throw notFound()
  return c.redirect(`${urls.pactApplications()}?done=answered`, 303)
}

const longestNumber = 9

async function findEntry(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const number = (c.req.query('number') ?? '').trim()
  const known = /^[0-9]+$/.test(number) && number.length <= longestNumber
  const found = known ? await signatoryByNumber(deps.database.db, Number(number)) : undefined
  if (found) return c.redirect(urls.pactSignatory(found.number), 303)
  const faults = [{ field: 'number', text: c.get('translator').t('signing.desk.noNumber') }]
  return show(c, deps, { number: number.slice(0, longest.phone), faults })
}
