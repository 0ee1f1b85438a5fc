/** Model documents as a town finds them: filled in, to read and to take along. Made anew each time, never copied. */
import { type AppEnv, authorityOf } from '../../../platform/http/env.ts'
import { notFound, RequestFault } from '../../../platform/http/faults.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { letterDocument, letterDocx, letterTypes } from '../../../platform/letters/letter-files.ts'
import { PdfFault } from '../../../platform/pdf/pdf.ts'
import { townSections } from '../../../ui/layout/town-sections.ts'
import { patterns, urls } from '../../../urls.ts'
import { type Authority, nameIn } from '../../authorities/index.ts'
import { type ApprovedText, approvedTexts } from '../../register/index.ts'
import { type OfficeContext, page } from '../office-request.ts'
import type { PactDocumentsDeps } from './deps.ts'
import { documentKinds, documentsFor, type OwnDocument, paragraphsOf } from './document-rules.ts'
import { readDocuments } from './document-store.ts'
import { filledDocument, textToAccept } from './fill-document.ts'
import { TownDocumentPage } from './pages/town-document-page.tsx'
import { type TownDocumentsFrame, TownDocumentsPage } from './pages/town-documents-page.tsx'

export const kindPattern = `/:document{(?:${documentKinds.join('|')})}`
const formats = ['docx', 'pdf'] as const

export function townDocumentRoutes(deps: PactDocumentsDeps): Route<AppEnv>[] {
  const list = `/office${patterns.cc}${patterns.slug}/pact/documents`
  const one = `${list}${kindPattern}${patterns.lang}`
  const get = { method: 'GET', permission: 'pact-documents.read' } as const
  return [
    { ...get, path: list, audit: 'pact-documents.find', handle: (c) => showList(c, deps) },
    { ...get, path: one, audit: 'pact-documents.read', handle: (c) => showDocument(c, deps) },
    {
      ...get,
      path: `${one}/:file{document\\.(?:${formats.join('|')})}`,
      audit: 'pact-documents.take',
      handle: (c) => sendFile(c, deps),
    },
  ]
}

interface TownRequest {
  readonly town: Authority
  readonly frame: TownDocumentsFrame
  readonly texts: readonly ApprovedText[]
  /** Of its associations. */
  readonly own: readonly OwnDocument[]
}

/** @throws RequestFault not-found when the authority is gone. */
async function openTown(c: OfficeContext, deps: PactDocumentsDeps): Promise<TownRequest> {
  const town = await deps.readAuthority(authorityOf(c).id)
  if (!town) throw notFound()
  const of = c.get('frame')
  const associations =
    town.kind === 'country' ? await deps.associationsIn(town.country) : await deps.associationsOf(town.id)
  const workplace = { name: nameIn(town, of.translator.language), items: townSections(of, town, 'pactDocuments') }
  return {
    town,
    frame: { of, town, workplace },
    texts: await approvedTexts(deps.database.db),
    own: await readDocuments(deps.database.db, associations.toSorted()),
  }
}

async function showList(c: OfficeContext, deps: PactDocumentsDeps): Promise<Response> {
  const { town, frame, texts, own } = await openTown(c, deps)
  const { language } = frame.of.translator
  const associations = await deps.readAssociations([...new Set(own.map(({ association }) => association))])
  const nameOf = (id: string | undefined) => {
    const found = associations.find((one) => one.id === id)
    return found && (found.names[language] ?? found.name)
  }
  return page(
    c,
    <TownDocumentsPage
      frame={frame}
      kinds={documentKinds.map((kind) => ({
        kind,
        documents: documentsFor(kind, own, deps.templates).flatMap((one) => {
          const known = deps.languages.byCode(one.language)
          return known
            ? [{ ...known, by: nameOf(one.association), href: urls.townPactDocument(town, kind, known.code) }]
            : []
        }),
      }))}
      hasText={texts.length > 0}
    />,
  )
}

/** The document of the address with the town's facts. @throws RequestFault not-found where there is none. */
function filled(c: OfficeContext, deps: PactDocumentsDeps, { town, texts, own }: TownRequest) {
  const kind = documentKinds.find((one) => one === c.req.param('document'))
  const language = deps.languages.byCode(c.req.param('lang') ?? '')
  const country = deps.countries.byIso(town.country)
  if (!(kind && language && country)) throw notFound()
  const document = documentsFor(kind, own, deps.templates).find((one) => one.language === language.code)
  const text = textToAccept(texts, language.code)
  if (!(document && text)) throw notFound()
  const today = deps.clock.now().toZonedDateTimeISO(country.timeZone).toPlainDate()
  const whole = filledDocument(document, language, { town, text, lanzarote: deps.lanzarote, today })
  return { kind, language, document, text, whole }
}

async function showDocument(c: OfficeContext, deps: PactDocumentsDeps): Promise<Response> {
  const request = await openTown(c, deps)
  const { kind, language, document, text, whole } = filled(c, deps, request)
  const { town, frame } = request
  return page(
    c,
    <TownDocumentPage
      frame={frame}
      kind={kind}
      letter={{ ...whole, paragraphs: paragraphsOf(whole.body) }}
      machine={document.machine}
      demonstration={text.demonstration}
      otherLanguage={text.language !== language.code}
      textHref={urls.pactText(frame.of.translator.language, text.version, text.language)}
      files={formats.map((format) => ({
        format,
        href: urls.townPactDocumentFile(town, kind, language.code, format),
      }))}
    />,
  )
}

async function sendFile(c: OfficeContext, deps: PactDocumentsDeps): Promise<Response> {
  const request = await openTown(c, deps)
  const { kind, whole } = filled(c, deps, request)
  const format = formats.find((one) => c.req.param('file') === `document.${one}`)
  if (!format) throw notFound()
  const content =
    format === 'docx'
      ? await letterDocx(whole)
      : await deps.pdf.render(letterDocument(whole)).catch((error: unknown) => {
          // Too many at once, or a machine too busy: it can be asked for again.
          throw error instanceof PdfFault ? new RequestFault('unavailable') : error
        })
  return c.body(content, 200, {
    'content-type': letterTypes[format],
    'content-disposition': `attachment; filename="pact-${kind}-${request.town.slug}.${format}"`,
    'cache-control': 'no-store',
  })
}
