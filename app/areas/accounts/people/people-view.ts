/** What the page of the people of a place shows, to whom. */

import type { Actor } from '../../../platform/session/actor.ts'
import { urls } from '../../../urls.ts'
import { nameIn, readAuthorities } from '../../authorities/index.ts'
import type { PeopleDeps } from './deps.ts'
import { type Invitation, listInvitations } from './invitation-store.ts'
import { managesInvitation } from './invitations.ts'
import type { InvitationLine, PeoplePageProps, PersonLine } from './pages/people-page.tsx'
import type { PeopleRequest } from './people-request.ts'
import { type Holding, listHoldings } from './people-store.ts'
import { authoritiesWaiting, listWaiting } from './request-store.ts'
import { decidingOffice, mayHandOver, mayTakeAway, rolesOnOffer } from './rules.ts'
import { longDay } from './wording.ts'

type View = Omit<PeoplePageProps, 'frame' | 'done'>

export async function peopleView(deps: PeopleDeps, request: PeopleRequest, actor: Actor): Promise<View> {
  const { place, standing } = request
  const { offices, staff } = standing
  const { db } = deps.database
  const holdings = await listHoldings(db, place.scope)
  const invitations = await listInvitations(db, place.scope)
  const people = peopleOf(request, holdings, actor)
  return {
    people,
    invitations: invitations
      .filter((one) => managesInvitation(place, offices, one))
      .map((one) => invitationLine(deps, request, one, people)),
    requests: await requestsFor(deps, request),
    waiting: await waitingElsewhere(deps, request),
    mayInvite: rolesOnOffer(place.kind, offices, staff).length > 0,
    mayTakeAway: mayTakeAway(place.kind, offices),
    mayHandOver: mayHandOver(place.kind, offices, staff),
    mayLeave: people.some(({ self }) => self),
    supportPath: supportPathOf(place, offices),
    erasePath: erasePathOf(place, standing),
    mayFind: place.kind !== 'authority' && offices.length > 0,
  }
}

/** An association may ask a town of its own. */
function supportPathOf({ subject }: PeopleRequest['place'], offices: PeopleRequest['standing']['offices']) {
  return subject.kind === 'authority' && offices.includes('association') ? urls.officeSupportAsk(subject) : undefined
}

/** Where no approver of the town can take out somebody whom it names, the secretariat does. */
function erasePathOf({ subject }: PeopleRequest['place'], { offices, staff }: PeopleRequest['standing']) {
  const mayErase = subject.kind === 'authority' && offices.includes('secretariat') && staff.approvers === 0
  return mayErase ? urls.officeErasePerson(subject) : undefined
}

function peopleOf({ place, standing, frame }: PeopleRequest, holdings: readonly Holding[], actor: Actor): PersonLine[] {
  const { translator } = frame.of
  const { compare } = new Intl.Collator(translator.tag)
  const byPerson = Map.groupBy(holdings, ({ person }) => person)
  const people = [...byPerson.values()].flatMap((held) => {
    const [first] = held
    if (!first) return []
    const roles = held.map(({ id, role, since, office }) => {
      return { id, role, office, since: longDay(translator, since, place.timeZone) }
    })
    const email = standing.offices.length > 0 ? first.email : undefined
    return [{ id: first.person, name: first.name || first.email, email, self: first.person === actor.id, roles }]
  })
  return people.toSorted((a, b) => compare(a.name, b.name))
}

function invitationLine(
  { clock }: PeopleDeps,
  { place, frame }: PeopleRequest,
  { id, email, role, sentAt, expiresAt, replaces }: Invitation,
  people: readonly PersonLine[],
): InvitationLine {
  const { translator } = frame.of
  return {
    id,
    email,
    role,
    sent: longDay(translator, sentAt, place.timeZone),
    expires: longDay(translator, expiresAt, place.timeZone),
    expired: Temporal.Instant.compare(expiresAt, clock.now()) <= 0,
    replaces: people.find((person) => person.id === replaces)?.name,
  }
}

async function requestsFor(deps: PeopleDeps, { place, standing, frame }: PeopleRequest): Promise<View['requests']> {
  if (place.authority === null || !standing.offices.includes(decidingOffice(standing.staff))) return []
  const waiting = await listWaiting(deps.database.db, place.authority)
  return waiting.map(({ id, name, sentAt }) => {
    return { id, name, sent: longDay(frame.of.translator, sentAt, place.timeZone) }
  })
}

/** An association sees which of its members wait for it, the secretariat which towns nobody else decides for. */
async function waitingElsewhere(
  { database: { db } }: PeopleDeps,
  { place, standing, frame }: PeopleRequest,
): Promise<View['waiting']> {
  if (place.kind === 'authority' || standing.offices.length === 0) return []
  const ids = await authoritiesWaiting(db, place.kind === 'association' ? place.associations[0] : undefined)
  const towns = await readAuthorities(db, ids)
  const inOrder = ids.flatMap((id) => towns.find((town) => town.id === id) ?? [])
  return inOrder.map((town) => ({
    name: nameIn(town, frame.of.translator.language),
    path: urls.townPeople(town),
  }))
}
