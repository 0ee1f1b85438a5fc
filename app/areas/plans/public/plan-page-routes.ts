/** The public addresses of plans: parse, find, render or take from memory, send. */
import type { Context } from 'hono'
import { sendFile } from '../../../platform/files/send-file.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { sendPage } from '../../../platform/page-cache/send-page.ts'
import type { PlanView } from '../../../urls/plan-urls.ts'
import type { Town } from '../../../urls/town-paths.ts'
import { patterns, urls } from '../../../urls.ts'
import { publicDocument } from '../document-store.ts'
import type { PlanPagesDeps } from './deps.ts'
import { type PlanPlace, renderChanges, renderPlan } from './render-plan.ts'

type Ctx = Context<AppEnv>

const town = `${patterns.lang}${patterns.cc}${patterns.slug}`
const views: readonly PlanView[] = ['p', 'article', 'year']

export function planPageRoutes(deps: PlanPagesDeps): Route<AppEnv>[] {
  const page = { method: 'GET', permission: 'public' } as const
  const one = `${town}/plans${patterns.id}`
  return [
    { ...page, path: `${town}/plan`, audit: 'plans.read-current', handle: (c) => showPlan(c, deps, undefined) },
    { ...page, path: one, audit: 'plans.read-one', handle: (c) => showPlan(c, deps, c.req.param('id')) },
    {
      ...page,
      path: `${one}/versions/:version{[1-9][0-9]{0,3}}`,
      audit: 'plans.read-whole-version',
      handle: (c) => showPlan(c, deps, c.req.param('id')),
    },
    {
      ...page,
      path: `${one}/documents/:name{[0-9a-f]{16}\\.[a-z]{3,4}}`,
      audit: 'plans.read-document',
      handle: (c) => sendDocument(c, deps),
    },
    { ...page, path: `${one}/changes`, audit: 'plans.read-changes', handle: (c) => showChanges(c, deps) },
    {
      ...page,
      path: `${one}/changes/:version{[1-9][0-9]{0,3}}`,
      audit: 'plans.read-version',
      handle: (c) => showChanges(c, deps),
    },
  ]
}

/** @throws RequestFault not-found. @returns where the town has moved, where it has. */
async function placeOf(c: Ctx, deps: PlanPagesDeps): Promise<PlanPlace | { readonly movedTo: Town }> {
  const translator = deps.site.i18n.translator(c.req.param('lang') ?? '')
  const country = deps.site.countries.byIso(c.req.param('cc') ?? '')
  if (!translator || !country) throw notFound()
  const found = await deps.database.read((db) => deps.findBySlug(db, country.iso, c.req.param('slug') ?? ''))
  if (!found) throw notFound()
  return found.authority ? { translator, country, authority: found.authority } : { movedTo: found.movedTo }
}

async function showPlan(c: Ctx, deps: PlanPagesDeps, id: string | undefined): Promise<Response> {
  const lang = c.req.param('lang') ?? ''
  const view = views.find((one) => one === c.req.query('by')) ?? 'p'
  const found = await placeOf(c, deps)
  if ('movedTo' in found) return c.redirect(urls.plan(lang, found.movedTo, view), 301)
  const asked = c.req.param('version')
  const version = asked === undefined ? undefined : Number(asked)
  const key = `${c.req.path}?by=${view}`
  return sendPage(c, await deps.pageCache.get(key, () => renderPlan(deps, found, { id, version, view })))
}

async function sendDocument(c: Ctx, deps: PlanPagesDeps): Promise<Response> {
  const found = await placeOf(c, deps)
  const [lang, plan, name] = [c.req.param('lang') ?? '', c.req.param('id') ?? '', c.req.param('name') ?? '']
  if ('movedTo' in found) return c.redirect(urls.planOne(lang, found.movedTo, plan), 301)
  const [hash = '', ending] = name.split('.')
  const asked = { plan, authority: found.authority.id, hash }
  const document = await deps.database.read((db) => publicDocument(db, asked))
  if (!document || document.file.type !== ending) throw notFound()
  return sendFile(c, deps.files, document.file, { title: document.title, plain: 'document', between: 'second' })
}

async function showChanges(c: Ctx, deps: PlanPagesDeps): Promise<Response> {
  const found = await placeOf(c, deps)
  const [lang, id, asked] = ['lang', 'id', 'version'].map((name) => c.req.param(name))
  if ('movedTo' in found) return c.redirect(urls.plan(lang ?? '', found.movedTo), 301)
  const version = asked === undefined ? undefined : Number(asked)
  return sendPage(c, await deps.pageCache.get(c.req.path, () => renderChanges(deps, found, { id: id ?? '', version })))
}
