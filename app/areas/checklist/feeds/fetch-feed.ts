/** Fetches what a feed says, by the one way out to the network; never more or longer than a list that is brought may be. */

import type { NetClient } from '../../../platform/net/net-client.ts'
import type { NetAnswer } from '../../../platform/net/net-outcomes.ts'
import type { NetReason } from '../../../platform/net/net-reasons.ts'
import { decoded, formatOfContent } from '../import-services/detect-upload.ts'
import type { ServiceFormat } from '../import-services/import-services.ts'
import { type ApiPage, apiPageIn, idToAsk, isListOrLines, pageAddress, serviceAddress, serviceIn } from './api-rules.ts'

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

export interface FetchLimits {
  /** Of a feed, and of a zip file unpacked. */
  readonly bytes: number
  readonly unpacked: number
  readonly pages: number
}

/** Of a town: as for a list that an officer brings. */
export const townLimits: FetchLimits = { bytes: 5_000_000, unpacked: 50_000_000, pages: 100 }
/** Of an association: the directory of a whole country. */
export const countryLimits: FetchLimits = { bytes: 50_000_000, unpacked: 200_000_000, pages: 300 }

/** A page of an interface is read at a stretch; lists are read piece by piece. */
const largestPage = 5_000_000
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
export async function fetchFeed(
  deps: FetchDeps,
  url: string,
  known: Validators | null,
  limits: FetchLimits = townLimits,
): Promise<FetchedFeed> {
  try {
    return await fetched({ ...deps, limits }, url, known)
  } catch (error) {
    if (error instanceof FeedFault) return { outcome: 'failed', reason: error.reason }
    throw error
  }
}

interface Fetching extends FetchDeps {
  readonly limits: FetchLimits
}

async function fetched(deps: Fetching, url: string, known: Validators | null): Promise<FetchedFeed> {
  const first = await ask(deps, url, known)
  if (first.status === 304) return { outcome: 'unchanged' }
  const detected = await formatOfContent(first.body, deps.limits.unpacked)
  if ('fault' in detected) throw new FeedFault(detected.fault === 'uploadTooLarge' ? 'too-large' : 'no-feed')
  if (detected.format !== 'hsds-json' && detected.format !== 'hsds-csv') throw new FeedFault('no-feed')
  const page = detected.format === 'hsds-json' ? pageIn(first.body) : undefined
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

/** @throws {FeedFault} where it may be the first of several pages, and is too large to be looked at as one. */
function pageIn(body: Uint8Array): ApiPage | undefined {
  if (body.length <= largestPage) return apiPageIn(decoded(body))
  if (isListOrLines(decoded(body.subarray(0, 1_000_000)))) return undefined
  throw new FeedFault('too-large')
}

const isInParts = (url: string, { contents, pages }: ApiPage): boolean =>
  pages > 1 || contents.some((one) => idToAsk(one) !== undefined && serviceAddress(url, '1') !== undefined)

type Answered = Extract<NetAnswer, { outcome: 'answered' }>

/** @throws {FeedFault} */
async function ask({ net, limits }: Fetching, url: string, known: Validators | null): Promise<Answered> {
  const answer = await net.ask({
    ...{ url, method: 'GET', wantsBody: true, accept: 'application/json, application/zip;q=0.9' },
    limits: { bytes: limits.bytes, firstByteMilliseconds: 60_000, wholeMilliseconds: 120_000 },
    ...(known ? { known } : {}),
  })
  if (answer.outcome === 'not-answered') throw new FeedFault(answer.reason)
  const { status } = answer
  if (status === 200 || (status === 304 && known)) return answer
  if (status === 401 || status === 403) throw new FeedFault('closed')
  throw new FeedFault(status === 404 || status === 410 ? 'gone' : 'status')
}

/** Page after page, then service after service where pages hold summaries; all of it or nothing. */
async function fetchParts(deps: Fetching, url: string, first: ApiPage): Promise<{ content: Uint8Array }> {
  if (first.pages > deps.limits.pages) throw new FeedFault('too-long')
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
    if (size > deps.limits.bytes) throw new FeedFault('too-large')
    services.push(line)
  }
  return { content: new TextEncoder().encode(`[${services.join(',\n')}]`) }
}
