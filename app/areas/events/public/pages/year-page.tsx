import type { PointsMap } from '../../../../platform/map/points.ts'
import { OutsideLink } from '../../../../ui/components/outside-link/outside-link.tsx'
import { urls } from '../../../../urls.ts'
import type { CounterView } from '../counts.ts'
import type { DayView } from '../present-listed.ts'
import { EventMapFigure } from './event-map.tsx'
import { Days, type EventsFrameProps, eventsDocument } from './events-frame.tsx'

type Filter = 'country' | 'kind' | 'lang'

export interface YearPageProps extends Omit<EventsFrameProps, 'children' | 'hasForm'> {
  readonly year: number
  /** Of the day, in words. */
  readonly date: string
  readonly theme: { readonly text: string; readonly lang: string; readonly source: string } | undefined
  readonly counters: readonly CounterView[]
  readonly map: PointsMap | undefined
  readonly countries: readonly {
    readonly name: string
    readonly href: string
    /** Towns, events, people. */
    readonly counters: readonly string[]
  }[]
  readonly form: {
    readonly action: string
    readonly chosen: Readonly<Record<Filter, string>>
    readonly options: Readonly<Record<Filter, readonly { readonly value: string; readonly text: string }[]>>
  }
  readonly days: readonly DayView[]
  readonly paging: { readonly page: number; readonly pages: number; readonly href: (page: number) => string }
  readonly feeds: { readonly ics: string; readonly atom: string }
  /** Other years. */
  readonly years: readonly { readonly year: number; readonly href: string }[]
  /** Of the country that was chosen. */
  readonly press: { readonly title: string; readonly sentences: readonly string[] } | undefined
  /** To paste into any website: this list as a frame. */
  readonly code: string
}

function Beginning({ chrome, year, date, theme, counters }: YearPageProps) {
  const { t, language } = chrome.translator
  return (
    <>
      <h1>{t('events.year.title', { year: `${year}` })}</h1>
      <p>{t('events.year.about', { date })}</p>
      {theme && (
        <p>
          {t('events.theme')} <bdi lang={theme.lang}>{theme.text}</bdi>{' '}
          {theme.source !== '' && <OutsideLink href={theme.source}>{t('events.theme.source')}</OutsideLink>}
        </p>
      )}
      <dl>
        {counters.map(({ label, value }) => (
          <>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      <p class="dim">{t('events.counter.about')}</p>
      <p>
        <a href={urls.eventsKit(language, year)}>{t('events.kit.title', { year: `${year}` })}</a>
      </p>
    </>
  )
}

function Countries({ chrome, countries }: YearPageProps) {
  const { t } = chrome.translator
  if (countries.length === 0) return null
  return (
    // A table may be wider than a phone: it scrolls by itself, by keyboard too.
    <section class="wide" aria-label={t('events.table')} {...{ tabindex: 0 }}>
      <table>
        <caption>{t('events.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('register.column.country')}</th>
            <th scope="col">{t('events.counter.towns')}</th>
            <th scope="col">{t('events.counter.events')}</th>
            <th scope="col">{t('events.counter.people')}</th>
          </tr>
        </thead>
        <tbody>
          {countries.map(({ name, href, counters }) => (
            <tr>
              <th scope="row">
                <a href={href}>{name}</a>
              </th>
              {counters.map((value) => (
                <td>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Filters({ chrome, form }: YearPageProps) {
  const { t } = chrome.translator
  return (
    <form method="post" action={form.action}>
      {(['country', 'kind', 'lang'] as const).map((name) => (
        <p class="field">
          <label for={`filter-${name}`}>{t(`events.filter.${name}`)}</label>
          <select id={`filter-${name}`} name={name}>
            <option value="">{t('events.filter.any')}</option>
            {form.options[name].map(({ value, text }) => (
              <option value={value} selected={value === form.chosen[name]}>
                {text}
              </option>
            ))}
          </select>
        </p>
      ))}
      <p>
        <button type="submit">{t('events.filter.submit')}</button>
      </p>
    </form>
  )
}

function Pages({ chrome, paging: { page, pages, href } }: YearPageProps) {
  const { t } = chrome.translator
  if (pages === 1) return null
  return (
    <nav class="pages" aria-label={t('register.pages')}>
      {page > 1 && <a href={href(page - 1)}>{t('register.pages.before')}</a>}
      <span>{t('register.pages.where', { page, pages })}</span>
      {page < pages && <a href={href(page + 1)}>{t('register.pages.next')}</a>}
    </nav>
  )
}

function TakeAlong({ chrome, feeds, years, press, code }: YearPageProps) {
  const { t } = chrome.translator
  return (
    <>
      <h2>{t('events.feeds.title')}</h2>
      <p>{t('events.feeds.about')}</p>
      <ul class="links">
        <li>
          <a href={feeds.ics}>{t('events.feeds.ics')}</a>
        </li>
        <li>
          <a href={feeds.atom}>{t('events.feeds.atom')}</a>
        </li>
      </ul>
      <h2 id="embed">{t('events.frame.summary')}</h2>
      <p>{t('events.frame.public')}</p>
      <p class="code" dir="ltr">
        {code}
      </p>
      {press ? (
        <>
          <h2 id="press">{press.title}</h2>
          <p>{t('events.press.about')}</p>
          <blockquote>
            {press.sentences.map((one) => (
              <p>{one}</p>
            ))}
          </blockquote>
        </>
      ) : (
        <p>{t('events.press.choose')}</p>
      )}
      {years.length > 0 && (
        <>
          <h2>{t('events.years')}</h2>
          <ul class="links">
            {years.map(({ year, href }) => (
              <li>
                <a href={href}>{year}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** A year: what towns do around the day, on a map and as a list. */
export function yearPage(props: YearPageProps): string {
  const { chrome, map, days } = props
  const { t } = chrome.translator
  return eventsDocument({
    ...props,
    hasForm: true,
    children: (
      <>
        <Beginning {...props} />
        {map && <EventMapFigure translator={chrome.translator} map={map} />}
        <Countries {...props} />
        <h2 id="list">{t('events.list.heading')}</h2>
        <Filters {...props} />
        {days.length === 0 && <p>{t('events.list.nobody')}</p>}
        <Days days={days} cancelled={t('events.cancelled')} level={3} />
        <Pages {...props} />
        <TakeAlong {...props} />
      </>
    ),
  })
}
