/** Who inherits what an area offers, before it is published: its towns, and the page of each as it would be. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { pageAsked } from '../../../platform/http/page-asked.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { patterns, urls } from '../../../urls.ts'
import { previewDocument } from '../service.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { authorityName, type OfficeContext, openOffice, page, param, previewChoices } from './office-request.ts'
import { OfficePage } from './pages/office-page.tsx'
import { ReachList } from './pages/reach-list.tsx'
import { officePattern } from './patterns.ts'

/** Towns on one page. */
const listed = 100
const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function reachRoutes(deps: OfficeChecklistDeps): Route<AppEnv>[] {
  const get = { method: 'GET', permission: 'checklist.read' } as const
  const path = `${officePattern}/reach`
  return [
    { ...get, path, audit: 'checklist.show-reach', handle: (c) => showReach(c, deps) },
    {
      ...get,
      path: `${path}/:town{[a-z0-9-]+}${patterns.lang}`,
      audit: 'checklist.preview-reach',
      handle: (c) => showInherited(c, deps),
    },
  ]
}

/** What a list of those who inherit is asked for by its address. */
export function reachAsked(
  c: OfficeContext,
  { i18n }: { readonly i18n: Pick<OfficeChecklistDeps['i18n'], 'offered'> },
) {
  const area = c.req.query('area') ?? ''
  const lang = c.req.query('lang') ?? ''
  const known = i18n.offered.some(({ code }) => code === lang)
  return {
    area: id.test(area) ? area : undefined,
    number: pageAsked(c),
    lang: known ? lang : c.get('translator').language,
  }
}

async function showReach(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const { authority, frame, translator } = office
  if (!authority.isArea) throw notFound()
  const { area, number, lang } = reachAsked(c, deps)
  const reach = await deps.readInheritors(authority.id)
  const part = { within: area, from: (number - 1) * listed, most: listed }
  const { towns, total } = await deps.listInheritors(authority.id, part)
  return page(
    c,
    <OfficePage
      frame={frame}
      title={translator.t('reach.title')}
      section="publish"
      back={{ href: urls.officePublish(frame.town), text: translator.t('reach.back') }}
    >
      <ReachList
        translator={translator}
        about={translator.t('reach.about', { towns: reach.count })}
        regions={reach.regions.map((one) => ({ ...one, name: authorityName(one, translator) }))}
        towns={towns.map((one) => ({
          name: authorityName(one, translator),
          preview: urls.officeReachPreview(frame.town, one.slug, lang),
        }))}
        chosen={area}
        lang={lang}
        languages={previewChoices(deps, office)}
        pages={{ number, count: Math.max(1, Math.ceil(total / listed)) }}
        href={(asked) => urls.officeReach(frame.town, { lang, ...asked })}
      />
    </OfficePage>,
  )
}

async function showInherited(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const { authority } = await openOffice(c, deps)
  const language = param(c, 'lang')
  if (!authority.isArea || !deps.i18n.translator(language)) throw notFound()
  const draft = await previewDocument(deps, authority.id)
  const html = await deps.renderInherited(authority.id, param(c, 'town'), language, draft)
  return c.html(html, 200, { 'x-robots-tag': 'noindex', 'cache-control': 'no-store' })
}
