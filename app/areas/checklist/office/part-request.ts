/** What the pages of one service's parts need: the service, what its forms must know, what they show. */

import { z } from 'zod'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldTexts } from '../../../platform/http/form.ts'
import { urls } from '../../../urls.ts'
import { ownerOfService } from '../draft-store.ts'
import type { FactFault } from '../faults.ts'
import { type ServiceFacts, serviceFacts } from '../schema.ts'
import { type DraftService, readDraftService } from '../service.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { typedAuthorities } from './forms/area-form.ts'
import { type AuthorityChoice, type FormContext, writtenIn } from './forms/context.ts'
import type { FormFault } from './forms/form.ts'
import { translationRows } from './forms/translation-form.ts'
import { authorityChoice, languageChoices, type OfficeRequest } from './office-request.ts'
import type { PartView } from './pages/part-view.ts'
import { hoursSaid } from './present-hours-said.ts'
import { schoolDatesWords } from './school-holiday-routes.tsx'
import { fieldOf, type PartId, placeOfFact, urlOfFact } from './service-parts.ts'
import { kindName, textIn } from './wording.ts'

/** @throws RequestFault not-found when it is not there, or another town's. */
export async function findService(deps: OfficeChecklistDeps, authority: string, id: string): Promise<DraftService> {
  const service = await readDraftService(deps.database.db, authority, id)
  if (!service) throw notFound()
  return service
}

/** True when the town's service was there and somebody has taken it out. */
export async function wasRemoved(deps: OfficeChecklistDeps, authority: string, id: string): Promise<boolean> {
  const owner = await ownerOfService(deps.database.db, id)
  return owner?.authority === authority && owner.removed
}

export function serviceName({ name }: ServiceFacts, office: OfficeRequest): string {
  return (
    textIn(name, [office.translator.language, ...office.official]) ??
    office.translator.t('checklist.office.service.unnamed')
  )
}

/** The names of those that a service is for. */
export async function servedChoices(
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  ids: readonly string[],
): Promise<AuthorityChoice[]> {
  if (ids.length === 0) return []
  return (await deps.readAuthorities(ids)).map((one) => authorityChoice(one, office.translator))
}

/** @param fields what was typed; empty when a form is shown for the first time. */
export async function formContext(
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  facts: ServiceFacts,
  form: { readonly fields: FormFields; readonly revision: number; readonly translateInto: string | undefined },
): Promise<FormContext> {
  const { authority, translator } = office
  const belongsTo = (await deps.readAreasOf(authority.id)).map((one) => authorityChoice(one, translator))
  // Ticked ones, too: another officer may have taken out meanwhile what stands ticked in the form.
  const ticked = fieldTexts(form.fields, 'areas').filter((id) => z.uuid().safeParse(id).success)
  const served = await servedChoices(deps, office, [...new Set([...facts.serves, ...ticked])])
  const areas = [authorityChoice(authority, translator), ...belongsTo, ...served]
  const found = new Map<string, AuthorityChoice[]>()
  for (const wanted of typedAuthorities(form.fields)) {
    const matches = await deps.findAuthorities(authority.country, wanted)
    found.set(
      wanted,
      matches.map((one) => authorityChoice(one, translator)),
    )
  }
  return {
    checklist: deps.checklist,
    languages: deps.languages,
    official: office.official,
    demonstration: authority.demonstration,
    revision: form.revision,
    translateInto: form.translateInto,
    areas: areas.filter(({ id }, index) => areas.findIndex((one) => one.id === id) === index),
    found,
  }
}

export async function partView(
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  facts: ServiceFacts,
  context: FormContext,
  asksToRedact = false,
): Promise<PartView> {
  const language = writtenIn(facts, context)
  const today = deps.clock.now().toZonedDateTimeISO(office.authority.timeZone).toPlainDate()
  const all = languageChoices(
    deps.languages.list.map(({ code }) => code),
    deps,
  )
  const own = office.official.flatMap((code) => all.filter((one) => one.code === code))
  const into = all.find(({ code }) => code === context.translateInto && code !== language)
  return {
    writtenIn: all.find(({ code }) => code === language) ?? { code: language, tag: language, autonym: language },
    languages: [...own, ...all.filter((one) => !own.includes(one))],
    kinds: deps.checklist.kinds.map(({ id }) => ({ value: id, text: kindName(office.translator, deps.checklist, id) })),
    areas: context.areas,
    consents: new Map(),
    asksToRedact,
    demonstration: context.demonstration,
    usesStandard: facts.standard !== undefined,
    hoursSaid: hoursSaid(office.translator, facts.hours, today),
    schoolDates: { words: await schoolDatesWords(deps, office), href: urls.officeSchoolHolidays(office.frame.town) },
    legalHref:
      (await deps.legalNotesIn(office.authority.country)).length > 0
        ? urls.legalNotes(office.translator.language, office.authority.country)
        : undefined,
    translateInto: into,
    translations: into ? translationRows(facts, language, into.code) : [],
  }
}

/** What the schema refuses though every field could be read: lengths and counts. */
export function shapeFaults(facts: ServiceFacts, fields: FormFields): FormFault[] {
  const { error } = serviceFacts.safeParse(facts)
  return (error?.issues ?? []).map((issue): FormFault => {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
    return { field: fieldOf(path, facts, fields), code: issue.code === 'too_big' ? 'tooLong' : 'invalid' }
  })
}

/** Faults of the facts where they are typed: on this page, or on that of another part. */
export function factFaults(
  faults: readonly FactFault[],
  shown: readonly PartId[],
  facts: ServiceFacts,
  typed: { fields: FormFields; office: OfficeRequest; id: string; translateInto?: string | undefined },
): FormFault[] {
  const { fields, office, id, translateInto } = typed
  return faults.map(({ code, path }): FormFault => {
    const place = placeOfFact(path, facts, { fields, official: office.official })
    const here = shown.includes(place.part) && place.into === (place.part === 'languages' ? translateInto : undefined)
    return { field: place.field, fact: code, ...(here ? {} : { href: urlOfFact(office.frame.town, id, place) }) }
  })
}
