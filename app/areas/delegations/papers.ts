/** Badges and letters of invitation, as the host prints them. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { PdfDocument } from '../../platform/pdf/pdf.ts'
import { longDate } from '../../ui/dates.ts'
import type { Meeting } from '../meetings/index.ts'
import { datesText, type Listed } from './present-people.ts'

/** Of adults with a place, and of who comes along with them: no child is on a sheet that lies about. */
export function badgesDocument(translator: Translator, meeting: Meeting, adults: readonly Listed[]): PdfDocument {
  const { t, tag, dir } = translator
  const badges = adults
    .filter(({ hasPlace }) => hasPlace)
    .flatMap(({ name, function: role, companion, whose: { town, country } }) => {
      const own = { name, role, town, country }
      return companion === '' ? [own] : [own, { ...own, name: companion, role: t('delegation.badge.with', { name }) }]
    })
  const foot = t('delegation.badge.foot', { year: `${meeting.year}`, place: meeting.place })
  return { template: 'badges.typ', tag, dir, title: t('delegation.badges'), data: { badges, foot } }
}

/** What nobody keeps here, the host writes by hand: number of the passport, day of birth, signature. */
export function invitationLetter(
  translator: Translator,
  meeting: Meeting,
  given: { readonly person: Listed; readonly host: string; readonly today: Temporal.PlainDate },
): PdfDocument {
  const { t, tag, dir } = translator
  const { person, host, today } = given
  const words = {
    ...{ name: person.name, function: person.function, town: person.whose.town, country: person.whose.country },
    ...{ host, place: meeting.place, dates: datesText(translator, meeting), year: `${meeting.year}` },
  }
  const stay = [person.arrives, person.leaves].flatMap((day) => (day === null ? [] : [longDate(translator, day)]))
  const paragraphs = [
    [host, longDate(translator, today)],
    [t('delegation.letter.whom')],
    [t('delegation.letter.invites', words)],
    [t('delegation.letter.person', words)],
    ...(stay.length === 2 ? [[t('delegation.letter.stay', { first: stay[0] ?? '', last: stay[1] ?? '' })]] : []),
    [t('delegation.letter.costs')],
    [`${t('delegation.letter.birth')}: ${blank}`, `${t('delegation.letter.passport')}: ${blank}`],
    [t('delegation.letter.kindly'), '', '', blank, host],
  ]
  const heading = t('delegation.letter.title', words)
  return { template: 'model-letter.typ', tag, dir, title: heading, data: { heading, paragraphs } }
}

const blank = '______________________________'
