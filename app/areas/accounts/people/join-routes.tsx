/** Asking to work for a town, by somebody whom nobody knows yet. */
import { z } from 'zod'
import type { AppEnv } from '../../../platform/http/env.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { newId } from '../../../platform/ids.ts'
import { urls } from '../../../urls.ts'
import { readAuthority } from '../../authorities/index.ts'
import { createAddressLimit } from '../address-limit.ts'
import type { PeopleRoutesDeps } from './deps.ts'
import { findTowns } from './find-towns.ts'
import { isEmail, isName } from './forms.ts'
import {
  ConfirmedPage,
  ConfirmOverPage,
  ConfirmPage,
  JoinPage,
  type JoinPageProps,
  JoinSentPage,
} from './pages/join-page.tsx'
import type { Fault } from './pages/people-frame.tsx'
import { type Handler, type PeopleContext, send } from './people-request.ts'
import { takeRequest } from './request-store.ts'
import { confirmRequest, requestOf } from './requests.ts'

const confirmPath = new URL(urls.joinConfirm(''), 'http://localhost').pathname
const sent = 'sent'

export function joinRoutes(deps: PeopleRoutesDeps): Route<AppEnv>[] {
  const join = { path: urls.join(), permission: 'anyone' }
  const confirm = { path: confirmPath, permission: 'anyone' }
  return [
    { method: 'GET', ...join, audit: 'people.ask-page', handle: showJoin() },
    { method: 'POST', ...join, audit: 'people.ask', handle: ask(deps) },
    { method: 'GET', ...confirm, audit: 'people.confirm-page', handle: showConfirm(deps) },
    { method: 'POST', ...confirm, audit: 'people.confirm-request', handle: confirmIt(deps) },
  ]
}

type Typed = JoinPageProps['typed']

function typedFrom(fields: FormFields): Typed {
  const text = (name: keyof Typed) => fieldText(fields, name)
  return {
    town: text('town'),
    authority: text('authority'),
    name: text('name'),
    email: text('email'),
    post: text('post'),
  }
}

function showJoin(): Handler {
  return (c) => {
    const of = c.get('frame')
    if (c.req.query(sent)) return send(c, <JoinSentPage of={of} />)
    return send(c, <JoinPage of={of} typed={typedFrom(new Map())} found={undefined} faults={[]} />)
  }
}

function faultsOf({ town, name, email, post }: Typed): Fault[] {
  const faults: Fault[] = []
  if (town === '') faults.push({ field: 'town', code: 'town' })
  if (!isName(name)) faults.push({ field: 'name', code: 'name' })
  if (!isEmail(email)) faults.push({ field: 'email', code: 'email' })
  if (!isName(post)) faults.push({ field: 'post', code: 'post' })
  return faults
}

/** The answer depends on what was typed and on the public directory, never on who is known here. */
function ask(deps: PeopleRoutesDeps): Handler {
  const mayAsk = createAddressLimit()
  return async (c) => {
    const fields = await readForm(c.req.raw)
    const typed = typedFrom(fields)
    const choice = await chooseTown(c, deps, typed, fieldText(fields, 'searched'))
    const faults = [...faultsOf(typed), ...choice.faults]
    if (faults.length > 0 || !choice.authority) {
      const page = <JoinPage of={c.get('frame')} typed={typed} found={choice.found} faults={faults} />
      return send(c, page, faults.length > 0 ? 422 : 200)
    }
    const { authority } = choice
    const { name, post } = typed
    const email = typed.email.toLowerCase()
    const { language } = c.get('translator')
    if (await mayAsk(email)) {
      const request = { id: newId(), authority, email, name, post, language, sentAt: deps.clock.now() }
      await deps.database.take((intake) => takeRequest(intake, request))
    }
    return c.redirect(`${urls.join()}?${sent}=1`, 303)
  }
}

interface TownChoice extends Pick<JoinPageProps, 'found' | 'faults'> {
  /** Id of the one that was chosen. */
  readonly authority?: string
}

/** @param searched the name that the towns on the page were found by; another name is looked for anew. */
async function chooseTown(
  c: PeopleContext,
  { database }: PeopleRoutesDeps,
  { town, authority }: Typed,
  searched: string,
): Promise<TownChoice> {
  if (town === '') return { found: undefined, faults: [] }
  const found = await findTowns(database, c.get('translator'), town)
  if (found.length === 0) return { found: undefined, faults: [{ field: 'town', code: 'townUnknown' }] }
  if (town !== searched) return { found, faults: [] }
  const chosen = z.uuid().safeParse(authority).data
  const known = chosen && (await database.read((db) => readAuthority(db, chosen)))
  if (known && known.status === 'active') return { found, faults: [], authority: known.id }
  return { found, faults: [{ field: 'authority', code: 'townChoice' }] }
}

function showConfirm(deps: PeopleRoutesDeps): Handler {
  return async (c) => {
    const of = c.get('frame')
    const token = c.req.query('token') ?? ''
    const place = await requestOf(deps, token)
    if (!place) return send(c, <ConfirmOverPage of={of} />, 410)
    return send(c, <ConfirmPage of={of} token={token} town={place.nameIn(of.translator.language)} />)
  }
}

function confirmIt(deps: PeopleRoutesDeps): Handler {
  return async (c) => {
    const of = c.get('frame')
    const token = fieldText(await readForm(c.req.raw), 'token')
    if (!(await confirmRequest(deps, token))) return send(c, <ConfirmOverPage of={of} />, 410)
    return send(c, <ConfirmedPage of={of} />)
  }
}
