/** Events as lists show them. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import { longDate } from '../../../ui/dates.ts'
import { urls } from '../../../urls.ts'
import { countryName } from '../../authorities/index.ts'
import type { EventPagesDeps } from '../deps.ts'
import type { ListedEvent } from '../list-store.ts'

export interface ListedView {
  readonly id: string
  readonly href: string
  readonly title: string
  /** Of the title. */
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  /** `Example Town (Netherlands)`. */
  readonly whose: string
  /** What else is to be known: time, kind, where. */
  readonly facts: readonly string[]
  readonly cancelled: boolean
}

export interface DayView {
  readonly day: string
  readonly events: readonly ListedView[]
}

const dayIn = (starts: string): string => starts.slice(0, 10)
const timeIn = (moment: string): string => `\u2068${moment.slice(11)}\u2069`

/** What was taken out with a place leaves the kind. */
export const titleIn = ({ t }: Pick<Translator, 't'>, { title, kind }: Pick<ListedEvent, 'title' | 'kind'>): string =>
  title || t(`events.kind.${kind}`)

const whoseIs = ({ tag }: Translator, { town, country }: ListedEvent): string =>
  `${town} (${countryName(country, tag)})`

/** Where it is, as far as anybody may know. */
export function whereText({ t }: Pick<Translator, 't'>, { access, online, place }: ListedEvent): string {
  if (access === 'invited') return t('events.invited')
  return online ? t('events.online') : (place ?? '')
}

function presentListed(
  { languages }: Pick<EventPagesDeps, 'languages'>,
  translator: Translator,
  year: number,
  event: ListedEvent,
): ListedView {
  const { t } = translator
  const own = event.title === '' ? translator.language : event.language
  const { id, starts, ends, kind, status } = event
  const known = languages.byCode(own)
  return {
    ...{ id, href: urls.event(translator.language, year, id), title: titleIn(translator, event) },
    ...{ lang: known?.tag ?? own, dir: known?.dir ?? 'ltr', whose: whoseIs(translator, event) },
    facts: [
      ends === null ? timeIn(starts) : `${timeIn(starts)}–${timeIn(ends)}`,
      t(`events.kind.${kind}`),
      whereText(translator, event),
    ].filter((one) => one !== ''),
    cancelled: status === 'cancelled',
  }
}

/** One after the other, as they are. */
export function byDay(
  deps: Pick<EventPagesDeps, 'languages'>,
  translator: Translator,
  year: number,
  events: readonly ListedEvent[],
): DayView[] {
  return [...Map.groupBy(events, ({ starts }) => dayIn(starts))].map(([day, here]) => ({
    day: longDate(translator, day),
    events: here.map((one) => presentListed(deps, translator, year, one)),
  }))
}
