/** What the pages about the people of a place begin with. */
import type { Context } from 'hono'
import type { AppEnv, OfficeFor } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import type { Actor, Subject } from '../../../platform/session/actor.ts'
import { coordinates, serves } from '../../../platform/session/held-roles.ts'
import type { JSX } from '../../../ui/jsx-runtime.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import type { OfficeNavigationItem } from '../../../ui/layout/office-layout.tsx'
import { officeSections } from '../../../ui/layout/office-sections.ts'
import { patterns, urls } from '../../../urls.ts'
import type { PeopleRoutesDeps } from './deps.ts'
import type { PersonalAct } from './invitations.ts'
import type { PlaceFrame } from './pages/people-frame.tsx'
import { type Place, placeOf, type Standing, standingOf } from './place.ts'

export type PeopleContext = Context<AppEnv>
export type Handler = Route<AppEnv>['handle']

/** The addresses of the people of a town, of an association, and of the instance. */
export const places = [
  `/office${patterns.cc}${patterns.slug}/people`,
  `/office/associations${patterns.cc}${patterns.association}/people`,
  urls.instancePeople(),
] as const

export interface PeopleRequest {
  readonly place: Place
  /** What the actor may do here, for the page to offer it; use cases look themselves. */
  readonly standing: Standing
  readonly frame: PlaceFrame
}

export async function openPeople(c: PeopleContext, deps: PeopleRoutesDeps): Promise<PeopleRequest> {
  const subject = c.get('subject')
  const { db } = deps.database
  const [actor, of] = [c.get('actor'), c.get('frame')]
  const place = await placeOf(db, deps.config.instanceName, subject)
  const sections = sectionsFor(deps, subject, of, actor)
  return {
    place,
    standing: await standingOf(db, place, actor),
    frame: { of, place: place.nameIn(of.translator.language), path: place.path, sections },
  }
}

/** The parts of the office whose people these are, for whoever may open them. */
function sectionsFor(
  { townSections }: Pick<PeopleRoutesDeps, 'townSections'>,
  subject: Subject,
  of: OfficeFor,
  actor: Actor,
): readonly OfficeNavigationItem[] {
  if (subject.kind === 'authority') return townSections(subject, of, actor)
  if (subject.kind === 'association') return coordinates(actor, subject) ? officeSections(of, subject, 'people') : []
  return serves(actor, ['secretariat']) ? officeSections(of, undefined, 'people') : []
}

export function personalAct(c: PeopleContext): PersonalAct {
  return { ...c.get('act'), person: c.get('actor') }
}

/** @throws not-found without it. */
export function idOf(c: PeopleContext): string {
  const id: string | undefined = c.req.param('id')
  if (id === undefined) throw notFound()
  return id
}

export function send(c: PeopleContext, page: JSX.Element, status: 200 | 409 | 410 | 422 = 200) {
  return c.html(renderDocument(page), status)
}

/** What a page of people can tell to have been done. */
export const told = [
  'invited',
  'sent',
  'withdrawn',
  'decided',
  'changed',
  'handedOver',
  'handingOver',
  'before',
] as const
export type Told = (typeof told)[number]

export function backToPeople(c: PeopleContext, place: Place, done: Told) {
  return c.redirect(`${place.path}?done=${done}`, 303)
}
