/** Who reads a standard text: the towns whose pages show it, and each page as it would be with the draft. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { pageAsked } from '../../platform/http/page-asked.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { patterns, urls } from '../../urls.ts'
import { kindName, ReachList, reachAsked } from '../checklist/index.ts'
import type { StandardsOfficeDeps } from './deps.ts'
import { type OfficeContext, type OwnerRequest, openOwner, page, textLists, textOf } from './office-request.ts'
import { DutyReach } from './pages/duty-reach.tsx'
import { OwnerPage } from './pages/owner-frame.tsx'
import { answersBegunWith, type ListedText, publishersUsing } from './text-store.ts'

/** Towns on one page. */
const listed = 100

export function reachRoutes(deps: StandardsOfficeDeps): Route<AppEnv>[] {
  const get = { method: 'GET', permission: 'standards.write' } as const
  return textLists.flatMap((list): Route<AppEnv>[] => {
    const path = `${list}${patterns.id}/reach`
    const town = '/:town{[0-9a-f-]{36}}'
    return [
      { ...get, path, audit: 'standards.show-reach', handle: (c) => showReach(c, deps) },
      {
        ...get,
        path: `${path}${town}${patterns.lang}`,
        audit: 'standards.preview-reach',
        handle: (c) => showUsed(c, deps),
      },
    ]
  })
}

async function showReach(c: OfficeContext, deps: StandardsOfficeDeps): Promise<Response> {
  const request = await openOwner(c, deps)
  const text = await textOf(c, deps, request)
  const { frame } = request
  const { translator } = frame.of
  if (deps.checklist.duties.has(text.kind)) return showBegun(c, deps, request, text)
  const nameOf = ({ name, names }: { name: string; names: Readonly<Record<string, string>> }) =>
    names[translator.language] ?? name
  const { area, number, lang } = reachAsked(c, deps)
  const publishers = await publishersUsing(deps.database.db, text.id)
  const reach = await deps.readUsers(publishers)
  const part = { within: area, from: (number - 1) * listed, most: listed }
  const { towns, total } = await deps.listUsers(publishers, part)
  const here = urls.standardText(frame.texts, text.id)
  return page(
    c,
    <OwnerPage
      frame={frame}
      title={translator.t('reach.title')}
      caption={kindName(translator, deps.checklist, text.kind)}
      back={{ href: here, text: translator.t('reach.backToText') }}
    >
      <ReachList
        translator={translator}
        about={translator.t('reach.aboutText', { towns: reach.count })}
        regions={reach.regions.map((one) => ({ ...one, name: nameOf(one) }))}
        towns={towns.map((one) => ({ name: nameOf(one), preview: urls.standardReachPreview(here, one.id, lang) }))}
        chosen={area}
        lang={lang}
        languages={deps.i18n.offered.map(({ code, tag, autonym }) => ({ code, tag, name: autonym }))}
        pages={{ number, count: Math.max(1, Math.ceil(total / listed)) }}
        href={(asked) => urls.standardReach(here, { lang, ...asked })}
      />
    </OwnerPage>,
  )
}

/** No page changes with the words of a duty: those who began with them are told. */
async function showBegun(
  c: OfficeContext,
  deps: StandardsOfficeDeps,
  { frame }: OwnerRequest,
  { id, kind }: ListedText,
): Promise<Response> {
  const { translator } = frame.of
  const number = pageAsked(c)
  const part = { from: (number - 1) * listed, most: listed }
  const { towns, total } = await answersBegunWith(deps.database.db, id, part)
  const here = urls.standardText(frame.texts, id)
  return page(
    c,
    <OwnerPage
      frame={frame}
      title={translator.t('reach.titleBegan')}
      caption={kindName(translator, deps.checklist, kind)}
      back={{ href: here, text: translator.t('reach.backToText') }}
    >
      <DutyReach
        translator={translator}
        total={total}
        towns={towns.map((one) => ({
          name: one.names[translator.language] ?? one.name,
          href: urls.town(translator.language, one),
        }))}
        pages={{ number, count: Math.max(1, Math.ceil(total / listed)) }}
        href={(page) => urls.standardReach(here, { page })}
      />
    </OwnerPage>,
  )
}

async function showUsed(c: OfficeContext, deps: StandardsOfficeDeps): Promise<Response> {
  const { id, kind, words } = await textOf(c, deps, await openOwner(c, deps))
  const language = c.req.param('lang') ?? ''
  if (deps.checklist.duties.has(kind) || !deps.i18n.offered.some(({ code }) => code === language)) throw notFound()
  const publishers = await publishersUsing(deps.database.db, id)
  const html = await deps.renderUsed(publishers, c.req.param('town') ?? '', language, { standard: id, words })
  return c.html(html, 200, { 'x-robots-tag': 'noindex', 'cache-control': 'no-store' })
}
