/** Publishing and what was published. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { fieldText, readForm } from '../../../platform/http/form.ts'
import { pageAsked } from '../../../platform/http/page-asked.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { urls } from '../../../urls.ts'
import type { Said } from '../changes.ts'
import { readPublishOverview } from '../publish-overview.ts'
import type { Change, PublishFault } from '../rules.ts'
import { lastRestorings, listVersions, publish } from '../service.ts'
import { approvalView } from './approval-request.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { type OfficeContext, type OfficeRequest, openOffice, page, previewChoices, saved } from './office-request.ts'
import { type ChangeView, fieldName } from './pages/change-list.tsx'
import { PublishPage, type PublishPageProps, type PublishProblem } from './pages/publish-page.tsx'
import { VersionsPage } from './pages/versions-page.tsx'
import { serviceName } from './part-request.ts'
import { officePattern } from './patterns.ts'
import { placeOfFact, urlOfFact } from './service-parts.ts'
import { authorName, faultText, kindName, longMoment } from './wording.ts'

/** Changes on one page. */
const listed = 100
/** How many restorings the list of versions offers to take back. */
const shownRestorings = 5

export function publishRoutes(deps: OfficeChecklistDeps): Route<AppEnv>[] {
  const path = `${officePattern}/publish`
  const versions = `${officePattern}/versions`
  const read = 'checklist.read'
  return [
    { method: 'GET', path, permission: read, audit: 'checklist.show-changes', handle: (c) => showPublish(c, deps) },
    {
      method: 'POST',
      path,
      permission: 'checklist.publish',
      audit: 'checklist.publish',
      handle: (c) => submitPublish(c, deps),
    },
    {
      method: 'GET',
      path: versions,
      permission: read,
      audit: 'checklist.list-versions',
      handle: (c) => showVersions(c, deps),
    },
  ]
}

async function showPublish(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  return page(c, <PublishPage {...(await publishProps(c, deps, office))} />)
}

async function publishProps(
  c: OfficeContext,
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  { typed = '', everything = false }: { readonly typed?: string; readonly everything?: boolean } = {},
): Promise<PublishPageProps> {
  const number = pageAsked(c)
  const part = { from: (number - 1) * listed, most: listed, everything }
  const shown = await readPublishOverview(deps, office.authority.id, part)
  const { checked, faults, notices, changes, total, unchecked } = shown
  return {
    frame: office.frame,
    changes: changeViews(changes, shown, office, deps),
    pages: { number, count: Math.max(1, Math.ceil(total / listed)) },
    total,
    unchecked,
    faults: faults.map((fault) => faultView(fault, checked, office, deps)),
    notices: notices.map((notice) => faultView(notice, checked, office, deps)),
    problem: undefined,
    approval: await approvalView(deps, office, shown, { person: c.get('actor').id, typed }),
    previews: previewChoices(deps, office),
    inheritors:
      office.authority.isArea && total > 0 ? (await deps.readInheritors(office.authority.id)).count : undefined,
  }
}

/** Names from the state in which the thing stands, and a link to where it is edited. */
export function changeViews(
  changes: readonly Change[],
  { before, after }: { before: Said | undefined; after: Said },
  office: OfficeRequest,
  { checklist, languages }: OfficeChecklistDeps,
): ChangeView[] {
  const { town } = office.frame
  const links = {
    introduction: () => urls.officeIntroduction(town),
    answer: (id: string) => urls.officeKind(town, id),
    service: (id: string) => urls.officeService(town, id),
  }
  return changes.map(({ type, id, change, fields }) => {
    const service = [...after.services, ...(before?.services ?? [])].find((one) => one.id === id)
    const names = {
      introduction: '',
      answer: kindName(office.translator, checklist, id),
      service: service ? serviceName(service, office) : id,
    }
    return {
      type,
      change,
      name: names[type],
      // The introduction has no fields but its languages.
      fields: fields.map((field) =>
        type === 'introduction' ? (languages.byCode(field)?.autonym ?? field) : fieldName(office.translator, field),
      ),
      href: change === 'removed' ? undefined : links[type](id),
    }
  })
}

function faultView(
  fault: PublishFault,
  document: Said,
  office: OfficeRequest,
  { checklist }: OfficeChecklistDeps,
): PublishPageProps['faults'][number] {
  const { town } = office.frame
  const text = faultText(office.translator, { field: '', fact: fault.code })
  if (fault.service) {
    const service = document.services.find(({ id }) => id === fault.service)
    const where = service ? serviceName(service, office) : fault.service
    if (!service) return { text, where, href: urls.officeTown(town) }
    const place = placeOfFact(fault.path, service, { fields: new Map(), official: office.official })
    return { text, where, href: urlOfFact(town, fault.service, place) }
  }
  if (fault.kind) {
    return { text, where: kindName(office.translator, checklist, fault.kind), href: urls.officeKind(town, fault.kind) }
  }
  if (fault.path[0] === 'introduction') {
    const where = office.translator.t('checklist.office.introduction.title')
    return { text, where, href: urls.officeIntroduction(town) }
  }
  return { text, where: office.frame.townName, href: urls.officeTown(town) }
}

async function submitPublish(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const seen = fieldText(await readForm(c.req.raw), 'seen')
  const outcome = await publish(deps, c.get('act'), office.authority.id, seen)
  if (outcome.outcome === 'draft-changed') {
    return showPublishAgain(c, deps, office, { problem: 'draft-changed', status: 409 })
  }
  if (outcome.outcome === 'refused') return showPublishAgain(c, deps, office, { problem: 'faults', status: 422 })
  // The page was made before a second person was wanted.
  if (outcome.outcome === 'needs-approval') {
    return showPublishAgain(c, deps, office, { problem: 'needs-approval', status: 409 })
  }
  return saved(c, urls.officeVersions(office.frame.town), outcome.outcome)
}

/** The page as it is now, with what stopped the form above it, and what was typed. */
export async function showPublishAgain(
  c: OfficeContext,
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  { problem, status, typed }: { problem: PublishProblem; status: 409 | 422; typed?: string },
): Promise<Response> {
  const props = await publishProps(c, deps, office, { typed: typed ?? '', everything: problem === 'faults' })
  return page(c, <PublishPage {...props} problem={problem} />, status)
}

async function showVersions(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const rows = await listVersions(deps.database.db, office.authority.id)
  const restorings = await lastRestorings(deps.database.db, office.authority.id, shownRestorings)
  const authors = [...rows.map(({ publishedBy }) => publishedBy), ...restorings.map(({ by }) => by)]
  const names = await deps.personNames(authors.flatMap(({ person }) => person ?? []))
  const versions = rows.map(({ publishedAt, publishedBy, ...row }) => ({
    ...row,
    by: authorName(office.translator, publishedBy, names),
    at: longMoment(office.translator, publishedAt, office.authority.timeZone),
  }))
  const replaced = restorings.map(({ record, at, by }) => ({
    record,
    by: authorName(office.translator, by, names),
    at: longMoment(office.translator, at, office.authority.timeZone),
  }))
  return page(c, <VersionsPage frame={office.frame} versions={versions} replaced={replaced} />)
}
