/** A service as a whole: its overview, "checked today", removing it. */

import type { AppEnv } from '../../../platform/http/env.ts'
import { readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { urls } from '../../../urls.ts'
import { gapFaults } from '../gap-rules.ts'
import { missingFacts } from '../missing-rules.ts'
import { reachNotices, serviceNotices } from '../rules.ts'
import type { ServiceFacts } from '../schema.ts'
import {
  type DraftService,
  dialledShortNumbers,
  factChecksFor,
  listChecks,
  readDraftService,
  removeService,
  saveService,
  standardsOf,
} from '../service.ts'
import { filledIn } from '../standard-rules.ts'
import { standardsFor } from '../use-standard.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { factCheckWords } from './fact-check-words.ts'
import type { FormFault } from './forms/form.ts'
import { changedSince } from './merge/changed-since.ts'
import {
  authorWords,
  factWords,
  type OfficeContext,
  type OfficeRequest,
  openOffice,
  page,
  param,
  previewChoices,
  revisionOf,
  saved,
} from './office-request.ts'
import { RemovePage, type RemovePageProps } from './pages/remove-page.tsx'
import { ServicePage, type ServicePageProps } from './pages/service-page.tsx'
import { factFaults, findService, servedChoices, serviceName, wasRemoved } from './part-request.ts'
import { servicePattern } from './patterns.ts'
import { factRows } from './present-facts.ts'
import { factHref } from './present-missing.ts'
import { partIds, partOf } from './service-parts.ts'
import { suggestedWords } from './suggested.ts'
import { authorName, faultText, kindName, longDate, longMoment } from './wording.ts'

export function serviceRoutes(deps: OfficeChecklistDeps): Route<AppEnv>[] {
  const remove = `${servicePattern}/remove`
  const permission = 'checklist.edit'
  return [
    {
      method: 'GET',
      path: servicePattern,
      permission: 'checklist.read',
      audit: 'checklist.show-service',
      handle: (c) => show(c, deps),
    },
    {
      method: 'POST',
      path: `${servicePattern}/checked`,
      permission,
      audit: 'checklist.check-service',
      handle: (c) => submitChecked(c, deps),
    },
    {
      method: 'GET',
      path: remove,
      permission,
      audit: 'checklist.ask-remove-service',
      handle: (c) => askRemove(c, deps),
    },
    {
      method: 'POST',
      path: remove,
      permission,
      audit: 'checklist.remove-service',
      handle: (c) => submitRemove(c, deps),
    },
  ]
}

async function show(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const service = await findService(deps, office.authority.id, param(c, 'id'))
  return page(c, <ServicePage {...(await serviceProps(deps, office, service))} />)
}

async function serviceProps(
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  service: DraftService,
): Promise<ServicePageProps> {
  const { id } = service
  const { translator, authority } = office
  const { facts, standard } = await standardView(deps, office, service.facts)
  const words = factWords(office, deps, await servedChoices(deps, office, facts.serves))
  const kind = facts.kinds.find((one) => deps.checklist.ids.has(one))
  const dialled = await dialledShortNumbers(deps.database.db, authority.id)
  const checks = factChecksFor(deps, { ...authority, dialled }, deps.clock.now())
  return {
    frame: office.frame,
    id,
    name: serviceName(facts, office),
    revision: service.revision,
    parts: partIds.map((part) => ({ part, rows: factRows(part, facts, words) })),
    missing: missingFacts(deps.completeness, facts).map((one) => ({
      ...one,
      href: factHref(office.frame.town, id, one.fact),
    })),
    standard,
    suggestedBy:
      service.facts.checked === null
        ? await suggestedWords(deps, office, { kind: kind ?? '', service: id })
        : undefined,
    notices: [...gapFaults(facts), ...reachNotices(facts), ...serviceNotices(facts, checks)].map(({ code, path }) => ({
      part: partOf(path),
      text: faultText(translator, { field: '', fact: code }),
    })),
    kind: kind === undefined ? undefined : { id: kind, name: kindName(translator, deps.checklist, kind) },
    checks: await checkWords(deps, office, id),
    factChecks: await factCheckWords(deps, office, service),
    checkedOn: facts.checked ? longDate(translator, facts.checked.on) : undefined,
    changed: await changedWords(deps, office, service),
    imported: service.source !== null,
    previews: previewChoices(deps, office),
    faults: [],
    changedMeanwhile: undefined,
  }
}

/** The service as families read it, and whose standard text it uses or may use. */
async function standardView(
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  facts: ServiceFacts,
): Promise<{ facts: ServiceFacts; standard: ServicePageProps['standard'] }> {
  const { db } = deps.database
  const used = (await standardsOf(db, [facts])).get(facts.standard ?? '')
  const offered = used
    ? []
    : await standardsFor(db, deps.checklist, await deps.readTextOwners(office.authority.id), facts.kinds)
  const text = used ?? offered[0]
  const owner = text && (text.owner.names[office.translator.language] ?? text.owner.name)
  return {
    facts: filledIn(facts, used?.words),
    standard: owner === undefined ? undefined : { owner, used: used !== undefined },
  }
}

/** Checks shown: enough to see who answers. */
const checksShown = 5

async function checkWords(deps: OfficeChecklistDeps, office: OfficeRequest, id: string): Promise<string[]> {
  const checks = await listChecks(deps.database.db, id, checksShown)
  const names = await deps.personNames(checks.flatMap(({ person }) => person ?? []))
  const { translator, authority } = office
  return checks.map(({ way, at, person }) => {
    const when = longMoment(translator, at, authority.timeZone)
    const who = authorName(translator, { person, as: 'person' }, names)
    return translator.t(`confirm.check.${way}`, { when, person: who })
  })
}

async function changedWords(
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  { changedBy, changedAt }: DraftService,
): Promise<{ by: string; at: string }> {
  const at = longMoment(office.translator, changedAt, office.authority.timeZone)
  return { by: await authorWords(deps, office, changedBy), at }
}

/** The service as the officer has just seen it is right today. */
async function submitChecked(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const id = param(c, 'id')
  const service = await findService(deps, office.authority.id, id)
  const fields = await readForm(c.req.raw)
  const facts = { ...service.facts, checked: { on: office.today.toString(), by: 'office' as const } }
  const outcome = await saveService(deps, c.get('act'), office.authority.id, id, facts, revisionOf(fields))
  if (outcome.outcome === 'saved') return saved(c, urls.officeService(office.frame.town, id), 'checked')
  if (outcome.outcome === 'refused') {
    return refusedService(c, deps, office, service, factFaults(outcome.faults, [], facts, { fields, office, id }))
  }
  const current = outcome.current ?? service
  const changed = await changedSince(deps, office, current, revisionOf(fields))
  return page(c, <ServicePage {...(await serviceProps(deps, office, current))} changedMeanwhile={changed} />, 409)
}

/** The service with what stops it from being saved, each fault with the page where it is mended. */
export async function refusedService(
  c: OfficeContext,
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  service: DraftService,
  faults: readonly FormFault[],
): Promise<Response> {
  return page(c, <ServicePage {...(await serviceProps(deps, office, service))} faults={faults} />, 422)
}

async function askRemove(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const service = await findService(deps, office.authority.id, param(c, 'id'))
  return page(c, removePage(office, service, undefined))
}

function removePage(office: OfficeRequest, service: DraftService, changed: RemovePageProps['changed']) {
  return (
    <RemovePage
      frame={office.frame}
      id={service.id}
      name={serviceName(service.facts, office)}
      revision={service.revision}
      changed={changed}
    />
  )
}

async function submitRemove(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const { id: authority } = office.authority
  const id = param(c, 'id')
  const service = await readDraftService(deps.database.db, authority, id)
  const kind = service?.facts.kinds.find((one) => deps.checklist.ids.has(one))
  const { town } = office.frame
  // A second click on the same button has done what it wanted.
  if (!service && (await wasRemoved(deps, authority, id))) return saved(c, urls.officeTown(town), 'removed')
  const revision = revisionOf(await readForm(c.req.raw))
  const outcome = await removeService(
    deps,
    c.get('act'),
    authority,
    (service ?? (await findService(deps, authority, id))).id,
    revision,
  )
  if (outcome.outcome === 'saved') {
    return saved(c, kind === undefined ? urls.officeTown(town) : urls.officeKind(town, kind), 'removed')
  }
  const current = outcome.current ?? (await findService(deps, authority, id))
  return page(c, removePage(office, current, await changedSince(deps, office, current, revision)), 409)
}
