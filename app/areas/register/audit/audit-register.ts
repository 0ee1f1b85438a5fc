/** Reads the whole history of a register over the net, a part at a time, and checks it. */
import { z } from 'zod'
import type { NetClient } from '../../../platform/net/net-client.ts'
import { bytesOfMultibase, isSignedBy } from '../../../platform/signing/ed25519.ts'
import { urls } from '../../../urls.ts'
import type { Link } from '../chain-rules.ts'
import { type AuditFault, atTheBeginning, type SeenHead, signedForm, verdict, type Walk, walk } from './audit-rules.ts'

export type { SeenHead }

export type AuditReport =
  | { readonly outcome: 'sound'; readonly entries: number; readonly head: SeenHead }
  | { readonly outcome: 'unsound'; readonly fault: AuditFault }
  /** What was asked for did not come, or is not what a register gives out. */
  | { readonly outcome: 'unreadable'; readonly path: string; readonly reason: string }

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const headShape = z.strictObject({
  number: z.int().positive(),
  hash,
  timestamp: z.iso.datetime(),
  key_id: z.string(),
  signature: z.string(),
})
const didShape = z.object({ verificationMethod: z.array(z.object({ publicKeyMultibase: z.string() })) })

/** Some megabytes: a line has about half a kilobyte. */
const linesAtOnce = 10_000
const limits = { bytes: 40_000_000, wholeMilliseconds: 120_000 }

class Unreadable extends Error {
  readonly path: string
  constructor(path: string, reason: string) {
    super(reason)
    this.path = path
  }
}

/**
 * @param origin of the instance, without a trailing slash.
 * @param seen the head that was seen last; without it only what the register says of itself is checked.
 */
export async function auditRegister(net: NetClient, origin: string, seen: Link | undefined): Promise<AuditReport> {
  try {
    const { keys, head } = await readSigned(net, origin)
    const walked = await walkHistory(net, origin, head.number, seen)
    const fault = verdict(walked, head, seen, keys, isHeadSigned)
    return fault ? { outcome: 'unsound', fault } : { outcome: 'sound', entries: head.number, head }
  } catch (error) {
    if (error instanceof Unreadable) return { outcome: 'unreadable', path: error.path, reason: error.message }
    throw error
  }
}

async function readSigned(net: NetClient, origin: string) {
  const did = didShape.safeParse(await readJson(net, origin, urls.did()))
  if (!did.success) throw new Unreadable(urls.did(), 'not a list of keys')
  const head = headShape.safeParse(await readJson(net, origin, urls.registerHead()))
  if (!head.success) throw new Unreadable(urls.registerHead(), 'not a head of a register')
  return { head: head.data, keys: did.data.verificationMethod.map(({ publicKeyMultibase }) => publicKeyMultibase) }
}

function isHeadSigned(head: SeenHead): boolean {
  const signature = bytesOfMultibase(head.signature)
  return signature !== undefined && isSignedBy(head.key_id, Buffer.from(signedForm(head), 'utf8'), signature)
}

/** Up to the head that was read before: what is entered meanwhile is looked at the next time. */
async function walkHistory(net: NetClient, origin: string, upTo: number, seen: Link | undefined): Promise<Walk> {
  let walked = atTheBeginning
  for (let after = 0; after < upTo && !walked.fault; after += linesAtOnce) {
    const path = urls.registerHistory({ after, most: Math.min(linesAtOnce, upTo - after) })
    const lines = (await read(net, origin, path)).split('\n').slice(0, -1)
    if (lines.length === 0) break
    for (const line of lines) walked = walk(walked, line, seen)
  }
  return walked
}

async function read(net: NetClient, origin: string, path: string): Promise<string> {
  const answer = await net.ask({ url: `${origin}${path}`, method: 'GET', wantsBody: true, limits })
  if (answer.outcome === 'not-answered') throw new Unreadable(path, answer.reason)
  if (answer.status !== 200) throw new Unreadable(path, `status ${answer.status}`)
  return answer.body.toString('utf8')
}

async function readJson(net: NetClient, origin: string, path: string): Promise<unknown> {
  const text = await read(net, origin, path)
  try {
    return JSON.parse(text)
  } catch {
    throw new Unreadable(path, 'not JSON')
  }
}
