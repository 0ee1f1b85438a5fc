/** Vouching for the first people of towns, each with one click. */
import { z } from 'zod'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { urls } from '../../../urls.ts'
import type { PeopleRoutesDeps } from './deps.ts'
import { VouchPage } from './pages/vouch-page.tsx'
import { type Handler, openPeople, type PeopleContext, personalAct, places, send } from './people-request.ts'
import { vouch, waitingFor } from './vouch.ts'
import { longDay } from './wording.ts'

export function vouchRoutes(deps: PeopleRoutesDeps): Route<AppEnv>[] {
  const page = { path: urls.peopleVouch(places[1]), permission: 'people.manage' }
  return [
    { method: 'GET', ...page, audit: 'people.vouch-page', handle: show(deps) },
    { method: 'POST', ...page, audit: 'people.vouch', fresh: true, handle: submit(deps) },
  ]
}

/** @throws not-found for whoever may look after the association's people and does not speak for it. */
async function open(c: PeopleContext, deps: PeopleRoutesDeps) {
  const request = await openPeople(c, deps)
  const [association] = request.place.associations
  if (association === undefined || !request.standing.offices.includes('association')) throw notFound()
  return { ...request, association }
}

function show(deps: PeopleRoutesDeps): Handler {
  return async (c) => {
    const { frame, association } = await open(c, deps)
    const { translator } = frame.of
    const waiting = await waitingFor(deps, association, translator)
    const done = (['decided', 'before'] as const).find((one) => one === c.req.query('done'))
    return send(
      c,
      <VouchPage
        frame={frame}
        waiting={waiting.map((one) => ({
          ...one,
          sent: longDay(translator, one.sentAt, 'UTC'),
          path: urls.peopleRequest(urls.townPeople(one), one.id),
        }))}
        done={done && translator.t(`people.done.${done}`)}
      />,
    )
  }
}

function submit(deps: PeopleRoutesDeps): Handler {
  return async (c) => {
    const { place } = await open(c, deps)
    const fields = await readForm(c.req.raw)
    const [authority, request] = ['authority', 'request'].map((name) => z.uuid().safeParse(fieldText(fields, name)))
    if (!authority?.success || !request?.success) throw notFound()
    const given = { authority: authority.data, request: request.data }
    const first = await vouch(deps, personalAct(c), place, given)
    return c.redirect(`${urls.peopleVouch(place.path)}?done=${first ? 'decided' : 'before'}`, 303)
  }
}
