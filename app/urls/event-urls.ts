/** Addresses of the European Day, 18 November: for everybody, in the office of a town, in that of the instance. */
import { cc, officePath, type Town } from './town-paths.ts'

export interface EventsAsked {
  /** Upper case. */
  readonly country?: string | undefined
  readonly kind?: string | undefined
  /** Code. */
  readonly lang?: string | undefined
  readonly page?: number | undefined
}

/** What a poster says beside what every one says. */
export interface PosterAsked {
  readonly size: 'a4' | 'a3'
  /** For a print shop: with bleed and crop marks. */
  readonly shop?: boolean
  /** Whose name stands on it. */
  readonly town?: Town | undefined
}

/** Code of the language of the event's own texts. */
export type EventPosterAsked = Omit<PosterAsked, 'town'> & { readonly read: string }

const forShop = (shop: boolean | undefined) => (shop ? { print: 'shop' } : {})

const base = (lang: string, year: number) => `/${lang}/events/${year}`
const one = (lang: string, year: number, id: string) => `${base(lang, year)}/${id}`
const eventsPath = (town: Town) => `${officePath(town)}/events`
const townIn = (town: Town) => `${cc(town.country)}/${town.slug}`

function queryOf({ country, kind, lang, page = 1 }: EventsAsked): string {
  const query = new URLSearchParams({
    ...(country ? { country: cc(country) } : {}),
    ...(kind ? { kind } : {}),
    ...(lang ? { lang } : {}),
    ...(page > 1 ? { page: `${page}` } : {}),
  })
  return query.size > 0 ? `?${query}` : ''
}

export type TownEventPage = 'edit' | 'publish' | 'after'
export type TownEventAct = 'ask' | 'send-back' | 'take-back' | 'cancel' | 'discard' | 'repeat'
export type EventFeed = 'ics' | 'atom'

export const eventUrls = {
  /** Leads to the newest edition. */
  eventsNow: (lang: string) => `/${lang}/events`,
  events: (lang: string, year: number, asked: EventsAsked = {}) => `${base(lang, year)}${queryOf(asked)}`,
  event: one,
  eventsFeed: (lang: string, year: number, feed: EventFeed, asked: EventsAsked = {}) =>
    `${base(lang, year)}.${feed}${queryOf({ ...asked, page: 1 })}`,
  eventsShare: (lang: string, year: number) => `${base(lang, year)}/share.png`,
  eventShare: (lang: string, year: number, id: string) => `${one(lang, year, id)}/share.png`,
  /** How a town prepares the day. */
  eventsKit: (lang: string, year: number) => `${base(lang, year)}/kit`,
  eventsPoster: (lang: string, year: number, { size, town, shop }: PosterAsked) => {
    const asked = { size, ...(town ? { town: townIn(town) } : {}), ...forShop(shop) }
    return `${base(lang, year)}/poster.pdf?${new URLSearchParams(asked)}`
  },
  eventPoster: (lang: string, year: number, id: string, { size, read, shop }: EventPosterAsked) =>
    `${one(lang, year, id)}/poster.pdf?${new URLSearchParams({ size, read, ...forShop(shop) })}`,
  /** A list as a frame in any website. @param of of a country, or of one town. */
  eventsFrame: (of: { readonly lang?: string; readonly country?: string; readonly town?: Town } = {}) => {
    const query = new URLSearchParams({
      ...(of.lang ? { lang: of.lang } : {}),
      ...(of.country ? { country: cc(of.country) } : {}),
      ...(of.town ? { town: townIn(of.town) } : {}),
    })
    return `/embed/events${query.size > 0 ? `?${query}` : ''}`
  },
  /** All events of a town; POST begins one. */
  townEvents: eventsPath,
  townEventNew: (town: Town) => `${eventsPath(town)}/new`,
  townEvent: (town: Town, id: string) => `${eventsPath(town)}/${id}`,
  /** What a form of the same address changes by POST. */
  townEventPage: (town: Town, id: string, page: TownEventPage) => `${eventsPath(town)}/${id}/${page}`,
  /** POST. */
  townEventAct: (town: Town, id: string, act: TownEventAct) => `${eventsPath(town)}/${id}/${act}`,
  /** The years, for the secretariat; POST adds or changes one. */
  eventEditions: () => '/office/instance/events',
  eventEdition: (year: number) => `/office/instance/events/${year}`,
} as const
