/** What stands on a town's page, for programs: a JSON Feed 1.1 with what a plug-in of ours needs beside. */
import type { PhoneView, ServiceView } from '../present-service.ts'

/** How long a copy may be shown before somebody asks again. */
export const keepSeconds = 300

export interface FeedLanguage {
  /** BCP 47. */
  readonly language: string
  readonly dir: 'ltr' | 'rtl'
  readonly page: string
  readonly fragment: string
  readonly feed: string
}

export interface FeedItem {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly content_text: string
  /** Of the title. */
  readonly language: string
  /** Kinds of service. */
  readonly tags: readonly string[]
}

/** @see https://www.jsonfeed.org/version/1.1/ */
export interface JsonFeed {
  readonly version: 'https://jsonfeed.org/version/1.1'
  readonly title: string
  readonly home_page_url: string
  readonly feed_url: string
  readonly language: string
  readonly authors: readonly { readonly name: string }[]
  readonly items: readonly FeedItem[]
  readonly _safe_towns: {
    readonly town: string
    /** Of what the town itself has published last; null where it has published nothing. */
    readonly version: number | null
    readonly published: string | null
    /** Of the fragment's words: as long as it is the same there is nothing new to fetch. */
    readonly sha256: string
    readonly keep_seconds: number
    readonly page: string
    readonly frame: string
    readonly fragment: string
    readonly oembed: string
    /** Copies in all languages, in a zip file. */
    readonly site: string
    readonly languages: readonly FeedLanguage[]
  }
}

const phoneText = ({ label, number, details }: PhoneView): string =>
  [label?.text, number, details.join(' · ')].filter(Boolean).join(' ')

/** A summary; the page says more. Of a place that is confidential there is nothing to say. */
function contentOf(view: ServiceView): string {
  return [
    view.alert?.text,
    view.closure?.words,
    view.whatHappens?.text,
    ...view.phones.map(phoneText),
    view.email,
    view.web,
    ...view.hours.week.map(({ days, times }) => `${days} ${times}`.trim()),
    view.provider,
    view.checked.words,
  ]
    .filter(Boolean)
    .join('\n')
}

export function feedItem(view: ServiceView, { url, language }: Pick<FeedItem, 'url' | 'language'>): FeedItem {
  return { id: view.id, url, title: view.name.text, content_text: contentOf(view), language, tags: view.kinds }
}
