/** The pages of the journey: shown, and saved one by one. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText, readFormWithFile, type SentFile } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { urls } from '../../urls.ts'
import { approvedTexts } from '../register/index.ts'
import { applicantOf } from './applicants.ts'
import type { Application } from './application-store.ts'
import { isOpen, type SaveOutcome, saveContact, savePage } from './begin.ts'
import { readContact } from './contact-store.ts'
import { dayAt, nameOf, type SigningOfficeDeps } from './deps.ts'
import { readDocumentContent, readDocumentFacts } from './document-store.ts'
import { lastReturn } from './event-store.ts'
import { fieldsOf, typedAnswers } from './form-fields.ts'
import {
  bodyFrom,
  type Candidate,
  ceremonyFrom,
  contactFrom,
  decisionFrom,
  type FieldFault,
  officeFrom,
  textFrom,
  whoFrom,
} from './form-rules.ts'
import {
  formPages,
  isFormPage,
  type FormPage as Page,
  pageAfter,
  pageBefore,
  pagesOf,
  revisionOf,
} from './journey-rules.ts'
import {
  applicationOfAddress,
  attachment,
  bases,
  type Office,
  type OfficeContext,
  openOffice,
  page,
  revisionIn,
} from './office-request.ts'
import { FormPage, type FormPageProps } from './pages/form-page.tsx'
import { labelsOf, nextOf, returnView, stationsOf, textOptions, toldFaults } from './present-application.ts'
import { readDocument } from './read-document.ts'
import { standingOf } from './standing.ts'

const anyPage = `/:page{${formPages.join('|')}}`

export function pageRoutes(deps: SigningOfficeDeps): Route<AppEnv>[] {
  return bases.flatMap(({ path, permission }): Route<AppEnv>[] => {
    const one = `${path}/:id{[0-9a-f-]{36}}`
    return [
      { method: 'GET', path: `${one}${anyPage}`, permission, audit: 'signing.edit', handle: (c) => show(c, deps) },
      { method: 'POST', path: `${one}${anyPage}`, permission, audit: 'signing.save', handle: (c) => submit(c, deps) },
      {
        method: 'GET',
        path: `${one}/document`,
        permission,
        audit: 'signing.own-document',
        handle: (c) => download(c, deps),
      },
    ]
  })
}

interface Opened {
  readonly office: Office
  readonly application: Application
  readonly page: Page
}

/** @throws RequestFault not-found for a page that this journey does not have. */
async function open(c: OfficeContext, deps: SigningOfficeDeps): Promise<Opened> {
  const office = await openOffice(c, deps)
  const application = await applicationOfAddress(c, deps, office)
  const asked = c.req.param('page')
  const { kind, id, caseId } = application
  if (!isFormPage(asked) || !isOpen(application) || !pagesOf({ kind, follows: id !== caseId }).includes(asked))
    throw notFound()
  return { office, application, page: asked }
}

interface Shown {
  readonly fields?: FormFields
  readonly faults?: readonly FieldFault[]
  readonly changed?: boolean
  readonly candidates?: readonly Candidate[]
}

async function show(c: OfficeContext, deps: SigningOfficeDeps, shown: Shown = {}): Promise<Response> {
  const { office, application, page: current } = await open(c, deps)
  const { db } = deps.database
  const translator = c.get('translator')
  const { id, kind, caseId, answers } = application
  const traveller = { kind, follows: id !== caseId }
  const contact = await readContact(db, id)
  const saved = typedAnswers(current, application, contact)
  const { fields = fieldsOf(saved), faults = [], changed = false, candidates = [] } = shown
  const standing = await standingOf(deps, application)
  const document = await readDocumentFacts(db, { application: id })
  const pages = pagesOf(traveller)
  const before = pageBefore(traveller, current)
  const props: FormPageProps = {
    ...{ frame: office.frame, id, page: current, before, fields, changed, candidates },
    name: (await applicantOf(db, deps, application)).name(translator) || translator.t(`signing.kind.${kind}`),
    step: { number: pages.indexOf(current) + 1, of: pages.length },
    revision: current === 'contact' ? (contact?.revision ?? 0) : revisionOf(answers, current),
    faults: toldFaults(translator, current, faults),
    theirs: differences(translator, current, saved, fields),
    representative: kind === 'representative',
    document: document && { ...document, href: urls.applicationDocument(office.base, id) },
    ...(await textsFor(c, deps, application, fields)),
    stations: stationsOf(translator, standing),
    next: nextOf(translator, standing),
    returned:
      application.status === 'returned'
        ? returnView(translator, lastReturn(standing.events), dayAt(deps.clock.now()))
        : undefined,
  }
  return page(c, <FormPage {...props} />, changed ? 409 : faults.length > 0 ? 422 : 200)
}

function differences(
  translator: Parameters<typeof labelsOf>[0],
  current: Page,
  saved: Readonly<Record<string, string | undefined>>,
  fields: FormFields,
): FormPageProps['theirs'] {
  return labelsOf(translator, current).flatMap(({ field, label }) => {
    const value = saved[field] ?? ''
    return value === '' || value === fieldText(fields, field) ? [] : [{ field, label, value }]
  })
}

async function textsFor(
  c: OfficeContext,
  deps: SigningOfficeDeps,
  { country, answers }: Application,
  fields: FormFields,
): Promise<Pick<FormPageProps, 'texts' | 'text'>> {
  const approved = await approvedTexts(deps.database.db)
  const own = [...deps.languagesOf(country), c.get('translator').language]
  const texts = textOptions(deps.languages, approved, own)
  const accepted = answers.text && `${answers.text.version}.${answers.text.language}`
  const asked = c.req.query('text') ?? fields.get('text')?.[0] ?? accepted
  const chosen = texts.find(({ value }) => value === asked) ?? texts[0]
  const whole =
    chosen && approved.find(({ version, language }) => version === chosen.version && language === chosen.language)
  if (!chosen || !whole) return { texts, text: undefined }
  const language = deps.languages.byCode(chosen.language)
  const { value, version, name: languageName, tag } = chosen
  const { title, body, demonstration } = whole
  return { texts, text: { value, version, languageName, tag, dir: language?.dir ?? 'ltr', title, body, demonstration } }
}

type Saved = SaveOutcome | { readonly faults: readonly FieldFault[]; readonly candidates?: readonly Candidate[] }

async function submit(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const opened = await open(c, deps)
  const { office, application, page: current } = opened
  const { fields, file } = await readFormWithFile(c.req.raw, 'document')
  const saved = await save(c, deps, opened, fields, file)
  if (typeof saved === 'object') return show(c, deps, { fields, ...saved })
  if (saved === 'gone') throw notFound()
  if (saved === 'conflict') return show(c, deps, { fields, changed: true })
  const next = pageAfter({ kind: application.kind, follows: application.id !== application.caseId }, current)
  const { base } = office
  return c.redirect(
    next ? urls.applicationPage(base, application.id, next) : urls.application(base, application.id),
    303,
  )
}

async function save(
  c: OfficeContext,
  deps: SigningOfficeDeps,
  { office, application: { id, kind, country }, page: current }: Opened,
  fields: FormFields,
  file: SentFile | undefined,
): Promise<Saved> {
  const act = c.get('act')
  const seen = revisionIn(fields)
  const days = { parse: deps.parseDate, today: office.today }
  switch (current) {
    case 'who': {
      const read = whoFrom(fields, kind === 'representative')
      return 'faults' in read ? read : savePage(deps, act, id, { page: current, given: read.given, seen })
    }
    case 'body': {
      const candidates = await candidatesFor(c, deps, country, fieldText(fields, 'name'))
      const read = bodyFrom(fields, candidates)
      return 'faults' in read
        ? { ...read, candidates }
        : savePage(deps, act, id, { page: current, given: read.given, seen })
    }
    case 'decision':
      return saveDecision(deps, c, id, { fields, file, days, seen })
    case 'office': {
      const read = officeFrom(fields)
      return 'faults' in read ? read : savePage(deps, act, id, { page: current, given: read.given, seen })
    }
    case 'contact': {
      const read = contactFrom(fields)
      return 'faults' in read ? read : saveContact(deps, act, id, { given: read.given, seen })
    }
    case 'text': {
      const offered = textOptions(deps.languages, await approvedTexts(deps.database.db), [])
      const read = textFrom(fields, offered, office.today)
      return 'faults' in read ? read : savePage(deps, act, id, { page: current, given: read.given, seen })
    }
    case 'ceremony': {
      const read = ceremonyFrom(fields, days)
      return 'faults' in read ? read : savePage(deps, act, id, { page: current, given: read.given, seen })
    }
  }
}

interface Decision {
  readonly fields: FormFields
  readonly file: SentFile | undefined
  readonly days: Parameters<typeof decisionFrom>[1]
  readonly seen: number
}

async function saveDecision(
  deps: SigningOfficeDeps,
  c: OfficeContext,
  id: string,
  { fields, file, days, seen }: Decision,
): Promise<Saved> {
  const read = decisionFrom(fields, days)
  const looked = file && (await readDocument(deps, file))
  const fault: FieldFault[] = looked && 'fault' in looked ? [{ field: 'document', code: looked.fault }] : []
  if ('faults' in read) return { faults: [...read.faults, ...fault] }
  if (fault.length > 0) return { faults: fault }
  const document = looked && 'document' in looked ? looked.document : undefined
  return savePage(deps, c.get('act'), id, { page: 'decision', given: read.given, seen, document })
}

async function candidatesFor(
  c: OfficeContext,
  deps: SigningOfficeDeps,
  country: string,
  typed: string,
): Promise<Candidate[]> {
  if (typed === '') return []
  const translator = c.get('translator')
  return (await deps.findBodies(country, typed)).map((one) => ({ id: one.id, name: nameOf(one, translator) }))
}

async function download(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const { id } = await applicationOfAddress(c, deps, office)
  const content = await readDocumentContent(deps.database.db, { application: id })
  if (!content) throw notFound()
  return attachment(c, content, 'decision.pdf')
}
