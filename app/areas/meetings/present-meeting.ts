/** A meeting in words. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { longDate } from '../../ui/dates.ts'
import { apart } from '../../ui/lists.ts'
import type { MeetingFacts } from './meeting-rules.ts'

type Shown = Pick<MeetingFacts, 'year' | 'kind' | 'starts' | 'ends' | 'place'>

export function daysText(translator: Translator, { starts, ends }: Pick<Shown, 'starts' | 'ends'>): string {
  const { t } = translator
  if (starts === null || ends === null) return t('meeting.dates.open')
  if (starts === ends) return longDate(translator, starts)
  return t('meeting.dates.range', { from: longDate(translator, starts), to: longDate(translator, ends) })
}

export const placeText = ({ t }: Translator, { place }: Pick<Shown, 'place'>): string =>
  place === '' ? t('meeting.place.open') : place

export const titleText = ({ t }: Translator, { year, kind, place }: Shown): string =>
  place === ''
    ? t(`meeting.name.${kind}`, { year: `${year}` })
    : t(`meeting.nameAt.${kind}`, { year: `${year}`, place: apart(place) })

/** What is said in the reader's language, else in English, else in any. */
export function textIn<T>(
  texts: Readonly<Record<string, T>>,
  language: string,
): { readonly language: string; readonly text: T } | undefined {
  const found = [language, 'en', ...Object.keys(texts)].find((one) => texts[one] !== undefined)
  const text = found === undefined ? undefined : texts[found]
  return found === undefined || text === undefined ? undefined : { language: found, text }
}
