/** Starting a service from the kind it belongs to. */
import { z } from 'zod'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { newShortId } from '../../../platform/ids.ts'
import { urls } from '../../../urls.ts'
import type { ServiceFacts } from '../schema.ts'
import { type DraftService, readDraftService, saveService } from '../service.ts'
import { beginView, begun } from './begin-with.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { emptyService } from './forms/about-form.ts'
import { type FormContext, writtenIn } from './forms/context.ts'
import { type FormFault, formFields } from './forms/form.ts'
import { placeFieldsToShow } from './forms/place-form.ts'
import { chosenService, mergeService } from './merge/merge-service.ts'
import { newServiceForm } from './merge/service-form.ts'
import { type OfficeContext, type OfficeRequest, openOffice, page, param, revisionOf, saved } from './office-request.ts'
import { choiceFault, type MergeView } from './pages/merge-notice.tsx'
import { NewServicePage } from './pages/new-service-page.tsx'
import { factFaults, formContext, partView, shapeFaults } from './part-request.ts'
import { kindPattern } from './patterns.ts'
import { kindName } from './wording.ts'

export function newServiceRoutes(deps: OfficeChecklistDeps): Route<AppEnv>[] {
  const path = `${kindPattern}/new`
  const permission = 'checklist.edit'
  return [
    { method: 'GET', path, permission, audit: 'checklist.start-service', handle: (c) => showNew(c, deps) },
    { method: 'POST', path, permission, audit: 'checklist.add-service', handle: (c) => submitNew(c, deps) },
  ]
}

interface Shown {
  readonly id: string
  readonly kind: string
  readonly facts: ServiceFacts
  readonly fields: FormFields
  readonly revision: number
  readonly faults?: readonly FormFault[]
  readonly merge?: MergeView | undefined
}

async function contextOf(deps: OfficeChecklistDeps, office: OfficeRequest, facts: ServiceFacts): Promise<FormContext> {
  return formContext(deps, office, facts, { fields: new Map(), revision: 0, translateInto: undefined })
}

async function respond(c: OfficeContext, deps: OfficeChecklistDeps, office: OfficeRequest, shown: Shown) {
  const { id, kind, facts, revision, merge, faults = [] } = shown
  const context = await contextOf(deps, office, facts)
  const refusal = faults.length > 0 ? 422 : 200
  return page(
    c,
    <NewServicePage
      frame={office.frame}
      view={{ translator: office.translator, fields: placeFieldsToShow(shown.fields), faults }}
      id={id}
      kind={{ id: kind, name: kindName(office.translator, deps.checklist, kind) }}
      revision={revision}
      merge={merge}
      about={await partView(deps, office, facts, context)}
      begin={revision === 0 ? await beginView(deps, office, kind, writtenIn(facts, context)) : undefined}
    />,
    merge?.told ? 409 : refusal,
  )
}

function kindOf(c: OfficeContext, deps: OfficeChecklistDeps): string {
  const kind = param(c, 'kind')
  if (!deps.checklist.ids.has(kind)) throw notFound()
  return kind
}

async function showNew(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const kind = kindOf(c, deps)
  const office = await openOffice(c, deps)
  const facts = emptyService(kind)
  const language = writtenIn(facts, office)
  const fields = formFields({ kinds: kind, language })
  return respond(c, deps, office, { id: newShortId(), kind, facts, fields, revision: 0 })
}

async function submitNew(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const kind = kindOf(c, deps)
  const office = await openOffice(c, deps)
  const authority = office.authority.id
  const fields = await readForm(c.req.raw)
  const typedId = z.uuid().safeParse(fieldText(fields, 'id'))
  const id = typedId.success ? typedId.data : newShortId()
  const current = await readDraftService(deps.database.db, authority, id)
  const before = current?.facts ?? emptyService(kind)
  const sent: Shown = { id, kind, facts: before, fields, revision: revisionOf(fields) }
  const form = { form: newServiceForm, fields, revision: sent.revision, translateInto: undefined }
  const chosen = current && (await chosenService(deps, office, form, current))
  const shown: Shown = { ...sent, merge: chosen?.merge }
  if (chosen && current.revision === sent.revision && chosen.missing.length > 0) {
    return respond(c, deps, office, { ...shown, faults: chosen.missing.map(choiceFault) })
  }
  const read = chosen?.fields ?? fields
  const parsed = newServiceForm.factsFrom(read, before, await contextOf(deps, office, before))
  const faults = parsed.ok ? shapeFaults(parsed.value, read) : parsed.faults
  if (!parsed.ok || faults.length > 0) return respond(c, deps, office, { ...shown, faults })
  const language = writtenIn(parsed.value, office)
  const begins = await begun(deps, office, { fields: read, kind, language }, parsed.value)
  if (!begins.ok) return respond(c, deps, office, { ...shown, faults: begins.faults })
  const outcome = await saveService(deps, c.get('act'), authority, id, begins.value, shown.revision)
  if (outcome.outcome === 'saved') return saved(c, urls.officeService(office.frame.town, id), 'newService')
  if (outcome.outcome === 'conflict') return respondMerged(c, deps, office, sent, outcome.current)
  if (outcome.faults.some(({ code }) => code === 'idTaken')) return startAgain(c, deps, office, shown)
  const found = factFaults(outcome.faults, ['about', 'place'], begins.value, { fields, office, id })
  return respond(c, deps, office, { ...shown, faults: found })
}

/** The id is spent: what was typed goes on under a fresh one, after another look. */
async function startAgain(c: OfficeContext, deps: OfficeChecklistDeps, office: OfficeRequest, shown: Shown) {
  const faults: FormFault[] = [{ field: 'name', code: 'usedBefore' }]
  return respond(c, deps, office, { ...shown, merge: undefined, id: newShortId(), revision: 0, faults })
}

/** The same form sent again with other words: the service is there already, and what differs is asked about. */
async function respondMerged(
  c: OfficeContext,
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  shown: Shown,
  current: DraftService | undefined,
) {
  if (!current) return startAgain(c, deps, office, shown)
  const sent = { form: newServiceForm, fields: shown.fields, revision: shown.revision, translateInto: undefined }
  const empty = shown.revision === 0 ? { before: emptyService(shown.kind) } : {}
  const merged = await mergeService(deps, office, sent, { current, gone: false, ...empty })
  return respond(c, deps, office, { ...shown, ...merged })
}
