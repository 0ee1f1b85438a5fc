/** The public toolkit: parse, render or take from memory, send. */

import { FilesFault } from '../../platform/files/files.ts'
import { begins, sendFile } from '../../platform/files/send-file.ts'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound, RequestFault } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { sendPage } from '../../platform/page-cache/send-page.ts'
import { PdfFault } from '../../platform/pdf/pdf.ts'
import { patterns, urls } from '../../urls.ts'
import { askedOf } from './asked-rules.ts'
import { type Counted, takeCount } from './count-store.ts'
import type { ToolkitPagesDeps } from './deps.ts'
import { readResource, readText } from './library-store.ts'
import { packageZip } from './package-zip.ts'
import { languageAsked, type PageContext } from './public-page.ts'
import { renderResource, renderResourcePaper } from './render-resource.ts'
import { renderFound, renderMatrix, renderToolkit } from './render-toolkit.ts'
import { renderWithdrawn } from './render-withdrawn.ts'

const base = `${patterns.lang}/toolkit`
const one = `${base}/:id{[a-z0-9]+(?:-[a-z0-9]+)*}`
const longestQuery = 100

export function toolkitRoutes(deps: ToolkitPagesDeps): Route<AppEnv>[] {
  const page = { method: 'GET', permission: 'public' } as const
  const cached = async (c: PageContext, key: string, render: () => Promise<RenderedPage>) =>
    sendPage(c, await deps.pageCache.get(key, render))
  return [
    {
      ...page,
      path: base,
      audit: 'toolkit.list',
      handle: (c) => {
        const translator = languageAsked(deps, c)
        const asked = askedIn(deps, (name) => c.req.query(name))
        return cached(c, urls.toolkit(translator.language, asked), () => renderToolkit(deps, translator, asked))
      },
    },
    { method: 'POST', permission: 'public', path: base, audit: 'toolkit.search', handle: (c) => search(deps, c) },
    {
      ...page,
      path: `${base}/languages`,
      audit: 'toolkit.languages',
      handle: (c) => {
        const translator = languageAsked(deps, c)
        return cached(c, urls.toolkitLanguages(translator.language), () => renderMatrix(deps, translator))
      },
    },
    {
      ...page,
      path: `${base}/packages/:id{[a-z0-9]+(?:-[a-z0-9]+)*}/package.zip`,
      audit: 'toolkit.package',
      handle: (c) => sendPackage(deps, c),
    },
    {
      ...page,
      path: one,
      audit: 'toolkit.read',
      handle: (c) => {
        const [translator, id, read] = [languageAsked(deps, c), idOf(c), languageIn(deps, c.req.query('read'))]
        const asked = languageIn(deps, c.req.query('wanted'))
        if (asked !== undefined) return answered(deps, c, asked)
        const key = urls.resource(translator.language, id, read)
        return cached(c, key, () => renderResource(deps, translator, id, read))
      },
    },
    {
      ...page,
      path: `${one}/file/:name{[a-z]{2,3}(?:-[A-Za-z]+)?-[0-9a-f]{16}\\.[a-z0-9]+}`,
      audit: 'toolkit.file',
      handle: (c) => sendResourceFile(deps, c),
    },
    { ...page, path: `${one}/paper.pdf`, audit: 'toolkit.paper', handle: (c) => sendPaper(deps, c) },
    {
      method: 'POST',
      permission: 'public',
      path: `${one}/wanted`,
      audit: 'toolkit.want',
      handle: (c) => want(deps, c),
    },
  ]
}

const idOf = (c: PageContext): string => c.req.param('id') ?? ''
const askedIn = ({ languages, lanzarote }: ToolkitPagesDeps, field: (name: string) => string | undefined) =>
  askedOf(field, { languages: languages.codes, articleCount: lanzarote.articles.length })
const languageIn = ({ languages }: ToolkitPagesDeps, code: string | undefined) =>
  code !== undefined && languages.codes.has(code) ? code : undefined

const count = (
  { database, clock }: ToolkitPagesDeps,
  given: { readonly resource: string; readonly language: string; readonly what: Counted },
): Promise<void> => database.take((intake) => takeCount(intake, given, clock.now()))

/** Without words it leads to the toolkit with what was chosen, which may stand in an address. */
async function search(deps: ToolkitPagesDeps, c: PageContext): Promise<Response> {
  const translator = languageAsked(deps, c)
  const fields = await readForm(c.req.raw)
  const query = fieldText(fields, 'q').slice(0, longestQuery)
  const asked = askedIn(deps, (name) => fieldText(fields, name))
  if (query === '') return c.redirect(urls.toolkit(translator.language, asked), 303)
  c.header('cache-control', 'no-store')
  return c.html(await renderFound(deps, translator, query, asked))
}

/** Sent twice it is counted twice: nothing tells one reader from another. */
async function want(deps: ToolkitPagesDeps, c: PageContext): Promise<Response> {
  const [translator, id] = [languageAsked(deps, c), idOf(c)]
  const language = languageIn(deps, fieldText(await readForm(c.req.raw), 'language'))
  const resource = await deps.database.read((db) => readResource(db, id))
  if (!resource) throw notFound()
  const here = urls.resource(translator.language, id)
  // It has come since the form was made.
  if (language === undefined || resource.languages.includes(language)) return c.redirect(here, 303)
  await count(deps, { resource: id, language, what: 'wanted' })
  return c.redirect(`${here}?wanted=${language}#wanted`, 303)
}

async function answered(deps: ToolkitPagesDeps, c: PageContext, asked: string): Promise<Response> {
  const { html, status } = await renderResource(deps, languageAsked(deps, c), idOf(c), undefined, asked)
  c.header('cache-control', 'no-store')
  c.header('x-robots-tag', 'noindex')
  return c.html(html, status)
}

/** Too many at once, or a machine too busy: it can be asked for again. */
const busy = (error: unknown) => {
  throw error instanceof PdfFault || error instanceof FilesFault ? new RequestFault('unavailable') : error
}

const fileHeaders = (type: string, name: string) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
})

/** Of a file or a paper that was taken out: the page that says so. */
async function withdrawnAnswer(deps: ToolkitPagesDeps, c: PageContext, read: string): Promise<Response | undefined> {
  const page = await renderWithdrawn(deps, languageAsked(deps, c), idOf(c), read)
  if (!page) return undefined
  c.header('cache-control', 'no-store')
  c.header('x-robots-tag', 'noindex')
  return c.html(`${page.html}`, 404)
}

async function sendPaper(deps: ToolkitPagesDeps, c: PageContext): Promise<Response> {
  const [translator, id, read] = [languageAsked(deps, c), idOf(c), languageIn(deps, c.req.query('read'))]
  if (read === undefined) throw notFound()
  const gone = await withdrawnAnswer(deps, c, read)
  if (gone) return gone
  const [, country = '', slug = ''] = /^([a-z]{2})\/([a-z0-9-]{1,100})$/.exec(c.req.query('town') ?? '') ?? []
  const town = slug === '' ? undefined : await deps.townArms(country.toUpperCase(), slug)
  const key = urls.resourcePaper(translator.language, id, read, town && { country, slug })
  const bytes = await deps.papers.get(key, () => renderResourcePaper(deps, translator, id, read, town)).catch(busy)
  if (c.req.method === 'GET') await count(deps, { resource: id, language: read, what: 'taken' })
  return c.body(bytes, 200, fileHeaders('application/pdf', `${id}-${read}.pdf`))
}

/** An address that was given away before the file changed leads to what is there now. */
async function sendResourceFile(deps: ToolkitPagesDeps, c: PageContext): Promise<Response> {
  const [translator, id, name] = [languageAsked(deps, c), idOf(c), c.req.param('name') ?? '']
  const read = languageIn(deps, name.slice(0, name.lastIndexOf('-')))
  const gone = await withdrawnAnswer(deps, c, read ?? '')
  if (gone) return gone
  const resource = await deps.database.read((db) => readResource(db, id))
  const text = resource && read ? await deps.database.read((db) => readText(db, id, read)) : undefined
  if (!text?.file) throw notFound()
  const here = urls.resourceFile(translator.language, id, text.language, text.file)
  if (!here.endsWith(`/${name}`)) return c.redirect(here, 302)
  const answer = await sendFile(c, deps.files, text.file, {
    // It goes at once where it is withdrawn.
    ...{ title: text.title, plain: `${id}-${text.language}`, between: 'second' },
  })
  if (begins(c)) await count(deps, { resource: id, language: text.language, what: 'taken' })
  return answer
}

async function sendPackage(deps: ToolkitPagesDeps, c: PageContext): Promise<Response> {
  const [translator, id] = [languageAsked(deps, c), idOf(c)]
  const { bytes, taken } = await packageZip(deps, translator, id).catch(busy)
  if (c.req.method === 'GET') for (const each of taken) await count(deps, { ...each, what: 'taken' })
  return c.body(bytes, 200, fileHeaders('application/zip', `toolkit-${id}-${translator.language}.zip`))
}
