/** Which addresses of the net may be asked at all; the machine behind a name is looked at when it is connected to. */
import { isIP } from 'node:net'
import { NetFault } from './net-outcomes.ts'
import { isPublicAddress } from './public-address.ts'

export interface TargetRules {
  /** `host` or `host:port` that may be asked wherever it is: for development and tests. */
  readonly allowed: readonly string[]
  readonly isPublic: (address: string) => boolean
  readonly ports: readonly string[]
}

export const openInternet: TargetRules = { allowed: [], isPublic: isPublicAddress, ports: ['80', '443'] }

/** Kept for documentation and tests (RFC 2606, RFC 6761): nobody can run anything there. */
const reservedNames = /(?:^|\.)(?:example|test|invalid|example\.(?:com|net|org))\.?$/
/** Names that only mean something inside a network. */
const internalNames = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa|onion)\.?$/

/** Without the brackets of an IPv6 address. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

const portOf = ({ port, protocol }: URL): string => port || (protocol === 'https:' ? '443' : '80')

export function isAllowed(url: URL, { allowed }: TargetRules): boolean {
  const host = hostOf(url)
  return allowed.some((each) => each === host || each === `${host}:${portOf(url)}`)
}

/** @throws {NetFault} where it is not to be asked. */
export function targetOf(text: string, base: URL | undefined, rules: TargetRules): URL {
  const url = URL.parse(text, base)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) throw new NetFault('address')
  url.hash = ''
  if (isAllowed(url, rules)) return url
  const host = hostOf(url)
  if (!rules.ports.includes(portOf(url))) throw new NetFault('address')
  if (isIP(host)) {
    if (rules.isPublic(host)) return url
    throw new NetFault('internal')
  }
  if (reservedNames.test(host)) throw new NetFault('reserved')
  if (internalNames.test(host) || !host.includes('.')) throw new NetFault('internal')
  return url
}
