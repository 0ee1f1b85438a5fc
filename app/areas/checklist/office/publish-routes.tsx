/** Publishing and what was published. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { urls } from '../../../urls.ts'
import { type Change, changesSince, type PublishFault } from '../rules.ts'
import type { SnapshotDocument } from '../schema.ts'
import { lastRestorings, listVersions, preview, publish, readCurrent, readVersion } from '../service.ts'
import { approvalView } from './approval-request.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import {
  factWords,
  type OfficeContext,
  type OfficeRequest,
  openOffice,
  page,
  param,
  previewChoices,
  saved,
} from './office-request.ts'
import { type ChangeView, fieldName } from './pages/change-list.tsx'
import { PublishPage, type PublishPageProps, type PublishProblem } from './pages/publish-page.tsx'
import { VersionPage } from './pages/version-page.tsx'
import { VersionsPage } from './pages/versions-page.tsx'
import { servedChoices, serviceName } from './part-request.ts'
import { officePattern } from './patterns.ts'
import { answerRows, factRows, wordsOf } from './present-facts.ts'
import { partIds, placeOfFact, urlOfFact } from './service-parts.ts'
import { authorName, faultText, kindName, longMoment } from './wording.ts'

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
    {
      method: 'GET',
      path: `${versions}/:version{[1-9][0-9]{0,8}}`,
      permission: read,
      audit: 'checklist.show-version',
      handle: (c) => showVersion(c, deps),
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
  typed = '',
): Promise<PublishPageProps> {
  const shown = await preview(deps, office.authority.id)
  const { document, faults, changes, current } = shown
  return {
    frame: office.frame,
    changes: changeViews(changes, { before: current, after: document }, office, deps),
    faults: faults.map((fault) => faultView(fault, document, office, deps)),
    problem: undefined,
    approval: await approvalView(deps, office, shown, { person: c.get('actor').id, typed }),
    previews: previewChoices(deps),
  }
}

/** Names from the document in which the thing stands, and a link to where it is edited. */
function changeViews(
  changes: readonly Change[],
  { before, after }: { before: SnapshotDocument | undefined; after: SnapshotDocument },
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
  document: SnapshotDocument,
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
  return page(c, <PublishPage {...(await publishProps(c, deps, office, typed))} problem={problem} />, status)
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

async function showVersion(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const { db } = deps.database
  const { id, timeZone } = office.authority
  const document = await readVersion(db, id, Number(param(c, 'version')))
  const current = await readCurrent(db, id)
  if (!document || !current) throw notFound()
  const served = [...new Set(document.services.flatMap(({ serves }) => serves))]
  const words = factWords(office, deps, await servedChoices(deps, office, served))
  const isCurrent = document.version === current.version
  return page(
    c,
    <VersionPage
      frame={office.frame}
      version={document.version}
      current={current.version}
      at={longMoment(office.translator, Temporal.Instant.from(document.publishedAt), timeZone)}
      changesToCurrent={
        isCurrent
          ? undefined
          : changeViews(changesSince(document, current), { before: document, after: current }, office, deps)
      }
      introduction={wordsOf(document.introduction, words)}
      answers={document.answers.map((answer) => ({
        kind: answer.kind,
        name: kindName(office.translator, deps.checklist, answer.kind),
        rows: answerRows(answer, words),
      }))}
      services={document.services.map((service) => ({
        id: service.id,
        name: serviceName(service, office),
        rows: partIds.flatMap((part) => factRows(part, service, words)),
      }))}
    />,
  )
}
