/** How a request to a foreign host can end. */
import type { IncomingHttpHeaders } from 'node:http'
import type { NetReason } from './net-reasons.ts'

export class NetFault extends Error {
  readonly reason: NetReason
  constructor(reason: NetReason) {
    super(reason)
    this.reason = reason
  }
}

/** One answer that led on. */
export interface Hop {
  readonly status: number
  readonly to: string
}

export type NetAnswer =
  | {
      readonly outcome: 'answered'
      readonly status: number
      /** Where the answer came from in the end. */
      readonly url: string
      readonly hops: readonly Hop[]
      readonly headers: IncomingHttpHeaders
      /** Unpacked; empty where it was not wanted. */
      readonly body: Buffer
    }
  | { readonly outcome: 'not-answered'; readonly reason: NetReason; readonly hops: readonly Hop[] }

const byCode: Readonly<Record<string, NetReason>> = {
  ENOTFOUND: 'name-unknown',
  ENODATA: 'name-unknown',
  EAI_AGAIN: 'lookup',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EPIPE: 'unreachable',
  ETIMEDOUT: 'timeout',
  ABORT_ERR: 'timeout',
  ERR_STREAM_PREMATURE_CLOSE: 'broken',
}

const byPattern: readonly (readonly [RegExp, NetReason])[] = [
  [/^(?:CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|INVALID_CA)/, 'certificate'],
  [/^(?:HPE_|Z_|ERR__?ZLIB|ERR_BROTLI|ERR_.*BROTLI|EPROTO)/, 'broken'],
]

/** @throws what is no fault of the network but one of ours. */
export function reasonOf(error: unknown): NetReason {
  if (error instanceof NetFault) return error.reason
  if (error instanceof Error && error.name === 'AbortError') return 'timeout'
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
  if (code === undefined) throw error
  const reason = byCode[code] ?? byPattern.find(([pattern]) => pattern.test(code))?.[1]
  // Whatever else a system call can say: nobody was there.
  return reason ?? (/^E[A-Z]+$/.test(code) ? 'unreachable' : thrown(error))
}

function thrown(error: unknown): never {
  throw error
}
