/** Counters of a year, and what the press of a country can take over as it is. Pure but for words. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import { longDate } from '../../../ui/dates.ts'
import { countryName } from '../../authorities/index.ts'
import { dayOfYear } from '../event-rules.ts'
import type { CountryCount } from '../list-store.ts'

export interface Counts {
  readonly countries: number
  readonly towns: number
  readonly events: number
  /** Null: no town has said yet how many came. */
  readonly people: number | null
}

export function countsOf(cells: readonly CountryCount[], country?: string): Counts {
  const here = country === undefined ? cells : cells.filter((one) => one.country === country)
  const sum = (of: (one: CountryCount) => number) => here.reduce((all, one) => all + of(one), 0)
  const said = here.filter(({ people }) => people !== null)
  return {
    countries: here.length,
    towns: sum(({ towns }) => towns),
    events: sum(({ events }) => events),
    people: said.length === 0 ? null : sum(({ people }) => people ?? 0),
  }
}

const numeral = ({ tag }: Pick<Translator, 'tag'>, value: number): string => new Intl.NumberFormat(tag).format(value)

export interface CounterView {
  readonly label: string
  readonly value: string
}

export function counterViews(translator: Translator, counts: Counts, country?: string): CounterView[] {
  const { t } = translator
  return [
    ...(country === undefined
      ? [{ label: t('events.counter.countries'), value: numeral(translator, counts.countries) }]
      : []),
    { label: t('events.counter.towns'), value: numeral(translator, counts.towns) },
    { label: t('events.counter.events'), value: numeral(translator, counts.events) },
    {
      label: t('events.counter.people'),
      value: counts.people === null ? t('events.counter.notYet') : numeral(translator, counts.people),
    },
  ]
}

/** Sentences for the press, from the counters. */
export function pressSentences(
  translator: Translator,
  given: {
    readonly year: number
    readonly country: string
    readonly cells: readonly CountryCount[]
    readonly theme: string | undefined
  },
): string[] {
  const { t, tag } = translator
  const { year, country, cells, theme } = given
  const [here, all] = [countsOf(cells, country), countsOf(cells)]
  const date = longDate(translator, dayOfYear(year))
  const figure = (value: number) => numeral(translator, value)
  return [
    t('events.press.day', { date }),
    ...(theme === undefined ? [] : [t('events.press.theme', { theme })]),
    here.events === 0
      ? t('events.press.none', { country: countryName(country, tag), year: `${year}` })
      : t('events.press.country', {
          ...{ country: countryName(country, tag), year: `${year}` },
          ...{ events: here.events, towns: here.towns },
        }),
    ...(here.people === null ? [] : [t('events.press.people', { people: figure(here.people) })]),
    ...(all.events > here.events
      ? [
          t('events.press.all', {
            countries: all.countries,
            towns: all.towns,
            events: all.events,
          }),
        ]
      : []),
    t('events.press.pact'),
  ]
}
