/** Looks at a page of the town's website once, because somebody asks, and keeps what it has shown. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { NetAnswer } from '../../platform/net/net-outcomes.ts'
import { pageNamed } from '../help-pages/index.ts'
import type { WebsitesDeps, WebsiteTown } from './deps.ts'
import { finding, type LookFor, type WebsiteFinding } from './finding-rules.ts'
import { findingsOf } from './look-rules.ts'
import { readHostPage } from './read-host-page.ts'
import { readLook, writeLook } from './website-store.ts'

/** Pages of councils are large; somebody waits for the answer. */
const limits = {
  bytes: 3_000_000,
  connectMilliseconds: 8_000,
  firstByteMilliseconds: 10_000,
  wholeMilliseconds: 20_000,
}

const html = /^(?:text\/html|application\/xhtml\+xml)\b/i

function lookFor(deps: WebsitesDeps, town: WebsiteTown): LookFor {
  const now = deps.clock.now()
  return {
    baseUrl: deps.baseUrl,
    town: `${town.country.toLowerCase()}/${town.slug}`,
    hosts: town.hosts,
    now,
    today: now.toZonedDateTimeISO(town.timeZone).toPlainDate(),
    trackers: deps.trackers,
    named: (address) => pageNamed(address, deps.baseUrl),
  }
}

function plain(headers: Extract<NetAnswer, { outcome: 'answered' }>['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(', ')]],
    ),
  )
}

/** The character set that the answer names; of one that nobody knows, the usual. */
function textOf(body: Buffer, type: string): string {
  const charset = /charset="?([\w-]+)/i.exec(type)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset).decode(body)
  } catch {
    return new TextDecoder().decode(body)
  }
}

/** Never throws for what others answer. */
export async function seeWebsite(deps: WebsitesDeps, town: WebsiteTown, address: string): Promise<WebsiteFinding[]> {
  const answer = await deps.net.ask({ url: address, method: 'GET', accept: 'text/html', wantsBody: true, limits })
  if (answer.outcome === 'not-answered') return [finding(answer.reason, 'bad')]
  if (answer.status >= 300) return [finding('status', 'bad', String(answer.status))]
  const headers = plain(answer.headers)
  const type = headers['content-type'] ?? 'text/html'
  if (!html.test(type.trim())) return [finding('not-html', 'bad', type.slice(0, 100))]
  const page = readHostPage(textOf(answer.body, type))
  return findingsOf({ url: answer.url, redirected: answer.hops.length > 0, headers, page }, lookFor(deps, town))
}

/**
 * @param since revision of the look that the form showed: sent twice, it looks once.
 * @returns `before` where somebody has looked since.
 */
export async function lookAtWebsite(
  deps: WebsitesDeps,
  act: Act,
  town: WebsiteTown,
  asked: { readonly address: string; readonly since: number },
): Promise<'looked' | 'before'> {
  const { db } = deps.database
  const { address, since } = asked
  if (((await readLook(db, town.id))?.revision ?? 0) !== since) return 'before'
  const findings = await seeWebsite(deps, town, address)
  return db.transaction().execute(async (tx) => {
    if (!(await writeLook(tx, town.id, { address, at: act.at, findings }, since))) return 'before'
    const bad = findings.filter(({ tone }) => tone === 'bad').length
    await recordAudit(tx, act, { authority: town.id, subject: town.id, detail: { bad } })
    return 'looked'
  })
}
