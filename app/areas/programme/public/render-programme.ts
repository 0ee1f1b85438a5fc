/** The newest release of a programme, for readers and for calendars. */

import { calendarEnd, calendarEntry, calendarHead } from '../../../platform/calendar/calendar-rules.ts'
import { notFound } from '../../../platform/http/faults.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../../platform/page-cache/page-cache.ts'
import { namesGo } from '../../../platform/privacy/after-meeting-rules.ts'
import { longDate } from '../../../ui/dates.ts'
import { apart } from '../../../ui/lists.ts'
import { absolute, urls } from '../../../urls.ts'
import { chromeFor, readerFor } from '../../help-pages/index.ts'
import { type Meeting, meetingOfYear, meetingTag } from '../../meetings/index.ts'
import type { ProgrammePagesDeps } from '../deps.ts'
import { changeText, dayText, roomName, timesText } from '../present-session.ts'
import { changesBetween } from '../release-rules.ts'
import { releasesOf } from '../release-store.ts'
import type { Release, ReleasedSession } from '../schema.ts'
import { type DayOfProgramme, publicProgrammePage } from './programme-page.tsx'

interface Opened {
  readonly meeting: Meeting
  /** The newest first. */
  readonly releases: readonly [Release, ...Release[]]
}

/** @throws RequestFault not-found where nothing was released. */
async function openReleases({ database }: ProgrammePagesDeps, year: number): Promise<Opened> {
  const found = await database.read(async (db) => {
    const meeting = await meetingOfYear(db, year)
    return meeting && { meeting, releases: await releasesOf(db, meeting.id) }
  })
  const [newest, ...older] = found?.releases ?? []
  if (!found || !newest) throw notFound()
  return { meeting: found.meeting, releases: [newest, ...older] }
}

/** Names go in the moment that was promised, whenever the rows do. */
function withoutNames(releases: readonly Release[], gone: boolean): readonly Release[] {
  if (!gone) return releases
  return releases.map((one) => ({ ...one, sessions: one.sessions.map((session) => ({ ...session, speakers: [] })) }))
}

export async function renderProgramme(
  deps: ProgrammePagesDeps,
  translator: Translator,
  year: number,
): Promise<RenderedPage> {
  const { meeting, releases } = await openReleases(deps, year)
  const [until, now] = [namesGo(meeting.ends), deps.clock.now()]
  const gone = until !== undefined && Temporal.Instant.compare(now, until) >= 0
  const shown = withoutNames(releases, gone)
  const reader = readerFor(deps.site, translator, now, { country: undefined })
  const { t, language } = translator
  const html = publicProgrammePage({
    chrome: chromeFor(deps.site, reader, undefined, (lang) => urls.programme(lang, year)),
    ...{ demonstration: meeting.demonstration, place: meeting.place, year },
    days: shown[0] ? daysOf(deps, translator, shown[0], reader.languageName) : [],
    released: releasedText(translator, meeting, releases[0]),
    zone: meeting.timeZone,
    calendar: urls.programmeCalendar(language, year),
    versions: shown.flatMap((release, index) => versionOf(translator, meeting, release, shown[index + 1])),
    namesGone: gone,
    back: { href: urls.meeting(language, year), text: t('programme.back') },
  })
  return { html, status: 200, dependsOn: dependsOn(meeting), validUntil: gone ? undefined : until }
}

/** Also on the host: who asks to be named no longer is taken out of what it says. */
const dependsOn = ({ year, host }: Meeting): string[] => [meetingTag(year), ...(host === null ? [] : [host])]

const releasedText = (translator: Translator, { timeZone }: Meeting, { version, releasedAt }: Release): string =>
  translator.t('programme.released', {
    version: `${version}`,
    date: longDate(translator, releasedAt.toZonedDateTimeISO(timeZone).toPlainDate()),
  })

function versionOf(translator: Translator, meeting: Meeting, release: Release, before: Release | undefined) {
  // The first is all new.
  if (!before) return []
  const changes = changesBetween(before, release).map((one) => changeText(translator, release.rooms, before.rooms, one))
  return [{ title: releasedText(translator, meeting, release), changes }]
}

function daysOf(
  { languages }: ProgrammePagesDeps,
  translator: Translator,
  { sessions, rooms }: Release,
  languageName: (code: string) => string,
): DayOfProgramme[] {
  return [...Map.groupBy(sessions, ({ day }) => day)].map(([day, all]) => ({
    day: dayText(translator, day),
    sessions: all.map((one) => ({
      ...{ id: one.id, title: one.title, what: one.what, cancelled: one.cancelled, times: timesText(one) },
      ...{ room: roomName(rooms, one.room), speakers: one.speakers, materials: one.materials },
      lang: languages.byCode(one.language)?.tag ?? one.language,
      dir: languages.byCode(one.language)?.dir ?? 'ltr',
      interpreted: one.interpreted.map(languageName),
    })),
  }))
}

/** What a calendar keeps for years: no names. */
function entryOf(translator: Translator, { meeting, releases }: Opened, one: ReleasedSession, url: string) {
  const { t } = translator
  const [{ releasedAt, rooms }] = releases
  const languages = new Intl.DisplayNames([translator.tag], { type: 'language' })
  const interpreted = one.interpreted.map((code) => languages.of(code) ?? code)
  const text = [
    one.what,
    interpreted.length === 0 ? '' : `${t('programme.form.interpreted')}: ${interpreted.join(', ')}`,
    ...one.materials,
    url,
  ]
  return {
    ...{ id: one.id, sequence: one.sequence, cancelled: one.cancelled, zone: meeting.timeZone, url, kind: '' },
    publishedAt: releasedAt.epochMilliseconds,
    ...{ starts: `${one.day}T${one.starts}`, ends: `${one.day}T${one.ends}` },
    title: one.cancelled ? `${t('programme.cancelled')}: ${one.title}` : one.title,
    text: text.filter((line) => line !== '').join('\n'),
    place: [roomName(rooms, one.room), meeting.place].filter((part) => part !== '').join(', '),
  }
}

/** Whoever keeps a copy asks each time whether it still holds. */
export async function renderCalendar(
  deps: ProgrammePagesDeps,
  translator: Translator,
  year: number,
): Promise<RenderedPage> {
  const opened = await openReleases(deps, year)
  const { meeting, releases } = opened
  const { baseUrl } = deps.site
  const url = absolute(baseUrl, urls.programme(translator.language, year))
  const head = calendarHead({
    name: translator.t('programme.calendar.name', { year: `${year}`, place: apart(meeting.place) }),
    ...{ year, product: 'Meeting', zones: [meeting.timeZone] },
  })
  const entries = releases[0].sessions.map((one) =>
    calendarEntry(new URL(baseUrl).hostname, entryOf(translator, opened, one, `${url}#s-${one.id}`)),
  )
  const html = [head, ...entries, calendarEnd].join('')
  const headers = {
    ...{ 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'no-cache' },
    ...{ 'access-control-allow-origin': '*', 'content-disposition': `inline; filename="meeting-${year}.ics"` },
  }
  return { html, status: 200, headers, dependsOn: dependsOn(meeting), validUntil: undefined }
}
