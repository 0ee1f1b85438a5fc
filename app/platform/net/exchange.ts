/** One request to one host: connects to no machine that was not looked at, and reads no more and no longer than allowed. */
import { lookup as systemLookup } from 'node:dns/promises'
import { type ClientRequest, request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction, Socket } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip } from 'node:zlib'
import { NetFault } from './net-outcomes.ts'

export interface NetLimits {
  /** Looking the name up included. */
  readonly connectMilliseconds: number
  readonly firstByteMilliseconds: number
  /** From the first request to the end of the last, redirects included. */
  readonly wholeMilliseconds: number
  /** Of the body, unpacked. */
  readonly bytes: number
}

export interface ResolvedAddress {
  readonly address: string
  readonly family: number
}

export type Resolve = (host: string) => Promise<readonly ResolvedAddress[]>

export const systemResolve: Resolve = (host) => systemLookup(host, { all: true })

export interface Exchange {
  readonly url: URL
  readonly method: 'GET' | 'HEAD'
  readonly headers: Readonly<Record<string, string>>
  readonly limits: NetLimits
  readonly signal: AbortSignal
  readonly resolve: Resolve
  /** Whether the machine at this IP address may be connected to. */
  readonly mayConnect: (address: string) => boolean
  /** Certificates that vouch for hosts, beside those that Node knows. */
  readonly ca?: string | undefined
  /** False: the answer's head is enough. */
  readonly wantsBody: (status: number) => boolean
}

export interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/**
 * Gives the connection the addresses that were looked at, and nothing else: the name is not looked up a second time, so
 * that it cannot mean another machine then.
 */
function guardedLookup({ resolve, mayConnect }: Exchange): LookupFunction {
  return (host, options, done) => {
    resolve(host).then(
      (found) => {
        const [first] = found
        if (!first) return done(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '', 0)
        if (!found.every(({ address }) => mayConnect(address))) return done(new NetFault('internal'), '', 0)
        return options.all ? done(null, [...found]) : done(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => done(error, '', 0),
    )
  }
}

/** @throws {NetFault} or an error of the network; see `reasonOf`. */
export async function exchange(given: Exchange): Promise<Reply> {
  try {
    return await exchanged(given)
  } catch (error) {
    // What breaks off because the time is over says so in many ways.
    throw given.signal.aborted ? new NetFault('timeout') : error
  }
}

async function exchanged(given: Exchange): Promise<Reply> {
  const response = await headOf(given)
  const { statusCode: status = 0, headers } = response
  if (given.method === 'HEAD' || !given.wantsBody(status)) {
    response.destroy()
    return { status, headers, body: Buffer.alloc(0) }
  }
  if (Number(headers['content-length'] ?? 0) > given.limits.bytes) {
    response.destroy()
    throw new NetFault('too-large')
  }
  return { status, headers, body: await bodyOf(response, given) }
}

function headOf(given: Exchange): Promise<IncomingMessage> {
  const { url, method, headers, signal, ca } = given
  return new Promise((resolve, reject) => {
    const lookup = guardedLookup(given)
    // No agent: a connection serves one request, so that every one of them is looked at.
    const options = { method, headers, signal, lookup, agent: false, maxHeaderSize: 16_384, insecureHTTPParser: false }
    const request =
      url.protocol === 'https:' ? httpsRequest(url, { ...options, ...(ca ? { ca } : {}) }) : httpRequest(url, options)
    const stopWatching = watchTime(request, given)
    request.once('response', (response) => {
      stopWatching()
      resolve(response)
    })
    // Stays for good: an answer that is thrown away may still break off.
    request.on('error', (error) => {
      stopWatching()
      reject(error)
    })
    request.end()
  })
}

/** Ends the request where connecting, or the first byte afterwards, takes too long. */
function watchTime(request: ClientRequest, { limits, url, mayConnect }: Exchange): () => void {
  const within = (milliseconds: number) => setTimeout(() => request.destroy(new NetFault('timeout')), milliseconds)
  let timer = within(limits.connectMilliseconds)
  const connected = (socket: Socket): void => {
    clearTimeout(timer)
    if (!mayConnect(socket.remoteAddress ?? '')) return void request.destroy(new NetFault('internal'))
    timer = within(limits.firstByteMilliseconds)
  }
  request.once('socket', (socket) => {
    socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => connected(socket))
  })
  return () => clearTimeout(timer)
}

function unpacked(response: IncomingMessage) {
  const packed = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (packed === 'identity' || packed === '') return []
  if (packed === 'gzip' || packed === 'x-gzip') return [createGunzip()]
  if (packed === 'br') return [createBrotliDecompress()]
  response.destroy()
  throw new NetFault('broken')
}

async function bodyOf(response: IncomingMessage, { limits, signal }: Exchange): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) {
      size += chunk.length
      if (size > limits.bytes) throw new NetFault('too-large')
      chunks.push(chunk)
    }
  }
  const [unpack] = unpacked(response)
  if (unpack) await pipeline(response, unpack, collect, { signal })
  else await pipeline(response, collect, { signal })
  return Buffer.concat(chunks)
}
