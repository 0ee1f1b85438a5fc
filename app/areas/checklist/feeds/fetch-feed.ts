/** Fetches what a feed says, by the one way out to the network; never more or longer than a list that is brought may be. */

import type { NetClient } from '../../../platform/net/net-client.ts'
import type { NetAnswer, NetReason } from '../../../platform/net/net-outcomes.ts'
import { decoded, formatOfContent } from '../import-services/detect-upload.ts'
import type { ServiceFormat } from '../import-services/import-services.ts'
import { type ApiPage, apiPageIn, idToAsk, pageAddress, serviceAddress, serviceIn } from './api-rules.ts'

/** Why a feed could not be fetched; message `checklist.office.feed.failed.<reason>`. */
export type FeedReason =
  | NetReason
  /** 401, 403: only with a login, which feeds have not. */
  | 'closed'
  /** 404, 410. */
  | 'gone'
  /** Any other status. */
  | 'status'
  /** Neither HSDS JSON nor a zip of HSDS tables. */
  | 'no-feed'
  /** More pages, services or time than one night has for one feed. */
  | 'too-long'

export type FetchedFeed =
  | {
      readonly outcome: 'content'
      readonly content: Uint8Array
      readonly format: Exclude<ServiceFormat, 'csv'>
      readonly etag: string | null
      readonly lastModified: string | null
    }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'failed'; readonly reason: FeedReason }

export interface FetchDeps {
  readonly net: NetClient
  readonly clock: { milliseconds(): number }
}

interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
}

/** Bytes of a feed, and of a zip file unpacked: as for a list that an officer brings. */
const mostBytes = 5_000_000
const mostUnpacked = 50_000_000
const mostPages = 100
/** A host is asked once a second. */
const mostMilliseconds = 300_000

class FeedFault extends Error {
  readonly reason: FeedReason
  constructor(reason: FeedReason) {
    super(reason)
    this.reason = reason
  }
}

/** @param known of what was followed last; null: everything is wanted. */
export async function fetchFeed(deps: FetchDeps, url: string, known: Validators | null): Promise<FetchedFeed> {
  try {
    return await fetched(deps, url, known)
  } catch (error) {
    if (error instanceof FeedFault) return { outcome: 'failed', reason: error.reason }
    throw error
  }
}

async function fetched(deps: FetchDeps, url: string, known: Validators | null): Promise<FetchedFeed> {
  const first = await ask(deps, url, known)
  if (first.status === 304) return { outcome: 'unchanged' }
  const detected = await formatOfContent(first.body, mostUnpacked)
  if ('fault' in detected) throw new FeedFault(detected.fault === 'uploadTooLarge' ? 'too-large' : 'no-feed')
  if (detected.format !== 'hsds-json' && detected.format !== 'hsds-csv') throw new FeedFault('no-feed')
  const page = detected.format === 'hsds-json' ? apiPageIn(decoded(first.body)) : undefined
  if (page && isInParts(url, page)) {
    // What stands at the first page's address says nothing of the other pages and services.
    return { ...(await fetchParts(deps, url, page)), outcome: 'content', format: 'hsds-json', ...noValidators }
  }
  const { etag, 'last-modified': lastModified } = first.headers
  return {
    ...{ outcome: 'content', content: first.body, format: detected.format },
    ...{ etag: etag ?? null, lastModified: lastModified ?? null },
  }
}

const noValidators: Validators = { etag: null, lastModified: null }

const isInParts = (url: string, { contents, pages }: ApiPage): boolean =>
  pages > 1 || contents.some((one) => idToAsk(one) !== undefined && serviceAddress(url, '1') !== undefined)

type Answered = Extract<NetAnswer, { outcome: 'answered' }>

/** @throws {FeedFault} */
async function ask({ net }: FetchDeps, url: string, known: Validators | null): Promise<Answered> {
  const answer = await net.ask({
    ...{ url, method: 'GET', wantsBody: true, accept: 'application/json, application/zip;q=0.9' },
    limits: { bytes: mostBytes, firstByteMilliseconds: 60_000, wholeMilliseconds: 120_000 },
    ...(known ? { known } : {}),
  })
  if (answer.outcome === 'not-answered') throw new FeedFault(answer.reason)
  const { status } = answer
  if (status === 200 || (status === 304 && known)) return answer
  if (status === 401 || status === 403) throw new FeedFault('closed')
  throw new FeedFault(status === 404 || status === 410 ? 'gone' : 'status')
}

/** Page after page, then service after service where pages hold summaries; all of it or nothing. */
async function fetchParts(deps: FetchDeps, url: string, first: ApiPage): Promise<{ content: Uint8Array }> {
  if (first.pages > mostPages) throw new FeedFault('too-long')
  const until = deps.clock.milliseconds() + mostMilliseconds
  const next = async (address: string): Promise<string> => {
    if (deps.clock.milliseconds() >= until) throw new FeedFault('too-long')
    return decoded((await ask(deps, address, null)).body)
  }
  const summaries = [...first.contents]
  for (let number = 2; number <= first.pages; number += 1) {
    const page = apiPageIn(await next(pageAddress(url, number)))
    if (!page) throw new FeedFault('no-feed')
    summaries.push(...page.contents)
  }
  const services: string[] = []
  let size = 0
  for (const summary of summaries) {
    const id = idToAsk(summary)
    const address = id === undefined ? undefined : serviceAddress(url, id)
    const whole = address === undefined ? summary : serviceIn(await next(address))
    if (whole === undefined) throw new FeedFault('no-feed')
    const line = JSON.stringify(whole)
    size += line.length
    if (size > mostBytes) throw new FeedFault('too-large')
    services.push(line)
  }
  return { content: new TextEncoder().encode(`[${services.join(',\n')}]`) }
}
