/** Beginning an event, changing it, saying afterwards what was done, throwing away one that nobody has seen. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { newId } from '../../../platform/ids.ts'
import { typedDay } from '../../../ui/dates.ts'
import { urls } from '../../../urls.ts'
import type { EventsOfficeDeps, Town } from '../deps.ts'
import { afterFields, afterFrom, type EventFault, type EventReading, eventFields, eventFrom } from '../event-form.ts'
import { dayOfYear, isOver, nextYear } from '../event-rules.ts'
import { type Event, readEvent } from '../event-store.ts'
import { AfterPage } from '../pages/after-page.tsx'
import { EventFormPage } from '../pages/event-form-page.tsx'
import { beginEvent, discardEvent, repeatEvent, saveAfter, saveEvent } from '../write-event.ts'
import {
  base,
  idIn,
  type Office,
  type OfficeContext,
  type OpenEvent,
  onePath,
  openEvent,
  openOffice,
  page,
  revisionIn,
  statusOf,
} from './office-request.ts'

export function formRoutes(deps: EventsOfficeDeps): Route<AppEnv>[] {
  const get = { method: 'GET', permission: 'events.write' } as const
  const post = { method: 'POST', permission: 'events.write' } as const
  return [
    { ...get, path: `${base}/new`, audit: 'events.begin-page', handle: (c) => showNew(c, deps) },
    { ...post, path: base, audit: 'events.begin', handle: (c) => submitNew(c, deps) },
    { ...get, path: `${onePath}/edit`, audit: 'events.edit', handle: (c) => showChange(c, deps) },
    { ...post, path: `${onePath}/edit`, audit: 'events.save', handle: (c) => submitChange(c, deps) },
    { ...get, path: `${onePath}/after`, audit: 'events.after-page', handle: (c) => showAfter(c, deps, {}) },
    { ...post, path: `${onePath}/after`, audit: 'events.tell', handle: (c) => submitAfter(c, deps) },
    { ...post, path: `${onePath}/discard`, audit: 'events.discard', handle: (c) => submitDiscard(c, deps) },
    { ...post, path: `${onePath}/repeat`, audit: 'events.repeat', handle: (c) => submitRepeat(c, deps) },
  ]
}

interface Form {
  readonly id: string
  readonly revision: number | undefined
  readonly fields: FormFields
  readonly faults?: readonly EventFault[]
  readonly changed?: boolean
}

/** Those of the town first, then all others. */
function languageOptions({ languages }: EventsOfficeDeps, town: Town) {
  const codes = [...new Set([...town.languages, ...languages.list.map(({ code }) => code)])]
  return codes.flatMap((code) => {
    const language = languages.byCode(code)
    return language ? [{ value: code, text: language.autonym, lang: language.tag }] : []
  })
}

async function formPage(
  c: OfficeContext,
  deps: EventsOfficeDeps,
  { frame, town }: Office,
  form: Form,
): Promise<Response> {
  const { faults = [], changed = false, ...rest } = form
  const action = form.revision === undefined ? urls.townEvents(town) : urls.townEventPage(town, form.id, 'edit')
  const resources = (await deps.readTitles(c.get('translator').language)).map(({ id, title, language }) => ({
    ...{ value: id, text: title, lang: deps.languages.byCode(language)?.tag ?? language },
  }))
  const said = { languages: languageOptions(deps, town), bilingual: town.languages.length > 1 }
  const shown = { zone: town.timeZone, ...said, resources }
  const props = { ...rest, ...shown, frame, action, faults, changed }
  return page(c, <EventFormPage {...props} />, statusOf(faults, changed))
}

const readingOf = async (c: OfficeContext, deps: EventsOfficeDeps, town: Town): Promise<EventReading> => ({
  tag: c.get('translator').tag,
  languages: deps.languages.codes,
  zone: town.timeZone,
  readLanguages: deps.readLanguages,
  resources: new Set((await deps.readTitles(c.get('translator').language)).map(({ id }) => id)),
  givesPlaceAway: deps.givesPlaceAway,
  namesContact: deps.namesContact,
})

async function showNew(c: OfficeContext, deps: EventsOfficeDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const suggested = {
    ...{ day: typedDay(dayOfYear(nextYear(deps.clock.now()))), language: office.town.languages[0] ?? 'en' },
    kind: 'talk',
  }
  const fields = new Map(Object.entries(suggested).map(([name, value]) => [name, [value]]))
  return formPage(c, deps, office, { id: newId(), revision: undefined, fields })
}

async function submitNew(c: OfficeContext, deps: EventsOfficeDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const fields = await readForm(c.req.raw)
  const id = idIn(fields)
  const read = eventFrom(fields, await readingOf(c, deps, office.town))
  if ('faults' in read) return formPage(c, deps, office, { id, revision: undefined, fields, faults: read.faults })
  await beginEvent(deps, c.get('act'), { id, authority: office.town.id, facts: read })
  return c.redirect(`${urls.townEventPage(office.town, id, 'publish')}?done=begun`, 303)
}

async function showChange(c: OfficeContext, deps: EventsOfficeDeps): Promise<Response> {
  const { event, ...office } = await openEvent(c, deps)
  const fields = eventFields(event.facts, deps.languagesText)
  return formPage(c, deps, office, { id: event.id, revision: event.revision, fields })
}

async function submitChange(c: OfficeContext, deps: EventsOfficeDeps): Promise<Response> {
  const { event, ...office } = await openEvent(c, deps)
  const fields = await readForm(c.req.raw)
  const seen = revisionIn(fields)
  const again = { id: event.id, revision: seen, fields }
  const read = eventFrom(fields, await readingOf(c, deps, office.town))
  if ('faults' in read) return formPage(c, deps, office, { ...again, faults: read.faults })
  const saved = await saveEvent(deps, c.get('act'), { id: event.id, facts: read, seen })
  if (saved.outcome === 'gone') throw notFound()
  if (saved.outcome === 'place')
    return formPage(c, deps, office, { ...again, faults: [{ field: 'what', code: 'place' }] })
  if (saved.outcome === 'conflict') {
    return formPage(c, deps, office, { ...again, revision: saved.current.revision, changed: true })
  }
  return c.redirect(`${urls.townEventPage(office.town, event.id, 'publish')}?done=saved`, 303)
}

interface ShownAfter {
  readonly fields?: FormFields
  readonly faults?: readonly EventFault[]
  readonly changed?: boolean
}

/** @throws RequestFault not-found before the day is over, and where nothing is public that it could belong to. */
async function openAfter(c: OfficeContext, deps: EventsOfficeDeps): Promise<OpenEvent> {
  const opened = await openEvent(c, deps)
  const { newest, event } = opened
  if (!newest || event.cancelled || !isOver(newest.document.event, deps.clock.now())) throw notFound()
  return opened
}

async function showAfter(
  c: OfficeContext,
  deps: EventsOfficeDeps,
  { fields, faults = [], changed = false }: ShownAfter,
): Promise<Response> {
  const { event, town, frame, title } = await openAfter(c, deps)
  const props = {
    ...{ frame, title, faults, changed, revision: event.revision, invited: event.facts.access === 'invited' },
    action: urls.townEventPage(town, event.id, 'after'),
    fields: fields ?? afterFields(event.after),
  }
  return page(c, <AfterPage {...props} />, statusOf(faults, changed))
}

/** Where children met is not told afterwards either. */
const afterReading = (c: OfficeContext, deps: EventsOfficeDeps, { facts }: Event) => ({
  tag: c.get('translator').tag,
  namesContact: deps.namesContact,
  givesPlaceAway: (text: string) => facts.access === 'invited' && deps.givesPlaceAway(text),
})

async function submitAfter(c: OfficeContext, deps: EventsOfficeDeps): Promise<Response> {
  const { event, town } = await openAfter(c, deps)
  const fields = await readForm(c.req.raw)
  const read = afterFrom(fields, afterReading(c, deps, event))
  if ('faults' in read) return showAfter(c, deps, { fields, faults: read.faults })
  const saved = await saveAfter(deps, c.get('act'), { id: event.id, after: read, seen: revisionIn(fields) })
  if (saved.outcome === 'gone') throw notFound()
  if (saved.outcome === 'conflict') return showAfter(c, deps, { fields, changed: true })
  return c.redirect(`${urls.townEventPage(town, event.id, 'publish')}?done=told`, 303)
}

async function submitDiscard(c: OfficeContext, deps: EventsOfficeDeps): Promise<Response> {
  const { town } = await openOffice(c, deps)
  const event = await readEvent(deps.database.db, c.req.param('id') ?? '')
  if (event && event.authority !== town.id) throw notFound()
  // A second click has done what it wanted.
  if (event && (await discardEvent(deps, c.get('act'), event.id)) === 'published') throw notFound()
  return c.redirect(`${urls.townEvents(town)}?done=discarded`, 303)
}

async function submitRepeat(c: OfficeContext, deps: EventsOfficeDeps): Promise<Response> {
  const { town, event } = await openEvent(c, deps)
  const fields = await readForm(c.req.raw)
  if (fieldText(fields, 'id') === '') throw notFound()
  const id = await repeatEvent(deps, c.get('act'), { from: event.id, id: idIn(fields) })
  if (id === undefined) throw notFound()
  return c.redirect(`${urls.townEventPage(town, id, 'publish')}?done=repeated`, 303)
}
