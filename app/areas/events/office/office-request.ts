/** What every handler of the office starts with: whose office it is, and which event. */
import type { Context } from 'hono'
import { z } from 'zod'
import { type AppEnv, authorityOf } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText } from '../../../platform/http/form.ts'
import { newId } from '../../../platform/ids.ts'
import type { JSX } from '../../../ui/jsx-runtime.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import { townSections } from '../../../ui/layout/town-sections.ts'
import { patterns, urls } from '../../../urls.ts'
import { type EventsOfficeDeps, nameOf, type PersonsAct, type Town } from '../deps.ts'
import { wordsInOrder } from '../event-rules.ts'
import { type Event, readEvent } from '../event-store.ts'
import type { EventFrame } from '../pages/event-frame.tsx'
import { type EventVersion, readNewest } from '../published-store.ts'

export type OfficeContext = Context<AppEnv>

export const base = `/office${patterns.cc}${patterns.slug}/events`
export const onePath = `${base}${patterns.id}`

export interface Office {
  readonly town: Town
  readonly frame: EventFrame
}

/** @throws RequestFault not-found when the town is gone. */
export async function openOffice(c: OfficeContext, deps: EventsOfficeDeps): Promise<Office> {
  const [town] = await deps.readTowns(deps.database.db, [authorityOf(c).id])
  if (!town) throw notFound()
  const of = c.get('frame')
  const workplace = { name: nameOf(town, of.translator), items: townSections(of, town, 'events') }
  const back = { href: urls.townEvents(town), text: of.translator.t('events.back.list') }
  return { town, frame: { of, town, workplace, back } }
}

export interface OpenEvent extends Office {
  readonly event: Event
  readonly newest: EventVersion | undefined
  /** As the office calls it. */
  readonly title: string
}

/** The event of the address. @throws RequestFault not-found where it is none of this office. */
export async function openEvent(c: OfficeContext, deps: EventsOfficeDeps): Promise<OpenEvent> {
  const { town, frame } = await openOffice(c, deps)
  const { db } = deps.database
  const event = await readEvent(db, c.req.param('id') ?? '')
  if (event?.authority !== town.id) throw notFound()
  const { t } = frame.of.translator
  const back = { href: urls.townEvent(town, event.id), text: t('events.back.event') }
  return {
    ...{
      town,
      event,
      newest: await readNewest(db, event.id),
      title: titleOf(event, (kind) => t(`events.kind.${kind}`)),
    },
    frame: { ...frame, back },
  }
}

/** What was taken out with the place leaves the kind of event. */
export const titleOf = ({ facts }: Pick<Event, 'facts'>, kindName: (kind: Event['facts']['kind']) => string): string =>
  wordsInOrder(facts)[0]?.[1].title || kindName(facts.kind)

export function page(c: OfficeContext, node: JSX.Element, status: 200 | 409 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(node), status)
}

export const statusOf = (faults: readonly unknown[], changed: boolean): 200 | 409 | 422 =>
  changed ? 409 : faults.length > 0 ? 422 : 200

export const idIn = (fields: FormFields): string => {
  const given = z.uuid().safeParse(fieldText(fields, 'id'))
  return given.success ? given.data : newId()
}

export const revisionIn = (fields: FormFields): number =>
  Number(/^\d{1,9}$/.exec(fieldText(fields, 'revision'))?.[0] ?? 0)

export const personsAct = (c: OfficeContext): PersonsAct => ({ ...c.get('act'), person: c.get('actor') })

/** What was just done, told once. */
export const doneNotices = [
  ...(['begun', 'saved', 'repeated', 'published', 'asked', 'sent-back', 'taken-back'] as const),
  ...(['cancelled', 'discarded', 'told', 'kept'] as const),
] as const
export type DoneNotice = (typeof doneNotices)[number]

export const doneOf = (c: OfficeContext): DoneNotice | undefined =>
  doneNotices.find((one) => one === c.req.query('done'))
