/** One application at the secretariat: everything about it, deciding, the letter with a code. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound, RequestFault } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText, fieldTexts, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { newSecret } from '../../../platform/ids.ts'
import { PdfFault } from '../../../platform/pdf/pdf.ts'
import { longDate } from '../../../ui/dates.ts'
import { urls } from '../../../urls.ts'
import { isPostal, linesOf, mostPostalLines } from '../../confirmations/index.ts'
import { applicantOf } from '../applicants.ts'
import { type Application, readApplication, readCase } from '../application-store.ts'
import { readContact } from '../contact-store.ts'
import { type Promised, promises } from '../deadline-rules.ts'
import { isReturnReason, returnReasons } from '../decision-rules.ts'
import { dayAt, type SigningOfficeDeps } from '../deps.ts'
import { readDocumentContent, readDocumentFacts } from '../document-store.ts'
import { agreementsOf, eventsOf } from '../event-store.ts'
import { wordsFrom } from '../form-rules.ts'
import { attachment, doneOf, type OfficeContext, page, personsAct } from '../office-request.ts'
import { CasePage, type CasePageProps } from '../pages/case-page.tsx'
import { faultText, type ToldFault } from '../pages/pact-frame.tsx'
import type { Conflict } from '../policy.ts'
import { answerRows, historyLines } from '../present-application.ts'
import { checkedDomain, proofsOf } from '../proof/proof-store.ts'
import { proofLines } from '../proof/view-proof.ts'
import { agreeTo, conflictFor, type DecideOutcome, isProved, returnIt } from './decide.ts'
import { caseOfAddress, deskFrame } from './desk-request.ts'
import { checkDomain } from './domain.ts'
import { letterDocument, letterOf, printLetter } from './letter.ts'

export function caseRoutes(deps: SigningOfficeDeps): Route<AppEnv>[] {
  const one = `${urls.pactApplications()}/:id{[0-9a-f-]{36}}`
  const permission = 'signing.decide'
  const post = { method: 'POST', permission } as const
  return [
    { method: 'GET', path: one, permission, audit: 'signing.open-case', handle: (c) => show(c, deps, {}) },
    { method: 'GET', path: `${one}/document`, permission, audit: 'signing.document', handle: (c) => download(c, deps) },
    { ...post, fresh: true, path: `${one}/agree`, audit: 'signing.agree', handle: (c) => submitAgree(c, deps) },
    { ...post, fresh: true, path: `${one}/return`, audit: 'signing.return', handle: (c) => submitReturn(c, deps) },
    { ...post, path: `${one}/letter`, audit: 'signing.print-letter', handle: (c) => submitLetter(c, deps) },
    { ...post, path: `${one}/domain`, audit: 'signing.check-domain', handle: (c) => submitDomain(c, deps) },
  ]
}

interface Shown {
  readonly returning?: CasePageProps['returning']
  readonly letter?: CasePageProps['letter']
  readonly faults?: readonly ToldFault[]
}

async function show(c: OfficeContext, deps: SigningOfficeDeps, shown: Shown): Promise<Response> {
  const all = await caseOfAddress(c, deps)
  const [lead] = all
  const { db } = deps.database
  const translator = c.get('translator')
  const actor = c.get('actor')
  const agreed = await agreementsOf(db, lead.caseId)
  const { faults = [] } = shown
  const props: CasePageProps = {
    ...{ frame: deskFrame(c, deps), id: lead.caseId, status: lead.status, faults, done: doneOf(c) },
    applicants: await Promise.all(all.map((one) => applicantView(c, deps, one))),
    due: lead.due === null ? '' : longDate(translator, lead.due),
    agreed: agreed.length > 0,
    mine: agreed.some(({ person }) => person === actor.id),
    conflict: await conflictFor(db, actor, all),
    proved: await isProved(db, all),
    reasons: returnReasons,
    promises,
    returning: shown.returning ?? { reasons: [], words: '', days: '' },
    letter: shown.letter ?? { to: '', postal: '', printing: newSecret() },
  }
  return page(c, <CasePage {...props} />, faults.length > 0 ? 422 : 200)
}

async function applicantView(
  c: OfficeContext,
  deps: SigningOfficeDeps,
  application: Application,
): Promise<CasePageProps['applicants'][number]> {
  const { db } = deps.database
  const translator = c.get('translator')
  const { id, kind, country, answers } = application
  const [contact, document] = [await readContact(db, id), await readDocumentFacts(db, { application: id })]
  const events = await eventsOf(db, id)
  const proofs = await proofsOf(db, [id])
  const names = await deps.personNames(events.flatMap(({ person }) => person ?? []))
  const domain = answers.who?.domain ?? ''
  return {
    ...{ id, name: (await applicantOf(db, deps, application)).name(translator), kind },
    country: deps.countryName(country, translator.tag),
    rows: answerRows(translator, application, { contact, document, languages: deps.languages }),
    unknownBody: answers.body !== undefined && answers.body.authority === null,
    document: document && { ...document, href: urls.pactApplicationDocument(id) },
    proofs: await proofLines(translator, deps, proofs),
    letter: letterOf(proofs) !== undefined,
    domain: domain !== '' && (await checkedDomain(db, id)) !== domain ? domain : undefined,
    history: historyLines(translator, events, names),
  }
}

/** @throws RequestFault not-found for what is not handed in. */
async function download(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const application = await readApplication(deps.database.db, c.req.param('id') ?? '')
  if (!application || application.status === 'draft') throw notFound()
  const content = await readDocumentContent(deps.database.db, { application: application.id })
  if (!content) throw notFound()
  return attachment(c, content, `decision-${application.id.slice(0, 8)}.pdf`)
}

function refusal(c: OfficeContext, outcome: DecideOutcome): string | undefined {
  const { t } = c.get('translator')
  if (outcome.outcome === 'conflict') return t(`signing.conflict.${outcome.conflict}`)
  const told = ['unproved', 'signed-elsewhere', 'text-gone'] as const
  const found = told.find((one) => one === outcome.outcome)
  return found && t(`signing.decide.${found}`)
}

async function submitAgree(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const [{ caseId }] = await caseOfAddress(c, deps)
  const outcome = await agreeTo(deps, personsAct(c), caseId)
  if (outcome.outcome === 'gone') throw notFound()
  const text = refusal(c, outcome)
  if (text !== undefined) return show(c, deps, { faults: [{ field: 'main', text }] })
  const done = outcome.outcome === 'signed' ? 'signed' : 'agreed'
  return c.redirect(`${urls.pactApplication(caseId)}?done=${done}`, 303)
}

const daysIn = (text: string): Promised | undefined => promises.find((one) => `${one}` === text)

function returningFaults(c: OfficeContext, fields: FormFields, days: Promised | undefined): ToldFault[] {
  const translator = c.get('translator')
  const { t } = translator
  const none = !fieldTexts(fields, 'reasons').some(isReturnReason)
  const words = wordsFrom(fields)
  return [
    ...(none ? [{ field: 'reasons', text: t('signing.error.choose', { field: t('signing.desk.reasons') }) }] : []),
    ...('faults' in words
      ? words.faults.map((one) => ({ field: 'words', text: faultText(translator, one, t('signing.desk.words')) }))
      : []),
    ...(days === undefined
      ? [{ field: 'days', text: t('signing.error.choose', { field: t('signing.desk.days') }) }]
      : []),
  ]
}

async function submitReturn(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const [{ caseId }] = await caseOfAddress(c, deps)
  const fields = await readForm(c.req.raw)
  const days = daysIn(fieldText(fields, 'days'))
  const reasons = fieldTexts(fields, 'reasons').filter(isReturnReason)
  const returning = { reasons, words: fieldText(fields, 'words'), days: fieldText(fields, 'days') }
  const faults = returningFaults(c, fields, days)
  if (faults.length > 0 || days === undefined) return show(c, deps, { returning, faults })
  const outcome = await returnIt(deps, personsAct(c), caseId, { reasons, words: returning.words, days })
  if (outcome.outcome === 'gone') throw notFound()
  const text = refusal(c, outcome)
  if (text !== undefined) return show(c, deps, { returning, faults: [{ field: 'main', text }] })
  return c.redirect(`${urls.pactApplication(caseId)}?done=returned`, 303)
}

/** The application of a form, one of those that sign together. */
async function oneOfCase(c: OfficeContext, deps: SigningOfficeDeps, id: string): Promise<Application> {
  const [{ caseId }] = await caseOfAddress(c, deps)
  const found = (await readCase(deps.database.db, caseId)).find((one) => one.id === id)
  if (!found) throw notFound()
  return found
}

const conflictFault = (c: OfficeContext, { conflict }: { readonly conflict: Conflict }): ToldFault => ({
  ...{ field: 'main', text: c.get('translator').t(`signing.conflict.${conflict}`) },
})

async function submitDomain(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const fields = await readForm(c.req.raw)
  const { id, caseId } = await oneOfCase(c, deps, fieldText(fields, 'application'))
  const outcome = await checkDomain(deps, personsAct(c), id, fieldText(fields, 'domain'))
  if (outcome === 'gone') throw notFound()
  if (outcome !== 'checked') return show(c, deps, { faults: [conflictFault(c, outcome)] })
  return c.redirect(`${urls.pactApplication(caseId)}?done=domain`, 303)
}

async function submitLetter(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const fields = await readForm(c.req.raw)
  const { id, country } = await oneOfCase(c, deps, fieldText(fields, 'application'))
  const [printing, postal] = [fieldText(fields, 'printing'), fieldText(fields, 'postal')]
  if (!/^[A-Za-z0-9_-]{43}$/.test(printing)) throw notFound()
  const address = linesOf(postal)
  const translator = c.get('translator')
  if (!isPostal(address, mostPostalLines)) {
    const faults = [{ field: `postal-${id}`, text: translator.t('signing.desk.postalFault') }]
    return show(c, deps, { letter: { to: id, postal, printing }, faults })
  }
  const printed = await printLetter(deps, personsAct(c), id, { printing })
  if (!printed) throw notFound()
  if ('conflict' in printed) {
    return show(c, deps, { letter: { to: id, postal, printing }, faults: [conflictFault(c, printed)] })
  }
  const [language = translator.language] = deps.languagesOf(country)
  const today = dayAt(deps.clock.now())
  const envelope = { address, sender: deps.instanceName, today, baseUrl: deps.baseUrl }
  const document = letterDocument(deps.translatorFor(language) ?? translator, printed, envelope)
  const bytes = await deps.pdf.render(document).catch((error: unknown) => {
    // The same form, sent again, makes the same letter.
    throw error instanceof PdfFault ? new RequestFault('unavailable') : error
  })
  return attachment(c, bytes, `letter-${today}.pdf`)
}
