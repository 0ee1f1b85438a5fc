/** One part of a service: shown, and saved. */

import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { urls } from '../../../urls.ts'
import type { ServiceFacts } from '../schema.ts'
import {
  bringServiceBack,
  type DraftService,
  readServiceOrRemoved,
  requestsRedaction,
  saveService,
  sayDialled,
} from '../service.ts'
import { consentWords } from './consent-words.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { dialledNumbers } from './forms/contact-form.ts'
import type { FormFault } from './forms/form.ts'
import { chosenService, mergeService } from './merge/merge-service.ts'
import { formOfPart } from './merge/service-form.ts'
import { type OfficeContext, type OfficeRequest, openOffice, page, param, revisionOf, saved } from './office-request.ts'
import { choiceFault, type MergeView } from './pages/merge-notice.tsx'
import { PartPage } from './pages/part-page.tsx'
import { factFaults, findService, formContext, partView, serviceName, shapeFaults } from './part-request.ts'
import { servicePattern } from './patterns.ts'
import { type ServicePart, servicePart } from './service-parts.ts'

export function partRoutes(deps: OfficeChecklistDeps): Route<AppEnv>[] {
  const path = `${servicePattern}/:part{[a-z]+}`
  return [
    {
      method: 'GET',
      path,
      permission: 'checklist.read',
      audit: 'checklist.edit-service',
      handle: (c) => showPart(c, deps),
    },
    {
      method: 'POST',
      path,
      permission: 'checklist.edit',
      audit: 'checklist.save-service',
      handle: (c) => submitPart(c, deps),
    },
  ]
}

function openPart(c: OfficeContext): { part: ServicePart; id: string } {
  const part = servicePart(param(c, 'part'))
  if (!part) throw notFound()
  return { part, id: param(c, 'id') }
}

/** What a page of a part is made of; the same for the first time, a refusal and a merge. */
interface Shown {
  readonly part: ServicePart
  readonly id: string
  readonly facts: ServiceFacts
  readonly fields: FormFields
  readonly revision: number
  readonly translateInto: string | undefined
  readonly faults?: readonly FormFault[]
  readonly merge?: MergeView | undefined
  /** Somebody has taken the service out. */
  readonly gone?: boolean
  readonly asksToRedact?: boolean
}

async function showPart(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const { part, id } = openPart(c)
  const office = await openOffice(c, deps)
  const { facts, revision } = await findService(deps, office.authority.id, id)
  const asked = c.req.query('into') ?? ''
  const translateInto = deps.languages.codes.has(asked) ? asked : undefined
  const context = await formContext(deps, office, facts, { fields: new Map(), revision, translateInto })
  const fields = part.fieldsFrom(facts, context)
  return respond(c, deps, office, { part, id, facts, fields, revision, translateInto })
}

async function respond(
  c: OfficeContext,
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  shown: Shown,
): Promise<Response> {
  const { part, id, facts, revision, merge, gone = false, faults = [] } = shown
  const context = await formContext(deps, office, facts, shown)
  const fields = part.fieldsToShow?.(shown.fields) ?? shown.fields
  const refusal = faults.length > 0 ? 422 : 200
  const about = await partView(deps, office, facts, context, shown.asksToRedact)
  const places = part.id === 'area' ? about.areas.map((one) => one.id) : []
  return page(
    c,
    <PartPage
      frame={office.frame}
      view={{ translator: office.translator, fields, faults }}
      id={id}
      name={serviceName(facts, office)}
      revision={revision}
      part={part.id}
      merge={merge}
      gone={gone}
      about={{ ...about, consents: await consentWords(deps, office, id, places) }}
    />,
    merge?.told ? 409 : refusal,
  )
}

/** The draft, or what it was when somebody took it out. @throws RequestFault not-found where it never was. */
async function findDraft(deps: OfficeChecklistDeps, authority: string, id: string) {
  const found = await readServiceOrRemoved(deps.database.db, authority, id)
  if (!found) throw notFound()
  return found
}

async function submitPart(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const { part, id } = openPart(c)
  const office = await openOffice(c, deps)
  const authority = office.authority.id
  const fields = await readForm(c.req.raw)
  const { current, gone } = await findDraft(deps, authority, id)
  const form = { fields, revision: revisionOf(fields), translateInto: fieldText(fields, 'into') || undefined }
  const sent: Shown = { part, id, facts: current.facts, gone, ...form }
  const back = fields.has('back')
  if (gone && !back) return respondMerged(c, deps, office, sent, current)
  const chosen = await chosenService(deps, office, { form: formOfPart(part), ...form }, current)
  const shown: Shown = { ...sent, merge: chosen.merge }
  if (current.revision === form.revision && chosen.missing.length > 0) {
    return respond(c, deps, office, { ...shown, faults: chosen.missing.map(choiceFault) })
  }
  const context = await formContext(deps, office, current.facts, form)
  const parsed = part.factsFrom(chosen.fields, current.facts, context)
  const faults = parsed.ok ? shapeFaults(parsed.value, chosen.fields) : parsed.faults
  if (!parsed.ok || faults.length > 0) return respond(c, deps, office, { ...shown, faults })
  if (part.id === 'place' && !fields.has('redact') && (await requestsRedaction(deps, authority, id, parsed.value))) {
    const ask: FormFault = { field: 'redact', code: 'redactConfirm' }
    return respond(c, deps, office, { ...shown, faults: [ask], asksToRedact: true })
  }
  if (part.id === 'contact') await sayDialled(deps, c.get('act'), authority, dialledNumbers(fields))
  const save = back && gone ? bringServiceBack : saveService
  const outcome = await save(deps, c.get('act'), authority, id, parsed.value, form.revision)
  if (outcome.outcome === 'saved') return afterSaving(c, office, shown)
  if (outcome.outcome === 'refused') {
    const found = factFaults(outcome.faults, [part.id], parsed.value, { ...form, office, id })
    return respond(c, deps, office, { ...shown, faults: found })
  }
  const now = await findDraft(deps, authority, id)
  return respondMerged(c, deps, office, { ...sent, gone: now.gone }, now.current)
}

/** The overview; or the same form with fresh rows, or for the next language. */
function afterSaving(c: OfficeContext, office: OfficeRequest, { part, id, fields, translateInto }: Shown): Response {
  const { town } = office.frame
  if (fieldText(fields, 'after') === 'more') return saved(c, urls.officeServicePart(town, id, part.id), 'service')
  if (part.id === 'languages' && translateInto) {
    return saved(c, urls.officeServicePart(town, id, part.id), 'service', { into: translateInto })
  }
  return saved(c, urls.officeService(town, id), 'service')
}

/** The form with what both changed, to be looked at; saving it is made on what stands there now. */
async function respondMerged(
  c: OfficeContext,
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  shown: Shown,
  current: DraftService,
): Promise<Response> {
  const { part, id, gone = false } = shown
  const merged = await mergeService(deps, office, { form: formOfPart(part), ...shown }, { current, gone })
  const context = await formContext(deps, office, current.facts, { ...shown, fields: merged.fields })
  const saves = part.factsFrom(merged.fields, current.facts, context)
  const asksToRedact = saves.ok && (await requestsRedaction(deps, office.authority.id, id, saves.value))
  return respond(c, deps, office, { ...shown, ...merged, asksToRedact: part.id === 'place' && asksToRedact })
}
