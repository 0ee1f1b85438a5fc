/** Accepting an invitation: whoever follows the mailed link need not be signed in, or known. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { urls } from '../../../urls.ts'
import { acceptInvitation, type OpenInvitation, openInvitation } from './accept-invitation.ts'
import type { PeopleRoutesDeps } from './deps.ts'
import { isName, languageFrom } from './forms.ts'
import { AcceptPage, type AcceptPageProps, InvitationOverPage, OtherSessionPage } from './pages/accept-page.tsx'
import { type Handler, type PeopleContext, send } from './people-request.ts'

const path = new URL(urls.invitation(''), 'http://localhost').pathname

export function invitationRoutes(deps: PeopleRoutesDeps): Route<AppEnv>[] {
  const invitation = { path, permission: 'anyone' }
  return [
    { method: 'GET', ...invitation, audit: 'people.accept-page', handle: show(deps) },
    { method: 'POST', ...invitation, audit: 'people.accept-invitation', handle: accept(deps) },
  ]
}

function propsOf(
  c: PeopleContext,
  { i18n }: PeopleRoutesDeps,
  token: string,
  { invitation, place, person }: OpenInvitation,
): AcceptPageProps {
  const of = c.get('frame')
  const { role, email, language, name = '' } = invitation
  return {
    of,
    token,
    place: place.nameIn(of.translator.language),
    role,
    email,
    introduction: person ? undefined : { name, language, languages: i18n.offered },
    faults: [],
  }
}

/** The role goes to the address it was meant for, never to whoever happens to be signed in. */
async function isSomebodyElse(c: PeopleContext, deps: PeopleRoutesDeps, { invitation }: OpenInvitation) {
  const actor = await deps.accounts.sessionActor(c.req.raw.headers)
  return actor !== undefined && actor.email !== invitation.email
}

function show(deps: PeopleRoutesDeps): Handler {
  return async (c) => {
    const token = c.req.query('token') ?? ''
    const open = await openInvitation(deps.database.db, deps, token)
    if (!open) return send(c, <InvitationOverPage of={c.get('frame')} />, 410)
    if (await isSomebodyElse(c, deps, open)) return send(c, <OtherSessionPage of={c.get('frame')} />)
    return send(c, <AcceptPage {...propsOf(c, deps, token, open)} />)
  }
}

function accept(deps: PeopleRoutesDeps): Handler {
  return async (c) => {
    const fields = await readForm(c.req.raw)
    const token = fieldText(fields, 'token')
    const open = await openInvitation(deps.database.db, deps, token)
    if (!open) return send(c, <InvitationOverPage of={c.get('frame')} />, 410)
    if (await isSomebodyElse(c, deps, open)) return send(c, <OtherSessionPage of={c.get('frame')} />, 409)
    const props = propsOf(c, deps, token, open)
    const offered = deps.i18n.offered.map((one) => one.code)
    const introduced = { name: fieldText(fields, 'name'), language: languageFrom(fields, offered) }
    if (props.introduction && !isName(introduced.name)) {
      const introduction = { ...props.introduction, ...introduced }
      return send(c, <AcceptPage {...props} introduction={introduction} faults={[nameMissing]} />, 422)
    }
    const accepted = await acceptInvitation(deps, token, introduced)
    if (!accepted) return send(c, <InvitationOverPage of={c.get('frame')} />, 410)
    // Whoever is signed in under this address keeps their session, and what it has proven.
    const signedIn = await deps.accounts.sessionActor(c.req.raw.headers)
    const cookies = signedIn ? [] : await deps.accounts.openSession(accepted.email)
    for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
    return c.redirect(accepted.path, 303)
  }
}

const nameMissing = { field: 'name', code: 'name' } as const
