/** Changing and ending roles; handing over; leaving. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { patterns, urls } from '../../../urls.ts'
import type { PeopleRoutesDeps } from './deps.ts'
import { choiceFrom, isEmail, languageFrom } from './forms.ts'
import { handOver } from './hand-over.ts'
import type { Fault } from './pages/people-frame.tsx'
import {
  HandOverPage,
  type HandOverPageProps,
  LeavePage,
  noRole,
  RolePage,
  type RolePageProps,
  somebodyNew,
} from './pages/role-page.tsx'
import {
  backToPeople,
  type Handler,
  idOf,
  openPeople,
  type PeopleContext,
  personalAct,
  places,
  send,
} from './people-request.ts'
import { listHoldings } from './people-store.ts'
import type { Place } from './place.ts'
import { changeRole, leave } from './roles.ts'
import { mayEnd, mayHandOver, mayTakeAway, rolesOnOffer } from './rules.ts'

export function roleRoutes(deps: PeopleRoutesDeps): Route<AppEnv>[] {
  return places.flatMap((people): Route<AppEnv>[] => {
    const role = { path: `${people}/roles${patterns.id}`, permission: 'people.manage' }
    const over = { path: `${people}/hand-over${patterns.id}`, permission: 'people.manage' }
    const leaving = { path: urls.peopleLeave(people), permission: 'people.leave' }
    return [
      { method: 'GET', ...role, audit: 'people.role', handle: showRole(deps) },
      { method: 'POST', ...role, audit: 'people.change-role', fresh: true, handle: saveRole(deps) },
      { method: 'GET', ...over, audit: 'people.hand-over-page', handle: showHandOver(deps) },
      { method: 'POST', ...over, audit: 'people.hand-over', fresh: true, handle: saveHandOver(deps) },
      { method: 'GET', ...leaving, audit: 'people.leave-page', handle: showLeave(deps) },
      { method: 'POST', ...leaving, audit: 'people.leave', fresh: true, handle: saveLeave(deps) },
    ]
  })
}

type RoleForm = Omit<RolePageProps, 'chosen' | 'faults'>

/** @returns the form only where somebody still holds the role. @throws not-found where the actor may not. */
async function roleForm(
  c: PeopleContext,
  deps: PeopleRoutesDeps,
): Promise<{ readonly place: Place; readonly form: RoleForm | undefined }> {
  const { place, standing, frame } = await openPeople(c, deps)
  if (!mayTakeAway(place.kind, standing.offices)) throw notFound()
  const held = (await listHoldings(deps.database.db, place.scope)).find(({ id }) => id === idOf(c))
  if (!held) return { place, form: undefined }
  const { role, person, name, email } = held
  const others = rolesOnOffer(place.kind, standing.offices, standing.staff).filter((one) => one !== role)
  return { place, form: { frame, person: { id: person, name: name || email }, role, roles: [role, ...others] } }
}

function showRole(deps: PeopleRoutesDeps): Handler {
  return async (c) => {
    const { form } = await roleForm(c, deps)
    if (!form) throw notFound()
    return send(c, <RolePage {...form} chosen={form.role} faults={[]} />)
  }
}

function saveRole(deps: PeopleRoutesDeps): Handler {
  return async (c) => {
    const { place, form } = await roleForm(c, deps)
    // Changed before: by the same form sent twice, or by a colleague to something else.
    if (!form) return backToPeople(c, place, 'before')
    const typed = fieldText(await readForm(c.req.raw), 'role')
    const role = choiceFrom(typed, [...form.roles, noRole])
    const refuse = (code: Fault['code']) =>
      send(c, <RolePage {...form} chosen={typed} faults={[{ field: 'role', code }]} />, 422)
    if (!role) return refuse('role')
    const after = role === noRole ? undefined : role
    const outcome = after === form.role ? 'done' : await changeRole(deps, personalAct(c), place, idOf(c), after)
    if (outcome === 'gone') return backToPeople(c, place, 'before')
    return outcome === 'last' ? refuse('last') : whereNext(c, place, form, after === undefined)
  }
}

/** Whoever has just ended their own role may no longer see the place. */
function whereNext(c: PeopleContext, place: Place, { person }: RoleForm, ended: boolean) {
  const own = ended && person.id === c.get('actor').id
  return own ? c.redirect(urls.office(), 303) : backToPeople(c, place, 'changed')
}

type HandOverForm = Omit<HandOverPageProps, 'faults'>

async function handOverForm(
  c: PeopleContext,
  deps: PeopleRoutesDeps,
): Promise<{ readonly place: Place; readonly form: HandOverForm | undefined }> {
  const { place, standing, frame } = await openPeople(c, deps)
  if (!mayHandOver(place.kind, standing.offices, standing.staff)) throw notFound()
  const holdings = await listHoldings(deps.database.db, place.scope)
  const own = holdings.filter(({ person }) => person === idOf(c))
  const [leaver] = own
  if (!leaver) return { place, form: undefined }
  const others = new Map(holdings.map(({ person, name, email }) => [person, name || email]))
  others.delete(leaver.person)
  const { offered } = deps.i18n
  const form = {
    frame,
    person: leaver.name || leaver.email,
    roles: own.map(({ role }) => role),
    colleagues: [...others].map(([id, name]) => ({ id, name })),
    languages: offered,
    typed: { successor: '', email: '', language: place.languages[0] ?? frame.of.translator.language },
  }
  return { place, form }
}

function showHandOver(deps: PeopleRoutesDeps): Handler {
  return async (c) => {
    const { form } = await handOverForm(c, deps)
    if (!form) throw notFound()
    return send(c, <HandOverPage {...form} faults={[]} />)
  }
}

function successorFrom(fields: FormFields, { colleagues, languages }: HandOverForm) {
  const offered = languages.map(({ code }) => code)
  const typed = {
    successor: fieldText(fields, 'successor'),
    email: fieldText(fields, 'email'),
    language: languageFrom(fields, offered),
  }
  const chosen = choiceFrom(typed.successor, [...colleagues.map(({ id }) => id), somebodyNew])
  const faults: Fault[] = []
  if (!chosen) faults.push({ field: 'successor', code: 'successor' })
  if (chosen === somebodyNew && !isEmail(typed.email)) faults.push({ field: 'email', code: 'email' })
  const { email, language } = typed
  const successor = chosen === somebodyNew ? { email, language } : { colleague: chosen ?? '' }
  return { typed, faults, successor }
}

function saveHandOver(deps: PeopleRoutesDeps): Handler {
  return async (c) => {
    const { place, form } = await handOverForm(c, deps)
    if (!form) return backToPeople(c, place, 'before')
    const { typed, faults, successor } = successorFrom(await readForm(c.req.raw), form)
    if (faults.length > 0) return send(c, <HandOverPage {...form} typed={typed} faults={faults} />, 422)
    await handOver(deps, personalAct(c), place, idOf(c), successor)
    if ('email' in successor) return backToPeople(c, place, 'handingOver')
    // Whoever has handed over their own roles no longer works here.
    return idOf(c) === c.get('actor').id ? c.redirect(urls.office(), 303) : backToPeople(c, place, 'handedOver')
  }
}

function showLeave(deps: PeopleRoutesDeps): Handler {
  return async (c) => send(c, await leavePage(c, deps))
}

async function leavePage(c: PeopleContext, deps: PeopleRoutesDeps) {
  const { place, standing, frame } = await openPeople(c, deps)
  const { id } = c.get('actor')
  const holdings = await listHoldings(deps.database.db, place.scope)
  const roles = holdings.filter(({ person }) => person === id).map(({ role }) => role)
  if (roles.length === 0) throw notFound()
  const last = roles.some((role) => !mayEnd(place.kind, role, holdings.filter((one) => one.role === role).length))
  const mayHandOver = mayTakeAway(place.kind, standing.offices)
  return <LeavePage frame={frame} person={id} roles={roles} last={last} mayHandOver={mayHandOver} />
}

function saveLeave(deps: PeopleRoutesDeps): Handler {
  return async (c) => {
    const { place } = await openPeople(c, deps)
    const outcome = await leave(deps, personalAct(c), place)
    return outcome === 'last' ? send(c, await leavePage(c, deps), 422) : c.redirect(urls.office(), 303)
  }
}
