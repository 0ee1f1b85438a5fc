/** When councils are elected: associations enter it; the secretariat for countries in which nobody coordinates one. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { newId } from '../../../platform/ids.ts'
import { longDate } from '../../../ui/dates.ts'
import { byName } from '../../../ui/lists.ts'
import { patterns, urls } from '../../../urls.ts'
import { inviteAfterDays } from '../deadline-rules.ts'
import { dayAt, nameOf, type SigningOfficeDeps } from '../deps.ts'
import { deskFrame } from '../desk/desk-request.ts'
import { electionFrom, type FieldFault, type Offered, scopesOf } from '../form-rules.ts'
import { bases, doneOf, idIn, type OfficeContext, openOffice, page } from '../office-request.ts'
import { ElectionCountriesPage } from '../pages/election-countries-page.tsx'
import { ElectionsPage, type ElectionsPageProps } from '../pages/elections-page.tsx'
import { faultText, type PactFrame } from '../pages/pact-frame.tsx'
import { type Calendar, type ElectingArea, electingAreas, electionsOf } from './election-store.ts'
import { addElection, removeElection } from './elections.ts'

export function electionRoutes(deps: SigningOfficeDeps): Route<AppEnv>[] {
  const [, { path: association }] = bases
  const permission = 'signing.elections'
  return [
    ...[`${association}/elections`, `/office/countries${patterns.cc}/elections`].flatMap((path): Route<AppEnv>[] => [
      { method: 'GET', path, permission, audit: 'signing.elections', handle: (c) => show(c, deps, {}) },
      { method: 'POST', path, permission, audit: 'signing.add-election', handle: (c) => submit(c, deps) },
      {
        ...({ method: 'POST', path: `${path}/remove`, permission } as const),
        ...{ audit: 'signing.remove-election', handle: (c: OfficeContext) => submitRemove(c, deps) },
      },
    ]),
    {
      ...({ method: 'GET', path: urls.electionCountries(), permission: 'signing.decide' } as const),
      ...{ audit: 'signing.election-countries', handle: (c: OfficeContext) => showCountries(c, deps) },
    },
  ]
}

interface Opened {
  readonly calendar: Calendar
  readonly frame: PactFrame
  /** Of the association or the country. */
  readonly name: string
  readonly path: string
  readonly removal: string
  /** `YYYY-MM-DD`. */
  readonly today: string
  /** By name. */
  readonly areas: readonly ElectingArea[]
  readonly offered: Offered
}

/** @throws RequestFault not-found where the association is gone. */
async function open(c: OfficeContext, deps: SigningOfficeDeps): Promise<Opened> {
  const whose = await calendarOf(c, deps)
  const translator = c.get('translator')
  const areas = (await electingAreas(deps.database.db, whose.calendar.country))
    .map((one) => ({ ...one, name: nameOf(one, translator) }))
    .toSorted(byName(translator.tag))
  const offered = { areas: new Set(areas.map(({ id }) => id)), members: whose.calendar.association !== null }
  return { ...whose, areas, offered }
}

async function calendarOf(c: OfficeContext, deps: SigningOfficeDeps) {
  const subject = c.get('subject')
  if (subject.kind === 'country') {
    const { country } = subject
    return {
      ...{ calendar: { association: null, country }, name: deps.countryName(country, c.get('translator').tag) },
      ...{ path: urls.countryElections(country), removal: urls.countryElectionRemove(country) },
      today: dayAt(deps.clock.now()).toString(),
      frame: { ...deskFrame(c, deps), base: urls.electionCountries() },
    }
  }
  const { association, frame, name, today } = await openOffice(c, deps)
  if (!association) throw notFound()
  const { id, country } = association
  return {
    ...{ calendar: { association: id, country }, name, frame, today },
    ...{ path: urls.pactElections(association), removal: urls.pactElectionRemove(association) },
  }
}

interface Shown {
  readonly id?: string
  readonly fields?: FormFields
  readonly faults?: readonly FieldFault[]
}

const labels = {
  name: 'signing.elections.name',
  on: 'signing.elections.on',
  scope: 'signing.elections.scope',
  areas: 'signing.elections.whichAreas',
  kinds: 'signing.elections.kinds',
} as const

async function show(c: OfficeContext, deps: SigningOfficeDeps, shown: Shown): Promise<Response> {
  const { calendar, offered, areas, frame, name, path, removal } = await open(c, deps)
  const translator = c.get('translator')
  const { id = newId(), fields = new Map(), faults = [] } = shown
  const props: ElectionsPageProps = {
    ...{ frame, name, path, removal, id, fields, areas, days: inviteAfterDays, done: doneOf(c) },
    scopes: scopesOf(offered),
    elections: (await electionsOf(deps.database.db, calendar)).map((one) => ({
      ...{ id: one.id, name: one.name, scope: one.scope, kinds: one.kinds, on: longDate(translator, one.heldOn) },
      areas: areas.flatMap((area) => (one.areas.includes(area.id) ? [area.name] : [])),
      areasGone: one.areas.some((area) => !offered.areas.has(area)),
      invited: one.invitedAt === null ? undefined : longDate(translator, dayAt(one.invitedAt)),
    })),
    faults: faults.map((fault) => {
      const label = Object.entries(labels).find(([field]) => field === fault.field)?.[1]
      return { field: fault.field, text: faultText(translator, fault, label ? translator.t(label) : '') }
    }),
  }
  return page(c, <ElectionsPage {...props} />, faults.length > 0 ? 422 : 200)
}

async function submit(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const { calendar, offered, today, path } = await open(c, deps)
  const fields = await readForm(c.req.raw)
  const id = idIn(fields)
  const read = electionFrom(fields, { parse: deps.parseDate, today }, offered)
  if ('faults' in read) return show(c, deps, { id, fields, faults: read.faults })
  await addElection(deps, c.get('act'), { id, ...calendar, ...read.given })
  return c.redirect(`${path}?done=added`, 303)
}

async function submitRemove(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const { calendar, path } = await calendarOf(c, deps)
  const id = fieldText(await readForm(c.req.raw), 'election')
  // A second click finds it gone.
  if (/^[0-9a-f-]{36}$/.test(id)) await removeElection(deps, c.get('act'), calendar, id)
  return c.redirect(`${path}?done=removed`, 303)
}

async function showCountries(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const { tag } = c.get('translator')
  const countries = (await deps.uncoordinated()).map((country) => ({
    name: deps.countryName(country, tag),
    href: urls.countryElections(country),
  }))
  return page(c, <ElectionCountriesPage frame={deskFrame(c, deps)} countries={countries.toSorted(byName(tag))} />)
}
