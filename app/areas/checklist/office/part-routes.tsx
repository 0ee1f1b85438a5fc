/** One part of a service: shown, and saved. */

import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { urls } from '../../../urls.ts'
import type { ServiceFacts } from '../schema.ts'
import { type DraftService, readDraftService, requestsRedaction, saveService } from '../service.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { emptyService } from './forms/about-form.ts'
import { writtenIn } from './forms/context.ts'
import type { FormFault } from './forms/form.ts'
import { translationRows } from './forms/translation-form.ts'
import {
  authorWords,
  factWords,
  type OfficeContext,
  type OfficeRequest,
  openOffice,
  page,
  param,
  revisionOf,
  saved,
} from './office-request.ts'
import { type ConflictView, differencesOf } from './pages/conflict-notice.tsx'
import { textLabel } from './pages/language-fields.tsx'
import { PartPage } from './pages/part-page.tsx'
import {
  factFaults,
  findService,
  formContext,
  partView,
  servedChoices,
  serviceName,
  shapeFaults,
  wasRemoved,
} from './part-request.ts'
import { servicePattern } from './patterns.ts'
import { type FactRow, factRows } from './present-facts.ts'
import { type ServicePart, servicePart } from './service-parts.ts'
import { longMoment } from './wording.ts'

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

/** What a page of a part is made of; the same for the first time, a refusal and a conflict. */
interface Shown {
  readonly part: ServicePart
  readonly id: string
  readonly facts: ServiceFacts
  readonly fields: FormFields
  readonly revision: number
  readonly translateInto: string | undefined
  readonly faults?: readonly FormFault[]
  readonly conflict?: ConflictView | 'gone'
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
  const { part, id, facts, revision, conflict, faults = [] } = shown
  const context = await formContext(deps, office, facts, shown)
  const fields = part.fieldsToShow?.(shown.fields) ?? shown.fields
  const refusal = faults.length > 0 ? 422 : 200
  return page(
    c,
    <PartPage
      frame={office.frame}
      view={{ translator: office.translator, fields, faults }}
      id={id}
      name={serviceName(facts, office)}
      revision={revision}
      part={part.id}
      conflict={conflict}
      about={partView(deps, office, facts, context, shown.asksToRedact)}
    />,
    conflict ? 409 : refusal,
  )
}

async function submitPart(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const { part, id } = openPart(c)
  const office = await openOffice(c, deps)
  const authority = office.authority.id
  const fields = await readForm(c.req.raw)
  const service = await readDraftService(deps.database.db, authority, id)
  const form = { fields, revision: revisionOf(fields), translateInto: fieldText(fields, 'into') || undefined }
  const shown: Shown = { part, id, facts: service?.facts ?? emptyService(''), ...form }
  if (!service) {
    if (!(await wasRemoved(deps, authority, id))) throw notFound()
    return respond(c, deps, office, { ...shown, conflict: 'gone' })
  }
  const context = await formContext(deps, office, service.facts, form)
  const parsed = part.factsFrom(fields, service.facts, context)
  const faults = parsed.ok ? shapeFaults(parsed.value, fields) : parsed.faults
  if (!parsed.ok || faults.length > 0) return respond(c, deps, office, { ...shown, faults })
  if (part.id === 'place' && !fields.has('redact') && (await requestsRedaction(deps, authority, id, parsed.value))) {
    const ask: FormFault = { field: 'redact', code: 'redactConfirm' }
    return respond(c, deps, office, { ...shown, faults: [ask], asksToRedact: true })
  }
  const outcome = await saveService(deps, c.get('act'), authority, id, parsed.value, form.revision)
  if (outcome.outcome === 'saved') return afterSaving(c, office, shown)
  if (outcome.outcome === 'refused') {
    const found = factFaults(outcome.faults, [part.id], parsed.value, { ...form, office, id })
    return respond(c, deps, office, { ...shown, faults: found })
  }
  return respondConflict(c, deps, office, shown, outcome.current)
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

/** What stands there now beside what was typed; saving again is made on what stands there now. */
async function respondConflict(
  c: OfficeContext,
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  shown: Shown,
  current: DraftService | undefined,
): Promise<Response> {
  if (!current) return respond(c, deps, office, { ...shown, conflict: 'gone' })
  const context = await formContext(deps, office, current.facts, shown)
  const yours = shown.part.factsFrom(shown.fields, current.facts, context)
  const facts = yours.ok ? yours.value : shown.facts
  const served = await servedChoices(deps, office, [...current.facts.serves, ...facts.serves])
  const rows = (of: ServiceFacts): FactRow[] => {
    if (shown.part.id !== 'languages') return factRows(shown.part.id, of, factWords(office, deps, served))
    const language = writtenIn(of, context)
    return translationRows(of, language, shown.translateInto ?? language).map(({ path, translation }) => ({
      label: textLabel(office.translator, path),
      values: translation ? [translation.text] : [],
    }))
  }
  const conflict: ConflictView = {
    by: await authorWords(deps, office, current.changedBy),
    at: longMoment(office.translator, current.changedAt, office.authority.timeZone),
    differences: differencesOf(rows(current.facts), rows(facts)),
  }
  return respond(c, deps, office, { ...shown, facts: current.facts, revision: current.revision, conflict })
}
