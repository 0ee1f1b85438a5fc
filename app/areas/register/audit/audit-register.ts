/** Reads the whole history of a register over the net, a part at a time, and checks it. */
import { z } from 'zod'
import type { NetClient } from '../../../platform/net/net-client.ts'
import { sha256Hex } from '../../../platform/signing/canonical.ts'
import { bytesOfMultibase, isSignedBy } from '../../../platform/signing/ed25519.ts'
import { urls } from '../../../urls.ts'
import { type Line, type Link, readLine } from '../chain-rules.ts'
import {
  type AcceptedTexts,
  type AuditFault,
  accepts,
  atTheBeginning,
  checkTexts,
  type ListedKey,
  type SeenHead,
  type ShownText,
  signedForm,
  verdict,
  type Walk,
  walk,
} from './audit-rules.ts'
import { agrees, called, comparable, follow, type Standings } from './shown-rules.ts'

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
const shownShape = z
  .looseObject({ number: z.int().positive() })
  .refine((shown) => comparable.every((member) => member in shown))
const textShape = z.strictObject({ entry: z.int().positive(), field: z.string(), salt: hash, value: z.string() })
const keyShape = z.object({
  publicKeyMultibase: z.string(),
  retired: z.unknown().optional(),
  revoked: z.unknown().optional(),
})
const didShape = z.object({ verificationMethod: z.array(keyShape) })

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

/** What a cache in front may keep is gone by then. */
const cachedMilliseconds = 15_000
const attempts = 3
const passing: ReadonlySet<AuditFault['fault']> = new Set(['shown', 'key', 'retired'])

/**
 * What the register shows may be newer than the history that was read, and its head newer than its keys: only what differs
 * still after a while is a fault.
 *
 * @param origin of the instance, without a trailing slash.
 * @param seen the head that was seen last; without it only what the register says of itself is checked.
 */
export async function auditRegister(
  net: NetClient,
  origin: string,
  seen: Link | undefined,
  wait: (milliseconds: number) => Promise<void>,
): Promise<AuditReport> {
  for (let attempt = 1; ; attempt += 1) {
    const report = await auditOnce(net, origin, seen)
    const mayBeNewer = report.outcome === 'unsound' && passing.has(report.fault.fault)
    if (!mayBeNewer || attempt === attempts) return report
    await wait(cachedMilliseconds)
  }
}

async function auditOnce(net: NetClient, origin: string, seen: Link | undefined): Promise<AuditReport> {
  try {
    const { keys, head } = await readSigned(net, origin)
    const [standings, accepted]: [Standings, AcceptedTexts] = [new Map(), new Map()]
    const walked = await walkHistory(net, origin, { upTo: head.number, seen, standings, accepted })
    const fault =
      verdict(walked, head, seen, keys, isHeadSigned) ??
      (await comparePactTexts(net, origin, accepted)) ??
      (await compareShown(net, origin, standings))
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
  const keys = did.data.verificationMethod.map(
    ({ publicKeyMultibase: id, retired, revoked }): ListedKey => ({
      id,
      inUse: retired === undefined && revoked === undefined,
    }),
  )
  return { head: head.data, keys }
}

function isHeadSigned(head: SeenHead): boolean {
  const signature = bytesOfMultibase(head.signature)
  return signature !== undefined && isSignedBy(head.key_id, Buffer.from(signedForm(head), 'utf8'), signature)
}

interface Walking {
  readonly upTo: number
  readonly seen: Link | undefined
  /** Filled by the way. */
  readonly standings: Standings
  readonly accepted: AcceptedTexts
}

/** Up to the head that was read before: what is entered meanwhile is looked at the next time. */
async function walkHistory(net: NetClient, origin: string, walking: Walking): Promise<Walk> {
  const { upTo, seen, standings, accepted } = walking
  let walked = atTheBeginning
  for (let after = 0; after < upTo && !walked.fault; after += linesAtOnce) {
    const path = urls.registerHistory({ after, most: Math.min(linesAtOnce, upTo - after) })
    const lines = await readLines(net, origin, path)
    if (lines.length === 0) break
    const byNumber = new Map<number, Line>()
    for (const text of lines) {
      walked = walk(walked, text, seen)
      const line = walked.fault ? undefined : readLine(text)
      if (!line) continue
      follow(standings, line)
      accepts(accepted, line)
      byNumber.set(line.number, line)
    }
    if (walked.fault) break
    const texts = await readTexts(net, origin, after, lines.length)
    walked = { ...walked, fault: checkTexts(byNumber, texts) }
    for (const { entry, field, value } of texts) {
      if (field === 'name') called(standings, byNumber.get(entry), value)
    }
  }
  return walked
}

async function readTexts(net: NetClient, origin: string, after: number, most: number): Promise<ShownText[]> {
  const path = urls.registerTexts({ after, most })
  return (await readLines(net, origin, path)).map((line) => {
    const text = textShape.safeParse(parsed(line)).data
    if (!text) throw new Unreadable(path, 'not the texts of a register')
    return text
  })
}

/** The text that somebody accepted stands where everybody reads it; another in its place is found out. */
async function comparePactTexts(
  net: NetClient,
  origin: string,
  accepted: AcceptedTexts,
): Promise<AuditFault | undefined> {
  for (const said of accepted.values()) {
    const [first] = said
    if (!first) continue
    const { version, language } = first
    const shown = sha256Hex(await read(net, origin, urls.pactTextFile(version, language)))
    const wrong = said.find(({ sha256 }) => sha256 !== shown)
    if (wrong) return { fault: 'pact-text', number: wrong.entry }
  }
  return undefined
}

/** Somebody who changes what is shown, and not the history, is found out as well. */
async function compareShown(net: NetClient, origin: string, standings: Standings): Promise<AuditFault | undefined> {
  const left = new Map(standings)
  for (let after = 0; ; ) {
    const path = urls.registerFile('ndjson', { after, most: linesAtOnce })
    const shown = (await readLines(net, origin, path)).map((line) => shownShape.safeParse(parsed(line)).data)
    if (shown.includes(undefined))
      throw new Unreadable(path, 'not the file of a register as this version of the software knows it')
    const further = shown.flatMap((one) => (one && one.number > after ? one : []))
    for (const one of further) {
      const said = left.get(one.number)
      if (!said || !agrees(said, one)) return { fault: 'shown', number: one.number }
      left.delete(one.number)
    }
    after = further.at(-1)?.number ?? after
    if (further.length < linesAtOnce) break
  }
  const [missing] = left.keys()
  return missing === undefined ? undefined : { fault: 'shown', number: missing }
}

const readLines = async (net: NetClient, origin: string, path: string): Promise<string[]> =>
  (await read(net, origin, path)).split('\n').slice(0, -1)

async function read(net: NetClient, origin: string, path: string): Promise<string> {
  const answer = await net.ask({ url: `${origin}${path}`, method: 'GET', wantsBody: true, limits })
  if (answer.outcome === 'not-answered') throw new Unreadable(path, answer.reason)
  if (answer.status !== 200) throw new Unreadable(path, `status ${answer.status}`)
  return answer.body.toString('utf8')
}

async function readJson(net: NetClient, origin: string, path: string): Promise<unknown> {
  const value = parsed(await read(net, origin, path))
  if (value === undefined) throw new Unreadable(path, 'not JSON')
  return value
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
