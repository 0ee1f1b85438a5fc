/** Deciding about somebody who asks to work for a town. */
import { z } from 'zod'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { patterns } from '../../../urls.ts'
import { domainsOf } from '../../authorities/index.ts'
import type { PeopleRoutesDeps } from './deps.ts'
import { choiceFrom } from './forms.ts'
import type { Fault } from './pages/people-frame.tsx'
import { RequestPage, type RequestPageProps, refusal } from './pages/request-page.tsx'
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
import type { Place } from './place.ts'
import { listWaiting } from './request-store.ts'
import { type Decision, decide } from './requests.ts'
import { decidingOffice, isAtDomain, rolesOnRequest } from './rules.ts'
import { longDay } from './wording.ts'

const longestReason = 2_000

export function requestRoutes(deps: PeopleRoutesDeps): Route<AppEnv>[] {
  const one = { path: `${places[0]}/requests${patterns.id}`, permission: 'people.manage' }
  return [
    { method: 'GET', ...one, audit: 'people.request', handle: showRequest(deps) },
    { method: 'POST', ...one, audit: 'people.decide', fresh: true, handle: saveDecision(deps) },
  ]
}

type Form = Omit<RequestPageProps, 'typed' | 'faults'>

/** @returns the form only while the request waits. @throws not-found where the actor does not decide. */
async function requestForm(
  c: PeopleContext,
  deps: PeopleRoutesDeps,
): Promise<{ readonly place: Place; readonly form: Form | undefined }> {
  const { place, standing, frame } = await openPeople(c, deps)
  const { db } = deps.database
  const office = decidingOffice(standing.staff)
  if (place.authority === null || !z.uuid().safeParse(idOf(c)).success) throw notFound()
  const request = (await listWaiting(db, place.authority)).find(({ id }) => id === idOf(c))
  if (!request) return { place, form: undefined }
  if (!standing.offices.includes(office)) throw notFound()
  const { name, email, post, sentAt } = request
  const atDomain = isAtDomain(email, await domainsOf(db, place.authority))
  const sent = longDay(frame.of.translator, sentAt, place.timeZone)
  return { place, form: { frame, asker: { name, email, post, sent, atDomain }, roles: rolesOnRequest(office) } }
}

function showRequest(deps: PeopleRoutesDeps): Handler {
  return async (c) => {
    const { form } = await requestForm(c, deps)
    if (!form) throw notFound()
    return send(c, <RequestPage {...form} typed={{ decision: '', reason: '' }} faults={[]} />)
  }
}

function saveDecision(deps: PeopleRoutesDeps): Handler {
  return async (c) => {
    const { place, form } = await requestForm(c, deps)
    const fields = await readForm(c.req.raw)
    if (!form) {
      // Decided already: by the same form sent twice, or by a colleague. Anything else is unknown.
      await decide(deps, personalAct(c), place, idOf(c), undefined)
      return backToPeople(c, place, 'before')
    }
    const { typed, faults, decision } = decisionFrom(fields, form)
    if (!decision) return send(c, <RequestPage {...form} typed={typed} faults={faults} />, 422)
    const first = await decide(deps, personalAct(c), place, idOf(c), decision)
    return backToPeople(c, place, first ? 'decided' : 'before')
  }
}

function decisionFrom(fields: FormFields, { roles }: Pick<Form, 'roles'>) {
  const typed = { decision: fieldText(fields, 'decision'), reason: fieldText(fields, 'reason') }
  const refused = (field: string, code: Fault['code']) => ({ typed, faults: [{ field, code }], decision: undefined })
  const accepted = (decision: Decision) => ({ typed, faults: [], decision })
  if (typed.decision === refusal) {
    const said = typed.reason.length > 0 && typed.reason.length <= longestReason
    return said ? accepted({ refuse: typed.reason }) : refused('reason', 'reason')
  }
  const role = choiceFrom(typed.decision, roles)
  return role ? accepted({ accept: role }) : refused('decision', 'decision')
}
