/** The short way of a page that is in memory: from the socket to the socket, past the application's router. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { logRequest } from '../http/request-log.ts'
import type { PlainHeaders } from '../http/security-headers.ts'
import type { Log } from '../log.ts'
import type { PageCache } from './page-cache.ts'
import { answerWith } from './send-page.ts'

export interface AnswerKeptDeps {
  readonly pageCache: Pick<PageCache, 'peek'>
  /** Those that the application sets on every answer. */
  readonly safetyHeaders: PlainHeaders
  readonly log: Log
}

/** Answers the request if it asks for a page in memory: true; false, and untouched, where the application must. */
export type AnswerKept = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean

const lists = new WeakMap<PlainHeaders, string[]>()

/** Names and values in turn, the form that Node need not take apart; put together once for each page. */
function listOf(headers: PlainHeaders): string[] {
  const list = lists.get(headers) ?? Object.entries(headers).flat()
  lists.set(headers, list)
  return list
}

/**
 * Does what the application does with a page that it has in its cache: the same headers, the same bytes, the same line
 * in the log. Router and middleware take longer than the rest of such an answer.
 */
export function createAnswerKept({ pageCache, safetyHeaders, log }: AnswerKeptDeps): AnswerKept {
  return (incoming, outgoing) => {
    if (incoming.method !== 'GET') return false
    const begun = performance.now()
    const page = pageCache.peek(incoming.url ?? '')
    if (!page) return false
    const { 'accept-encoding': acceptEncoding, 'if-none-match': ifNoneMatch } = incoming.headers
    const asked = { acceptEncoding: acceptEncoding?.toString(), ifNoneMatch }
    const { status, headers, body } = answerWith(page, asked, safetyHeaders)
    outgoing.writeHead(status, listOf(headers))
    outgoing.end(body)
    logRequest(log, { method: 'GET', route: 'page in memory', status, begun })
    return true
  }
}
