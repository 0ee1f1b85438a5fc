/** Copying a service: a new draft that says the same, under a name of its own. */
import { z } from 'zod'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { newShortId } from '../../../platform/ids.ts'
import { urls } from '../../../urls.ts'
import { copyService } from '../copy-service.ts'
import { type DraftService, readDraftService } from '../service.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { writtenIn } from './forms/context.ts'
import { type FormFault, formFields } from './forms/form.ts'
import {
  languageChoices,
  type OfficeContext,
  type OfficeRequest,
  openOffice,
  page,
  param,
  saved,
} from './office-request.ts'
import { CopyPage } from './pages/copy-page.tsx'
import { factFaults, findService, serviceName, shapeFaults } from './part-request.ts'
import { servicePattern } from './patterns.ts'

export function copyRoutes(deps: OfficeChecklistDeps): Route<AppEnv>[] {
  const path = `${servicePattern}/copy`
  const permission = 'checklist.edit'
  return [
    { method: 'GET', path, permission, audit: 'checklist.ask-copy-service', handle: (c) => show(c, deps) },
    { method: 'POST', path, permission, audit: 'checklist.copy-service', handle: (c) => submit(c, deps) },
  ]
}

interface Shown {
  readonly id: string
  readonly fields: FormFields
  readonly faults?: readonly FormFault[]
}

function respond(
  c: OfficeContext,
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  source: DraftService,
  { id, fields, faults = [] }: Shown,
): Response {
  const code = writtenIn(source.facts, office)
  return page(
    c,
    <CopyPage
      frame={office.frame}
      view={{ translator: office.translator, fields, faults }}
      from={{ id: source.id, name: serviceName(source.facts, office), revision: source.revision }}
      id={id}
      language={languageChoices([code], deps)[0] ?? { tag: code, autonym: code }}
      confidential={source.facts.place.type === 'confidential'}
    />,
    faults.length > 0 ? 422 : 200,
  )
}

async function show(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const source = await findService(deps, office.authority.id, param(c, 'id'))
  const name = source.facts.name[writtenIn(source.facts, office)]?.text ?? ''
  return respond(c, deps, office, source, { id: newShortId(), fields: formFields({ name }) })
}

const folded = (text: string): string => text.trim().toLowerCase()

function nameFaults(name: string, { facts }: DraftService): FormFault[] {
  if (name === '') return [{ field: 'name', code: 'nameMissing' }]
  const known = Object.values(facts.name).some(({ text }) => folded(text) === folded(name))
  return known ? [{ field: 'name', code: 'nameSame' }] : []
}

async function submit(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const authority = office.authority.id
  const source = await findService(deps, authority, param(c, 'id'))
  const fields = await readForm(c.req.raw)
  const typedId = z.uuid().safeParse(fieldText(fields, 'id'))
  const id = typedId.success ? typedId.data : newShortId()
  const typed = fieldText(fields, 'name')
  const name = { [writtenIn(source.facts, office)]: { text: typed, origin: 'person' as const } }
  const wrong = nameFaults(typed, source)
  const faults = wrong.length > 0 ? wrong : shapeFaults({ ...source.facts, name }, fields)
  if (faults.length > 0) return respond(c, deps, office, source, { id, fields, faults })
  const outcome = await copyService(deps, c.get('act'), authority, { from: source.id, id, name })
  if (outcome.outcome === 'saved') return saved(c, urls.officeService(office.frame.town, id), 'copied')
  if (outcome.outcome === 'gone') throw notFound()
  if (outcome.faults.some(({ code }) => code === 'idTaken')) {
    const again: FormFault[] = [{ field: 'name', code: 'usedBefore' }]
    return respond(c, deps, office, source, { id: newShortId(), fields, faults: again })
  }
  const current = (await readDraftService(deps.database.db, authority, source.id)) ?? source
  // What the rules refuse in the copy stands in the service itself: it is mended there first.
  const found = factFaults(outcome.faults, [], { ...current.facts, name }, { fields, office, id: source.id })
  return respond(c, deps, office, current, { id, fields, faults: found })
}
