/** An earlier version, or one service or answer of it, becomes the draft; and what that replaced comes back. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { fieldText, readForm } from '../../../platform/http/form.ts'
import { pageAsked } from '../../../platform/http/page-asked.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { patterns, urls } from '../../../urls.ts'
import type { RestorePart } from '../rules.ts'
import { previewRestore, type RestoreFrom, type RestorePreview, restoreDraft } from '../service.ts'
import { readServices } from '../state-store.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { factWords, type OfficeContext, type OfficeRequest, openOffice, page, param, saved } from './office-request.ts'
import { RestorePage, type RestorePageProps } from './pages/restore-page.tsx'
import { servedChoices, serviceName } from './part-request.ts'
import { officePattern } from './patterns.ts'
import { servedIn } from './present-changes.ts'
import { presentDraftChanges } from './present-comparison.ts'
import { faultText, kindName } from './wording.ts'

type Asked = (c: OfficeContext) => RestoreFrom

/** A version, and what of it. */
const versionAsked =
  (part: (c: OfficeContext) => RestorePart): Asked =>
  (c) => ({ version: Number(param(c, 'version')), part: part(c) })

const asked: readonly { readonly path: string; readonly audit: string; readonly from: Asked }[] = [
  { path: 'restore', from: versionAsked(() => ({ type: 'all' })) },
  {
    path: `restore/kinds${patterns.kind}`,
    from: versionAsked((c) => ({ type: 'answer', id: param(c, 'kind') })),
  },
  {
    path: `restore/services${patterns.id}`,
    from: versionAsked((c) => ({ type: 'service', id: param(c, 'id') })),
  },
].map(({ path, from }) => ({
  path: `${officePattern}/versions/:version{[1-9][0-9]{0,8}}/${path}`,
  audit: 'checklist.restore',
  from,
}))

const replaced: (typeof asked)[number] = {
  path: `${officePattern}/versions/replaced/:record{[1-9][0-9]{0,17}}`,
  audit: 'checklist.bring-back-draft',
  from: (c) => ({ record: param(c, 'record') }),
}

/** Things on one page. */
const listed = 50

export function restoreRoutes(deps: OfficeChecklistDeps): Route<AppEnv>[] {
  return [...asked, replaced].flatMap(({ path, audit, from }): Route<AppEnv>[] => [
    {
      method: 'GET',
      path,
      permission: 'checklist.read',
      audit: `checklist.ask-${audit.slice('checklist.'.length)}`,
      handle: async (c) => showRestore(c, deps, await openOffice(c, deps), from(c)),
    },
    {
      method: 'POST',
      path,
      permission: 'checklist.edit',
      audit,
      handle: (c) => submitRestore(c, deps, from(c)),
    },
  ])
}

async function showRestore(
  c: OfficeContext,
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  from: RestoreFrom,
  changed = false,
): Promise<Response> {
  const number = pageAsked(c)
  const part = { from: (number - 1) * listed, most: listed }
  const preview = await previewRestore(deps, office.authority.id, from, part)
  if (!preview) throw notFound()
  const served = [...new Set(preview.changes.flatMap(servedIn))]
  const words = factWords(office, deps, await servedChoices(deps, office, served))
  const names = await namesOf(deps, office, from, preview)
  return page(
    c,
    <RestorePage
      frame={office.frame}
      version={'version' in from ? from.version : undefined}
      whole={!('version' in from) || from.part.type === 'all'}
      things={presentDraftChanges(preview.changes, words)}
      faults={preview.faults.map((fault) => ({
        where: names(fault.service ?? fault.kind ?? ''),
        text: faultText(office.translator, { field: '', fact: fault.code }),
      }))}
      left={preview.left.map(({ id, reason }) => ({ name: names(id), reason }))}
      total={preview.total}
      pages={{ number, count: Math.max(1, Math.ceil(preview.total / listed)) }}
      seen={preview.seen}
      changed={changed}
    />,
    changed ? 409 : 200,
  )
}

/** Names of services and kinds, from the version and from what would change. */
async function namesOf(
  { database, checklist }: OfficeChecklistDeps,
  office: OfficeRequest,
  from: RestoreFrom,
  preview: RestorePreview,
): Promise<(id: string) => RestorePageProps['left'][number]['name']> {
  const names = new Map<string, string>()
  if ('version' in from) {
    const left = preview.left.map(({ id }) => id)
    const found = await readServices(database.db, office.authority.id, { version: from.version }, left)
    for (const service of found) names.set(service.id, serviceName(service, office))
  }
  for (const change of preview.changes) {
    const facts = change.thing === 'service' && (change.after ?? change.before)
    if (facts) names.set(change.id, serviceName(facts, office))
  }
  return (id) => names.get(id) ?? kindName(office.translator, checklist, id)
}

async function submitRestore(c: OfficeContext, deps: OfficeChecklistDeps, from: RestoreFrom): Promise<Response> {
  const office = await openOffice(c, deps)
  const seen = fieldText(await readForm(c.req.raw), 'seen')
  const { outcome } = await restoreDraft(deps, c.get('act'), office.authority.id, from, seen)
  if (outcome === 'unknown') throw notFound()
  if (outcome === 'draft-changed') return showRestore(c, deps, office, from, true)
  return saved(c, urls.officePublish(office.frame.town), 'restored')
}
