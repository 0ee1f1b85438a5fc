/** Looks at towns' websites in the background: one portion of those whose turn it is, never in a hurry. */
import { newId } from '../../platform/ids.ts'
import type { FinderDeps, FinderTown } from './deps.ts'
import { type KeptFinding, lockFinding, readFinding, writeFinding } from './finding-store.ts'
import { startsOf } from './site-rules.ts'
import { claimSite, queueMembers, readSite, settleSite } from './site-store.ts'
import { type SiteSeen, walkSite } from './walk-site.ts'

/** No site is begun after this long; the next run goes on. */
const runMinutes = 7
/** Longer than one site may take. */
const claimMinutes = 10
/** At the same time, each of them a request a second at most. */
const sitesAtATime = 4
/** Of the whole instance: 130,000 websites once in three weeks. */
export const sitesAnHour = 240

/** @returns how many websites were looked at, or tried. */
export async function lookAtSites(deps: FinderDeps): Promise<number> {
  if (!deps.networkOn) return 0
  const { db } = deps.database
  const walker = newId()
  const until = deps.clock.milliseconds() + runMinutes * 60_000
  await db.transaction().execute((tx) => queueMembers(tx, deps.clock.now()))
  let done = 0
  const lane = async (): Promise<void> => {
    while (deps.clock.milliseconds() < until) {
      const now = deps.clock.now()
      const claim = { walker, now, until: now.add({ minutes: claimMinutes }), mostAnHour: sitesAnHour }
      const authority = await db.transaction().execute((tx) => claimSite(tx, claim))
      if (authority === undefined) return
      await lookAtOne(deps, authority, walker)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: sitesAtATime }, lane))
  return done
}

async function lookAtOne(deps: FinderDeps, authority: string, walker: string): Promise<void> {
  const seen = await seenOf(deps, authority)
  const at = deps.clock.now()
  await deps.database.db.transaction().execute(async (tx) => {
    await lockFinding(tx, authority)
    // Somebody else has taken over what took too long: what they see counts.
    if (!(await settleSite(tx, authority, walker, at))) return
    if (seen) await writeFinding(tx, authority, afterLook(await readFinding(tx, authority), seen, at), at)
  })
}

/** What was found stays known where a later look shows nothing. */
function afterLook(known: KeptFinding, seen: SiteSeen, at: Temporal.Instant): KeptFinding {
  return seen.outcome === 'seen'
    ? { ...known, found: { ...seen.found, at }, unseen: undefined, triedAt: at }
    : { ...known, unseen: { reason: seen.reason, detail: seen.detail, at }, triedAt: at }
}

/** @returns undefined where there is no address any more. */
async function seenOf(deps: FinderDeps, authority: string): Promise<SiteSeen | undefined> {
  const { db } = deps.database
  const town = await deps.readTown(db, authority)
  const { startAddress } = await readSite(db, authority)
  const start = startAddress === undefined ? undefined : (URL.parse(startAddress) ?? undefined)
  const [domain] = town?.hosts ?? []
  if (!town || (!start && domain === undefined)) return undefined
  const { said } = await readFinding(db, authority)
  try {
    return await walkSite(deps, {
      starts: start ? [start.href] : startsOf(domain ?? ''),
      hosts: [...town.hosts, ...(start ? [start.hostname] : [])],
      hints: said?.saying === 'page' && said.address !== undefined ? [said.address] : [],
      languages: languagesOf(deps, town),
      placedOn: (html, url) => deps.placedOn(town, html, url),
    })
  } catch (error) {
    // One website that meets a fault of ours keeps no other from being looked at.
    deps.log.error({ error: error instanceof Error ? error.name : typeof error, authority }, 'a website was not read')
    return { outcome: 'unseen', reason: 'broken', detail: '' }
  }
}

const languagesOf = (deps: FinderDeps, { country, officialLanguages }: FinderTown): string[] => [
  ...new Set([...officialLanguages, ...deps.languagesOf(country)]),
]
