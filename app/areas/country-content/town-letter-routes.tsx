/** Model letters as a town finds them: filled in, to read and to take along. Read anew each time, never copied. */
import { type AppEnv, authorityOf } from '../../platform/http/env.ts'
import { notFound, RequestFault } from '../../platform/http/faults.ts'
import type { Route } from '../../platform/http/route-table.ts'
import {
  type FilledLetter,
  type LetterFormat,
  letterDocument,
  letterDocx,
  letterFormats,
  letterText,
  letterTypes,
} from '../../platform/letters/letter-files.ts'
import { paragraphsOf } from '../../platform/letters/letter-text.ts'
import { PdfFault } from '../../platform/pdf/pdf.ts'
import { townSections } from '../../ui/layout/town-sections.ts'
import { patterns, urls } from '../../urls.ts'
import { type Authority, nameIn } from '../authorities/index.ts'
import { textIn } from '../checklist/index.ts'
import { type OfficeContext, page } from './country-request.ts'
import type { CountryContentDeps } from './deps.ts'
import { fillLetter } from './fill-letter.ts'
import { letterLanguages, type ModelLetter } from './letter-rules.ts'
import { listLetters } from './letter-store.ts'
import { TownLetterPage, type TownLettersFrame, TownLettersPage } from './pages/town-letters-page.tsx'

export function townLetterRoutes(deps: CountryContentDeps): Route<AppEnv>[] {
  const list = `/office${patterns.cc}${patterns.slug}/model-letters`
  const one = `${list}${patterns.id}${patterns.lang}`
  const get = { method: 'GET', permission: 'letters.read' } as const
  return [
    { ...get, path: list, audit: 'letters.find', handle: (c) => showList(c, deps) },
    { ...get, path: one, audit: 'letters.read', handle: (c) => showLetter(c, deps) },
    {
      ...get,
      path: `${one}/:file{letter\\.(?:${letterFormats.join('|')})}`,
      audit: 'letters.take',
      handle: (c) => sendFile(c, deps),
    },
  ]
}

interface TownRequest {
  readonly town: Authority
  readonly frame: TownLettersFrame
  /** Published ones of its associations. */
  readonly letters: readonly ModelLetter[]
}

/** @throws RequestFault not-found when the authority is gone. */
async function openTown(c: OfficeContext, deps: CountryContentDeps): Promise<TownRequest> {
  const town = await deps.readAuthority(authorityOf(c).id)
  if (!town) throw notFound()
  const of = c.get('frame')
  // What is written for the whole country, its own authority may send, too.
  const associations =
    town.kind === 'country' ? await deps.associationsIn(town.country) : await deps.associationsOf(town.id)
  const letters = await listLetters(deps.database.db, associations)
  const workplace = { name: nameIn(town, of.translator.language), items: townSections(of, town, 'modelLetters') }
  return { town, frame: { of, town, workplace }, letters: letters.filter(({ published }) => published) }
}

async function showList(c: OfficeContext, deps: CountryContentDeps): Promise<Response> {
  const { town, frame, letters } = await openTown(c, deps)
  const { language } = frame.of.translator
  const associations = await deps.readAssociations([...new Set(letters.map(({ association }) => association))])
  return page(
    c,
    <TownLettersPage
      frame={frame}
      letters={letters.map((letter) => {
        const by = associations.find(({ id }) => id === letter.association)
        return {
          title: textIn(letter.published?.title ?? {}, [language, letter.language]) ?? '',
          by: by && (by.names[language] ?? by.name),
          languages: letterLanguages(letter).flatMap((code) => {
            const known = deps.languages.byCode(code)
            return known
              ? [{ tag: known.tag, autonym: known.autonym, href: urls.officeModelLetter(town, letter.id, code) }]
              : []
          }),
        }
      })}
    />,
  )
}

/** The letter of the address, with the town's words in it. @throws RequestFault not-found where there is none. */
async function filled(c: OfficeContext, deps: CountryContentDeps, { town, letters }: TownRequest) {
  const letter = letters.find(({ id }) => id === c.req.param('id'))
  const language = deps.languages.byCode(c.req.param('lang') ?? '')
  const found = language && letter?.published && (await fillLetter(deps, letter.published, language, town))
  if (!(letter && language && found)) throw notFound()
  return { letter, language, ...found }
}

async function showLetter(c: OfficeContext, deps: CountryContentDeps): Promise<Response> {
  const request = await openTown(c, deps)
  const { letter, language, whole, machine, named } = await filled(c, deps, request)
  return page(
    c,
    <TownLetterPage
      frame={request.frame}
      letter={{ ...whole, paragraphs: paragraphsOf(whole.body) }}
      machine={machine}
      namesOffice={named}
      files={letterFormats.map((format) => ({
        format,
        href: urls.officeModelLetterFile(request.town, letter.id, language.code, format),
      }))}
    />,
  )
}

async function contentOf(
  deps: CountryContentDeps,
  letter: FilledLetter,
  format: LetterFormat,
): Promise<string | Uint8Array<ArrayBuffer>> {
  if (format === 'txt') return letterText(letter)
  if (format === 'docx') return letterDocx(letter)
  return deps.pdf.render(letterDocument(letter)).catch((error: unknown) => {
    // Too many at once, or a machine too busy: it can be asked for again.
    throw error instanceof PdfFault ? new RequestFault('unavailable') : error
  })
}

async function sendFile(c: OfficeContext, deps: CountryContentDeps): Promise<Response> {
  const request = await openTown(c, deps)
  const { whole } = await filled(c, deps, request)
  const format = letterFormats.find((one) => c.req.param('file') === `letter.${one}`)
  if (!format) throw notFound()
  return c.body(await contentOf(deps, whole, format), 200, {
    'content-type': letterTypes[format],
    'content-disposition': `attachment; filename="letter-${request.town.slug}.${format}"`,
    'cache-control': 'no-store',
  })
}
