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
import type { OfficeChecklistDeps } from './deps.ts'
import { emptyService } from './forms/about-form.ts'
import { type FormContext, writtenIn } from './forms/context.ts'
import { type FormFault, formFields } from './forms/form.ts'
import { newServiceFrom } from './forms/new-service-form.ts'
import { placeFieldsToShow } from './forms/place-form.ts'
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
import { NewServicePage } from './pages/new-service-page.tsx'
import { factFaults, formContext, partView, shapeFaults } from './part-request.ts'
import { kindPattern } from './patterns.ts'
import { factRows } from './present-facts.ts'
import { kindName, longMoment } from './wording.ts'

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
  readonly conflict?: ConflictView
}

async function contextOf(deps: OfficeChecklistDeps, office: OfficeRequest, facts: ServiceFacts): Promise<FormContext> {
  return formContext(deps, office, facts, { fields: new Map(), revision: 0, translateInto: undefined })
}

async function respond(c: OfficeContext, deps: OfficeChecklistDeps, office: OfficeRequest, shown: Shown) {
  const { id, kind, facts, revision, conflict, faults = [] } = shown
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
      conflict={conflict}
      about={partView(deps, office, facts, context)}
    />,
    conflict ? 409 : refusal,
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
  const before = (await readDraftService(deps.database.db, authority, id))?.facts ?? emptyService(kind)
  const shown: Shown = { id, kind, facts: before, fields, revision: revisionOf(fields) }
  const parsed = newServiceFrom(fields, before, await contextOf(deps, office, before))
  const faults = parsed.ok ? shapeFaults(parsed.value, fields) : parsed.faults
  if (!parsed.ok || faults.length > 0) return respond(c, deps, office, { ...shown, faults })
  const outcome = await saveService(deps, c.get('act'), authority, id, parsed.value, shown.revision)
  if (outcome.outcome === 'saved') return saved(c, urls.officeService(office.frame.town, id), 'newService')
  if (outcome.outcome === 'conflict') return respondConflict(c, deps, office, shown, outcome.current)
  if (outcome.faults.some(({ code }) => code === 'idTaken')) return startAgain(c, deps, office, shown)
  const found = factFaults(outcome.faults, ['about', 'place'], parsed.value, { fields, office, id })
  return respond(c, deps, office, { ...shown, faults: found })
}

/** The id is spent: what was typed goes on under a fresh one, after another look. */
async function startAgain(c: OfficeContext, deps: OfficeChecklistDeps, office: OfficeRequest, shown: Shown) {
  const faults: FormFault[] = [{ field: 'name', code: 'usedBefore' }]
  return respond(c, deps, office, { ...shown, id: newShortId(), revision: 0, faults })
}

/** The same form sent again with other words: the service is there already, and what differs is shown. */
async function respondConflict(
  c: OfficeContext,
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  shown: Shown,
  current: DraftService | undefined,
) {
  if (!current) return startAgain(c, deps, office, shown)
  const yours = newServiceFrom(shown.fields, current.facts, await contextOf(deps, office, current.facts))
  const words = factWords(office, deps)
  const rows = (facts: ServiceFacts) => [...factRows('about', facts, words), ...factRows('place', facts, words)]
  const conflict: ConflictView = {
    by: await authorWords(deps, office, current.changedBy),
    at: longMoment(office.translator, current.changedAt, office.authority.timeZone),
    differences: differencesOf(rows(current.facts), rows(yours.ok ? yours.value : shown.facts)),
  }
  return respond(c, deps, office, { ...shown, facts: current.facts, revision: current.revision, conflict })
}
