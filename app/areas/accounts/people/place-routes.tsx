/** Who works in a place; inviting. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { patterns, urls } from '../../../urls.ts'
import type { PeopleRoutesDeps } from './deps.ts'
import { findTowns } from './find-towns.ts'
import { choiceFrom, isEmail, languageFrom } from './forms.ts'
import { findInvitation } from './invitation-store.ts'
import { invite, managesInvitation, sendAgain, withdraw } from './invitations.ts'
import { InvitationPage, InvitePage, type InvitePageProps } from './pages/invite-page.tsx'
import { FoundTownsPage, PeoplePage } from './pages/people-page.tsx'
import {
  backToPeople,
  type Handler,
  idOf,
  openPeople,
  type PeopleRequest,
  personalAct,
  places,
  send,
  told,
} from './people-request.ts'
import { peopleView } from './people-view.ts'
import { givingOffice, rolesOnOffer } from './rules.ts'

export function placeRoutes(deps: PeopleRoutesDeps): Route<AppEnv>[] {
  return places.flatMap((people): Route<AppEnv>[] => {
    const list = { path: people, permission: 'people.read' }
    const inviting = { path: urls.peopleInvite(people), permission: 'people.manage' }
    const invitation = { path: `${people}/invitations${patterns.id}`, permission: 'people.manage' }
    const find = { path: urls.peopleFind(people), permission: 'people.manage' }
    return [
      { method: 'GET', ...list, audit: 'people.list', handle: showPeople(deps) },
      { method: 'GET', ...inviting, audit: 'people.invite-page', handle: showInvite(deps) },
      { method: 'POST', ...inviting, audit: 'people.invite', fresh: true, handle: sendInvitation(deps) },
      { method: 'GET', ...invitation, audit: 'people.invitation', handle: showInvitation(deps) },
      { method: 'POST', ...invitation, audit: 'people.change-invitation', handle: changeInvitation(deps) },
      { method: 'POST', ...find, audit: 'people.find', handle: showFound(deps) },
    ]
  })
}

function showPeople(deps: PeopleRoutesDeps): Handler {
  return async (c) => {
    const request = await openPeople(c, deps)
    const { t } = request.frame.of.translator
    const done = told.find((one) => one === c.req.query('done'))
    const view = await peopleView(deps, request, c.get('actor'))
    return send(c, <PeoplePage {...view} frame={request.frame} done={done && t(`people.done.${done}`)} />)
  }
}

type InviteForm = Pick<InvitePageProps, 'frame' | 'roles' | 'languages' | 'typed'>

/** @throws not-found where the actor has no role to give. */
function inviteForm(deps: PeopleRoutesDeps, { place, standing, frame }: PeopleRequest): InviteForm {
  const roles = rolesOnOffer(place.kind, standing.offices, standing.staff)
  if (roles.length === 0) throw notFound()
  const { offered } = deps.i18n
  const guess = place.languages.find((code) => offered.some((one) => one.code === code))
  const language = guess ?? frame.of.translator.language
  const only = roles.length === 1 ? roles[0] : undefined
  return { frame, roles, languages: offered, typed: { email: '', role: only ?? '', language } }
}

function showInvite(deps: PeopleRoutesDeps): Handler {
  return async (c) => send(c, <InvitePage {...inviteForm(deps, await openPeople(c, deps))} faults={[]} />)
}

function sendInvitation(deps: PeopleRoutesDeps): Handler {
  return async (c) => {
    const request = await openPeople(c, deps)
    const form = inviteForm(deps, request)
    const fields = await readForm(c.req.raw)
    const email = fieldText(fields, 'email')
    const role = choiceFrom(fieldText(fields, 'role'), form.roles)
    const language = languageFrom(
      fields,
      form.languages.map(({ code }) => code),
    )
    if (!role || !isEmail(email)) {
      const faults = [
        ...(role ? [] : [{ field: 'role', code: 'role' } as const]),
        ...(isEmail(email) ? [] : [{ field: 'email', code: 'email' } as const]),
      ]
      return send(c, <InvitePage {...form} typed={{ email, role: role ?? '', language }} faults={faults} />, 422)
    }
    await invite(deps, personalAct(c), request.place, { email, role, language })
    return backToPeople(c, request.place, 'invited')
  }
}

function showInvitation(deps: PeopleRoutesDeps): Handler {
  return async (c) => {
    const { place, standing, frame } = await openPeople(c, deps)
    const invitation = await findInvitation(deps.database.db, place.scope, idOf(c))
    if (!invitation || !managesInvitation(place, standing.offices, invitation)) throw notFound()
    const { email, role, sentAt } = invitation
    const maySendAgain = givingOffice(place.kind, standing.offices, standing.staff, role) !== undefined
    const props = { frame, email, role, sentAt: sentAt.toString(), maySendAgain }
    return send(c, <InvitationPage {...props} />)
  }
}

function changeInvitation(deps: PeopleRoutesDeps): Handler {
  return async (c) => {
    const { place } = await openPeople(c, deps)
    const fields = await readForm(c.req.raw)
    const act = personalAct(c)
    switch (fieldText(fields, 'do')) {
      case 'again':
        await sendAgain(deps, { ...act, name: 'people.invite-again' }, place, idOf(c), fieldText(fields, 'sent'))
        return backToPeople(c, place, 'sent')
      case 'withdraw':
        return (await withdraw(deps, { ...act, name: 'people.withdraw-invitation' }, place, idOf(c)))
          ? backToPeople(c, place, 'withdrawn')
          : backToPeople(c, place, 'before')
      default:
        throw notFound()
    }
  }
}

/** What is typed to find a town stands in no address. */
function showFound(deps: PeopleRoutesDeps): Handler {
  return async (c) => {
    const { place, frame } = await openPeople(c, deps)
    if (place.kind === 'authority') throw notFound()
    const among = place.kind === 'association' ? place.associations : undefined
    const query = fieldText(await readForm(c.req.raw), 'town')
    const towns = await findTowns(deps.database, frame.of.translator, query, among)
    const found = towns.map((town) => ({ ...town, path: urls.townPeople(town) }))
    return send(c, <FoundTownsPage frame={frame} found={found} />)
  }
}
