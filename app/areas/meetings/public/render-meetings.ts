/** The public pages of meetings, made of what is kept and of what sources name. */

import type { ReadDb } from '../../../platform/db/tables.ts'
import { notFound } from '../../../platform/http/faults.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../../platform/page-cache/page-cache.ts'
import { longDate } from '../../../ui/dates.ts'
import { apart } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import { countryName, readAuthorities } from '../../authorities/index.ts'
import { chromeFor, readerFor } from '../../help-pages/index.ts'
import { stageOfCall } from '../call/call-rules.ts'
import { readCall, readSteps, type Step } from '../call/call-store.ts'
import { dueAfter } from '../cycle-rules.ts'
import { type MeetingPagesDeps, todayAt } from '../deps.ts'
import { allMeetings, type ShownMeeting } from '../earlier-data.ts'
import { readLeft } from '../left-store.ts'
import { type Meeting, stageOf } from '../meeting-rules.ts'
import { readMeetings } from '../meeting-store.ts'
import { daysText, placeText, titleText } from '../present-meeting.ts'
import { meetingsTag, meetingTag } from '../public-tag.ts'
import { type EarlierView, hostsPage } from './pages/hosts-page.tsx'
import { type MeetingPageProps, meetingPage, meetingsPage } from './pages/meetings-page.tsx'
import { callView, leftView, writtenOf } from './public-call.ts'

function chromeOf({ site, clock }: MeetingPagesDeps, translator: Translator, pathIn: (lang: string) => string) {
  const reader = readerFor(site, translator, clock.now(), { country: undefined })
  return chromeFor(site, reader, undefined, pathIn)
}

/** Days pass, and a call closes: what a page says of them holds until then. */
function validUntil({ clock }: MeetingPagesDeps, moments: readonly Temporal.Instant[]): Temporal.Instant {
  const now = clock.now()
  const midnight = now.toZonedDateTimeISO('UTC').startOfDay().add({ days: 1 }).toInstant()
  const later = moments.filter((one) => Temporal.Instant.compare(one, now) > 0)
  return [midnight, ...later].reduce((one, other) => (Temporal.Instant.compare(one, other) < 0 ? one : other))
}

const isHeld = ({ clock }: MeetingPagesDeps, one: ShownMeeting): boolean =>
  stageOf(one, todayAt(clock.now(), one.timeZone)) === 'held'

export async function renderMeetings(deps: MeetingPagesDeps, translator: Translator): Promise<RenderedPage> {
  const { t, language, tag } = translator
  const kept = await deps.database.read((db) => readMeetings(db))
  const all = allMeetings(kept, deps.earlier)
  const lineOf = (one: ShownMeeting) => ({
    ...{ title: titleText(translator, one), href: urls.meeting(language, one.year), days: daysText(translator, one) },
    country: one.country === null ? '' : countryName(one.country, tag),
  })
  const next = all.filter((one) => !isHeld(deps, one))
  const due = next.length > 0 ? undefined : dueAfter(kept)
  const html = meetingsPage({
    chrome: chromeOf(deps, translator, (lang) => urls.meetings(lang)),
    demonstration: kept.length > 0 && kept.every(({ demonstration }) => demonstration),
    ...{ next: next.map(lineOf), archive: all.filter((one) => isHeld(deps, one)).map(lineOf) },
    due: due && t('meeting.due', { day: longDate(translator, due) }),
  })
  return { html, status: 200, dependsOn: [meetingsTag], validUntil: validUntil(deps, []) }
}

/** @throws {RequestFault} not-found for a year of which nothing is known. */
export async function renderMeeting(
  deps: MeetingPagesDeps,
  translator: Translator,
  year: number,
): Promise<RenderedPage> {
  const { language } = translator
  const { page, host, moments } = await deps.database.read(async (db) => {
    const kept = await readMeetings(db)
    const meeting = allMeetings(kept, deps.earlier).find((one) => one.year === year)
    if (!meeting) throw notFound()
    const own = kept.find((one) => one.year === year)
    const call = own && (await readCall(db, own.id))
    const steps = own ? await readSteps(db, own.id) : []
    const ids = [
      ...new Set(
        [meeting.host, meeting.hostThen, ...steps.map(({ authority }) => authority)].filter((id) => id !== null),
      ),
    ]
    const towns = await readAuthorities(db, ids)
    const nameOf = (id: string | null) => {
      const town = towns.find((one) => one.id === id)
      return town ? (town.names[language] ?? town.name) : ''
    }
    const left = own ? await readLeft(db, own.id) : []
    const host = towns.find(({ id }) => id === meeting.host)
    const sections = own
      ? (await Promise.all(deps.sectionsOf.map((of) => of(db, own, translator)))).flat()
      : deps.earlierSections(year, translator)
    return {
      ...{ host: meeting.host, moments: call ? [call.opens, call.deadline] : [] },
      page: {
        ...{ title: titleText(translator, meeting), demonstration: meeting.demonstration, source: meeting.source },
        // Of one that is over the name of the time; it leads to whoever has its place.
        facts: factsOf(
          translator,
          meeting,
          host && { name: nameOf(meeting.hostThen ?? host.id), href: urls.town(language, host) },
        ),
        about: writtenOf(deps, meeting.about, translator),
        call: call?.published ? await callView(deps, db, translator, { ...call, year }) : undefined,
        steps: steps.map((one) => stepView(translator, one, { name: nameOf(one.authority), zone: meeting.timeZone })),
        left: left.map((one) => leftView(deps, translator, one)),
        sections,
      } satisfies Omit<MeetingPageProps, 'chrome'>,
    }
  })
  const chrome = chromeOf(deps, translator, (lang) => urls.meeting(lang, year))
  const dependsOn = [meetingTag(year), meetingsTag, ...(host === null ? [] : [host])]
  return { html: meetingPage({ chrome, ...page }), status: 200, dependsOn, validUntil: validUntil(deps, moments) }
}

function stepView(
  translator: Translator,
  { kind, at, reasons, unscored }: Step,
  { name, zone }: { readonly name: string; readonly zone: string },
): MeetingPageProps['steps'][number] {
  const day = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  const text = translator.t(`meeting.step.${kind}`, { town: apart(name) })
  const without = unscored === '' ? undefined : translator.t('meeting.step.unscored', { reasons: apart(unscored) })
  return { text, reasons, without, when: longDate(translator, day) }
}

function factsOf(
  translator: Translator,
  meeting: ShownMeeting,
  host: { readonly name: string; readonly href: string } | undefined,
): MeetingPageProps['facts'] {
  const { t, tag } = translator
  const { country, timeZone } = meeting
  return [
    { label: t('meeting.dates'), value: daysText(translator, meeting) },
    { label: t('meeting.field.place'), value: placeText(translator, meeting) },
    ...(country === null ? [] : [{ label: t('meeting.field.country'), value: countryName(country, tag) }]),
    ...(country === null ? [] : [{ label: t('meeting.field.zone'), value: timeZone }]),
    ...(host ? [{ label: t('meeting.host'), value: host.name, href: host.href }] : []),
  ]
}

/** An earlier meeting with what this software keeps of it: programme, market, conclusions. */
async function earlierView(
  deps: MeetingPagesDeps,
  db: ReadDb,
  translator: Translator,
  kept: readonly Meeting[],
  one: ShownMeeting,
): Promise<EarlierView> {
  const own = kept.find(({ year }) => year === one.year)
  const sections = own
    ? (await Promise.all(deps.sectionsOf.map((of) => of(db, own, translator)))).flat()
    : deps.earlierSections(one.year, translator)
  return {
    ...{ title: titleText(translator, one), href: urls.meeting(translator.language, one.year) },
    ...{ days: daysText(translator, one), demonstration: one.demonstration },
    links: sections.flatMap(({ lines }) =>
      lines.flatMap(({ text, href }) => (href === undefined ? [] : [{ text, href }])),
    ),
  }
}

export async function renderHosts(deps: MeetingPagesDeps, translator: Translator): Promise<RenderedPage> {
  const { language } = translator
  const read = await deps.database.read(async (db) => {
    const kept = await readMeetings(db)
    const meetings = kept.filter((one) => !isHeld(deps, one))
    const calls = await Promise.all(
      meetings.map(async (meeting) => {
        const call = await readCall(db, meeting.id)
        if (!call?.published) return []
        const view = await callView(deps, db, translator, { ...call, year: meeting.year })
        const title = titleText(translator, meeting)
        const { demonstration, year } = meeting
        const moments = [call.opens, call.deadline]
        // What was asked and answered stays there for whoever bids another time.
        const isOpen = stageOfCall(call, deps.clock.now()) !== 'sealed'
        return [{ title, href: urls.meeting(language, year), call: view, isOpen, moments, demonstration }]
      }),
    )
    const held = allMeetings(kept, deps.earlier).filter((one) => isHeld(deps, one))
    const earlier = await Promise.all(held.map((one) => earlierView(deps, db, translator, kept, one)))
    return { calls: calls.flat(), left: await readLeft(db, undefined), earlier }
  })
  const html = hostsPage({
    chrome: chromeOf(deps, translator, (lang) => urls.meetingHosts(lang)),
    demonstration: [...read.calls, ...read.earlier].some(({ demonstration }) => demonstration),
    ...{ calls: read.calls, earlier: read.earlier, left: read.left.map((one) => leftView(deps, translator, one)) },
  })
  const until = validUntil(
    deps,
    read.calls.flatMap(({ moments }) => moments),
  )
  return { html, status: 200, dependsOn: [meetingsTag], validUntil: until }
}
