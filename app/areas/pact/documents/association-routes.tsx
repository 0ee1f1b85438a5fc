/** The model documents in the words of an association: the list, writing one, looking at it, going back. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import type { Language } from '../../../platform/i18n/languages.ts'
import { officeSections } from '../../../ui/layout/office-sections.ts'
import { patterns, urls } from '../../../urls.ts'
import { type Authority, nameIn } from '../../authorities/index.ts'
import { approvedTexts } from '../../register/index.ts'
import { type OfficeContext, page, revisionOf } from '../office-request.ts'
import type { NamedAssociation, PactDocumentsDeps } from './deps.ts'
import {
  type DocumentFault,
  type DocumentKind,
  type DocumentWords,
  documentFrom,
  documentKinds,
  type OwnDocument,
  paragraphsOf,
} from './document-rules.ts'
import { readDocuments } from './document-store.ts'
import { filledDocument, textToAccept } from './fill-document.ts'
import { type DocumentsFrame, DocumentsPage } from './pages/documents-page.tsx'
import { EditDocumentPage, type EditDocumentPageProps } from './pages/edit-document-page.tsx'
import { kindPattern } from './town-routes.tsx'
import { type DocumentOutcome, revertDocument, saveDocument } from './write-document.ts'

export function associationDocumentRoutes(deps: PactDocumentsDeps): Route<AppEnv>[] {
  const list = `/office/associations${patterns.cc}${patterns.association}/pact-documents`
  const one = `${list}${kindPattern}${patterns.lang}`
  const permission = 'pact-documents.write'
  return [
    { method: 'GET', path: list, permission, audit: 'pact-documents.list', handle: (c) => showList(c, deps) },
    { method: 'GET', path: one, permission, audit: 'pact-documents.edit', handle: (c) => showDocument(c, deps) },
    { method: 'POST', path: one, permission, audit: 'pact-documents.save', handle: (c) => submit(c, deps) },
    {
      method: 'POST',
      path: `${one}/revert`,
      permission,
      audit: 'pact-documents.revert',
      handle: (c) => submitRevert(c, deps),
    },
  ]
}

interface AssociationRequest {
  readonly association: NamedAssociation
  readonly frame: DocumentsFrame
  readonly own: readonly OwnDocument[]
}

/** @throws RequestFault not-found where there is no such association. */
async function openAssociation(c: OfficeContext, deps: PactDocumentsDeps): Promise<AssociationRequest> {
  const subject = c.get('subject')
  const [association] = subject.kind === 'association' ? await deps.readAssociations([subject.id]) : []
  if (!association) throw notFound()
  const of = c.get('frame')
  const name = association.names[of.translator.language] ?? association.name
  const workplace = { name, items: officeSections(of, association, 'pactDocuments') }
  const own = await readDocuments(deps.database.db, [association.id])
  return { association, frame: { of, association, workplace }, own }
}

const kindOf = (name: string | undefined): DocumentKind | undefined => documentKinds.find((one) => one === name)

async function showList(c: OfficeContext, deps: PactDocumentsDeps): Promise<Response> {
  const { association, frame, own } = await openAssociation(c, deps)
  // The choice of one more language leads to its form.
  const [kind, into] = [kindOf(c.req.query('document')), deps.languages.byCode(c.req.query('language') ?? '')]
  if (kind && into) return c.redirect(urls.associationPactDocument(association, kind, into.code), 303)
  const official = deps.countries.byIso(association.country)?.officialLanguages ?? []
  const kinds = documentKinds.map((name) => {
    const written = own.filter((one) => one.kind === name && one.words).map(({ language }) => language)
    const codes = [...new Set([...official, ...written, ...Object.keys(deps.templates[name])])]
    return {
      kind: name,
      languages: codes.flatMap((code) => {
        const language = deps.languages.byCode(code)
        const shipped = deps.templates[name][code] ? ('shipped' as const) : ('none' as const)
        return language ? [{ ...language, state: written.includes(code) ? ('own' as const) : shipped }] : []
      }),
    }
  })
  return page(c, <DocumentsPage frame={frame} kinds={kinds} languages={deps.languages.list} />)
}

interface Opened extends AssociationRequest {
  readonly kind: DocumentKind
  readonly language: Language
  /** As it stands now; without words where the association has none. */
  readonly current: OwnDocument
}

/** @throws RequestFault not-found where there is no such document or language. */
async function openDocument(c: OfficeContext, deps: PactDocumentsDeps): Promise<Opened> {
  const [kind, language] = [kindOf(c.req.param('document')), deps.languages.byCode(c.req.param('lang') ?? '')]
  if (!(kind && language)) throw notFound()
  const request = await openAssociation(c, deps)
  const place = { association: request.association.id, kind, language: language.code }
  const found = request.own.find((one) => one.kind === kind && one.language === language.code)
  return { ...request, kind, language, current: found ?? { ...place, words: undefined, revision: 0 } }
}

/** The member that somebody named, else the first one. */
async function townToShow(deps: PactDocumentsDeps, { id, country }: NamedAssociation, asked: string) {
  if (asked === '') return { town: await deps.firstMember(id), unknown: false }
  for (const town of await deps.findAuthorities(country, asked)) {
    if ((await deps.associationsOf(town.id)).includes(id)) return { town, unknown: false }
  }
  return { town: undefined, unknown: true }
}

/** The words with a member's facts in them; undefined where nothing can be filled in yet. */
async function previewOf(
  deps: PactDocumentsDeps,
  { language, association }: Opened,
  words: DocumentWords,
  town: Authority | undefined,
) {
  const text = textToAccept(await approvedTexts(deps.database.db), language.code)
  const country = deps.countries.byIso(association.country)
  if (!(town && text && country)) return undefined
  const today = deps.clock.now().toZonedDateTimeISO(country.timeZone).toPlainDate()
  const whole = filledDocument(words, language, { town, text, lanzarote: deps.lanzarote, today })
  return { letter: { ...whole, paragraphs: paragraphsOf(whole.body) }, town: nameIn(town, language.code) }
}

interface Shown {
  /** What was typed; what stands where it is left out. */
  readonly fields?: FormFields
  readonly faults?: readonly DocumentFault[]
  readonly conflict?: boolean
}

async function showForm(
  c: OfficeContext,
  deps: PactDocumentsDeps,
  opened: Opened,
  { fields, faults = [], conflict = false }: Shown = {},
): Promise<Response> {
  const { frame, association, kind, language, current } = opened
  const shipped = deps.templates[kind][language.code]
  const words = current.words ?? shipped
  const asked = c.req.query('town')?.trim() ?? ''
  const { town, unknown } = await townToShow(deps, association, asked)
  const done = (['saved', 'reverted'] as const).find((one) => one === c.req.query('done'))
  const props: EditDocumentPageProps = {
    ...{ frame, kind, language, faults, done },
    isOwn: current.words !== undefined,
    hasShipped: shipped !== undefined,
    revision: current.revision,
    fields:
      fields ?? new Map(words ? [...(['title', 'body'] as const).map((name) => [name, [words[name]]] as const)] : []),
    theirs: conflict ? (words ?? { title: '', body: '' }) : undefined,
    preview: words && (await previewOf(deps, opened, words, town)),
    asked: { town: asked, unknown },
  }
  return page(c, <EditDocumentPage {...props} />, conflict ? 409 : faults.length > 0 ? 422 : 200)
}

async function showDocument(c: OfficeContext, deps: PactDocumentsDeps): Promise<Response> {
  return showForm(c, deps, await openDocument(c, deps))
}

async function submit(c: OfficeContext, deps: PactDocumentsDeps): Promise<Response> {
  const opened = await openDocument(c, deps)
  const fields = await readForm(c.req.raw)
  const expected = revisionOf(fields)
  const { words, faults } = documentFrom(fields, deps.namesNumber)
  if (faults.length > 0) {
    // The revision of the form, not of now: what somebody saved meanwhile is still to be told.
    return showForm(c, deps, { ...opened, current: { ...opened.current, revision: expected } }, { fields, faults })
  }
  const outcome = await saveDocument(deps, c.get('act'), opened.current, { words, expected })
  return answer(c, deps, opened, outcome, fields)
}

async function submitRevert(c: OfficeContext, deps: PactDocumentsDeps): Promise<Response> {
  const opened = await openDocument(c, deps)
  const seen = revisionOf(await readForm(c.req.raw))
  return answer(c, deps, opened, await revertDocument(deps, c.get('act'), opened.current, seen))
}

function answer(
  c: OfficeContext,
  deps: PactDocumentsDeps,
  opened: Opened,
  result: DocumentOutcome,
  fields?: FormFields,
): Response | Promise<Response> {
  const { association, kind, language } = opened
  if (result.outcome === 'conflict') {
    return showForm(c, deps, { ...opened, current: result.current }, { conflict: true, ...(fields ? { fields } : {}) })
  }
  return c.redirect(`${urls.associationPactDocument(association, kind, language.code)}?done=${result.outcome}`, 303)
}
