/** The events of a town: all of them, one, publishing it with a second person where the office wants one, cancelling it. */
import { isDeepStrictEqual } from 'node:util'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { newId } from '../../../platform/ids.ts'
import { absolute, urls } from '../../../urls.ts'
import { officePeople } from '../../checklist/index.ts'
import { frameCode } from '../../help-pages/index.ts'
import { type EventsOfficeDeps, nameOf, type Town } from '../deps.ts'
import { isOver, nextYear, yearOf } from '../event-rules.ts'
import { type Event, eventsOf } from '../event-store.ts'
import { EventsPage, type EventsPageProps } from '../pages/events-page.tsx'
import { OwnEventPage, type Standing } from '../pages/own-event-page.tsx'
import { PublishPage, type PublishPageProps } from '../pages/publish-page.tsx'
import { afterRows, factRows, toldIn, whenText } from '../present-event.ts'
import { askForApproval, cancelEvent, documentOf, endAsking, publishEvent } from '../publish-event.ts'
import { type EventVersion, readNewest } from '../published-store.ts'
import {
  base,
  doneOf,
  type OfficeContext,
  type OpenEvent,
  onePath,
  openEvent,
  openOffice,
  page,
  personsAct,
  revisionIn,
  titleOf,
} from './office-request.ts'

export function eventRoutes(deps: EventsOfficeDeps): Route<AppEnv>[] {
  const get = { method: 'GET', permission: 'events.read' } as const
  const post = { method: 'POST', permission: 'events.write' } as const
  const end = (c: OfficeContext, done: 'sent-back' | 'taken-back') => submitEnd(c, deps, done)
  return [
    { ...get, path: base, audit: 'events.list', handle: (c) => showList(c, deps) },
    { ...get, path: onePath, audit: 'events.show', handle: (c) => showOne(c, deps) },
    { ...get, path: `${onePath}/publish`, audit: 'events.look-through', handle: (c) => showPublish(c, deps, {}) },
    { ...post, path: `${onePath}/publish`, audit: 'events.publish', handle: (c) => submitPublish(c, deps) },
    { ...post, path: `${onePath}/ask`, audit: 'events.ask-approval', handle: (c) => submitAsk(c, deps) },
    { ...post, path: `${onePath}/send-back`, audit: 'events.send-back', handle: (c) => end(c, 'sent-back') },
    { ...post, path: `${onePath}/take-back`, audit: 'events.take-back', handle: (c) => end(c, 'taken-back') },
    { ...post, path: `${onePath}/cancel`, audit: 'events.cancel', handle: (c) => submitCancel(c, deps) },
  ]
}

function standingOf(event: Event, newest: EventVersion | undefined): Standing {
  if (event.asked) return 'waits'
  if (!newest) return 'draft'
  if (newest.document.status === 'cancelled') return 'cancelled'
  return isDeepStrictEqual(newest.document, documentOf(event)) ? 'published' : 'changed'
}

const mayWrite = (c: OfficeContext): boolean => c.get('frame').support === undefined

const tagOf = ({ languages }: EventsOfficeDeps, code: string): string => languages.byCode(code)?.tag ?? code

/** A list of the town's events for its own website. */
function codeOf(c: OfficeContext, { baseUrl }: EventsOfficeDeps, town: Town, year: number): string {
  const translator = c.get('translator')
  const lang = translator.language
  return frameCode({
    src: absolute(baseUrl, urls.eventsFrame({ lang, town })),
    pageHref: absolute(baseUrl, urls.events(lang, year, { country: town.country })),
    title: translator.t('events.frame.title', { name: nameOf(town, translator) }),
    width: '100%',
    height: 500,
  })
}

async function showList(c: OfficeContext, deps: EventsOfficeDeps): Promise<Response> {
  const { town, frame } = await openOffice(c, deps)
  const { db } = deps.database
  const { translator } = frame.of
  const [all, now] = [await eventsOf(db, town.id), deps.clock.now()]
  const year = nextYear(now)
  const here = all.filter(({ facts }) => yearOf(facts) === year)
  const events: EventsPageProps['events'][number][] = []
  for (const event of all) {
    const newest = await readNewest(db, event.id)
    const [language] = toldIn(deps, event.facts)
    const title = titleOf(event, (kind) => translator.t(`events.kind.${kind}`))
    events.push({
      ...{ id: event.id, title, lang: language?.lang ?? translator.tag, fresh: newId() },
      when: whenText(translator, event.facts),
      standing: standingOf(event, newest),
      again: yearOf(event.facts) === year - 1 && !here.some((one) => isSame(one, event)),
      untold: newest !== undefined && !event.cancelled && event.after === null && isOver(event.facts, now),
    })
  }
  const code = codeOf(c, deps, town, year)
  const props = { frame, events, year, code, mayWrite: mayWrite(c), done: doneOf(c) }
  return page(c, <EventsPage {...props} />)
}

/** Somebody has told of it for this year already. */
const isSame = (one: Event, other: Event): boolean =>
  one.facts.kind === other.facts.kind && isDeepStrictEqual(one.facts.words, other.facts.words)

async function shownOf(c: OfficeContext, deps: EventsOfficeDeps, { event }: OpenEvent) {
  const translator = c.get('translator')
  const words = {
    ...{ translator, languages: deps.languages },
    languageName: (code: string) => deps.languagesText([code]),
  }
  return {
    told: toldIn(deps, event.facts),
    rows: factRows(words, event.facts, await deps.readTitles(translator.language)),
    after: afterRows(translator, event.after),
    lang: tagOf(deps, event.facts.language),
  }
}

async function showOne(c: OfficeContext, deps: EventsOfficeDeps): Promise<Response> {
  const opened = await openEvent(c, deps)
  const { event, newest, title, town, frame } = opened
  const { t } = frame.of.translator
  const props = {
    ...{ title, ...(await shownOf(c, deps, opened)), done: doneOf(c), fresh: newId(), mayWrite: mayWrite(c) },
    frame: { ...frame, back: { href: urls.townEvents(town), text: t('events.back.list') } },
    event: {
      ...{ id: event.id, answer: event.answer, standing: standingOf(event, newest) },
      year: yearOf(newest?.document.event ?? event.facts),
    },
    isPublic: newest !== undefined,
    over: newest !== undefined && !event.cancelled && isOver(newest.document.event, deps.clock.now()),
  }
  return page(c, <OwnEventPage {...props} />)
}

async function wayOf(
  c: OfficeContext,
  deps: EventsOfficeDeps,
  { event, newest }: OpenEvent,
): Promise<PublishPageProps['way']> {
  if (newest && isDeepStrictEqual(newest.document, documentOf(event))) return 'unchanged'
  const { db } = deps.database
  if (!(await deps.wantsTwoPairs(db, event.authority))) return 'publish'
  if (!event.asked) return 'ask'
  const { id } = c.get('actor')
  const approver = (await officePeople(db, event.authority)).find((one) => one.id === id)?.approver ?? false
  return approver && event.asked.by !== id && event.changedBy !== id ? 'decide' : 'waits'
}

async function showPublish(c: OfficeContext, deps: EventsOfficeDeps, shown: { refused?: string }): Promise<Response> {
  const opened = await openEvent(c, deps)
  const { event, title, frame } = opened
  const { refused } = shown
  const props = {
    ...{
      frame,
      title,
      ...(await shownOf(c, deps, opened)),
      id: event.id,
      revision: event.revision,
      refused,
      done: doneOf(c),
    },
    invited: event.facts.access === 'invited',
    way: mayWrite(c) ? await wayOf(c, deps, opened) : ('waits' as const),
    mayTakeBack: event.asked?.by === c.get('actor').id,
  }
  return page(c, <PublishPage {...props} />, refused === undefined ? 200 : 422)
}

async function submitPublish(c: OfficeContext, deps: EventsOfficeDeps): Promise<Response> {
  const { event, town } = await openEvent(c, deps)
  const seen = revisionIn(await readForm(c.req.raw))
  const done = await publishEvent(deps, personsAct(c), event.id, seen)
  if (done.outcome === 'gone') throw notFound()
  // The second click: it stands there.
  if (done.outcome === 'published' || done.outcome === 'unchanged') {
    return c.redirect(`${urls.townEvent(town, event.id)}?done=published`, 303)
  }
  return showPublish(c, deps, { refused: c.get('translator').t(`events.publish.refused.${done.outcome}`) })
}

async function submitAsk(c: OfficeContext, deps: EventsOfficeDeps): Promise<Response> {
  const { event, town } = await openEvent(c, deps)
  const seen = revisionIn(await readForm(c.req.raw))
  const done = await askForApproval(deps, personsAct(c), event.id, seen)
  if (done === 'gone') throw notFound()
  if (done === 'asked') return c.redirect(`${urls.townEvent(town, event.id)}?done=asked`, 303)
  return showPublish(c, deps, { refused: c.get('translator').t('events.publish.refused.changed') })
}

const longestAnswer = 1_000

/** What is written about an event for invited children says as little of its place as the event. */
async function submitEnd(
  c: OfficeContext,
  deps: EventsOfficeDeps,
  done: 'sent-back' | 'taken-back',
): Promise<Response> {
  const { event, town } = await openEvent(c, deps)
  const written = done === 'sent-back' ? fieldText(await readForm(c.req.raw), 'answer').slice(0, longestAnswer) : ''
  const answer = event.facts.access === 'invited' && deps.givesPlaceAway(written) ? '' : written
  if (!(await endAsking(deps, personsAct(c), event.id, answer))) throw notFound()
  return c.redirect(`${urls.townEvent(town, event.id)}?done=${done}`, 303)
}

async function submitCancel(c: OfficeContext, deps: EventsOfficeDeps): Promise<Response> {
  const { event, town } = await openEvent(c, deps)
  if ((await cancelEvent(deps, personsAct(c), event.id)) !== 'cancelled') throw notFound()
  return c.redirect(`${urls.townEvent(town, event.id)}?done=cancelled`, 303)
}
