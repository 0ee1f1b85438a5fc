/** Looks over what a town has published: what was found becomes rows, what is mended goes. */
import type { Db } from '../../../platform/db/tables.ts'
import {
  dialledShortNumbers,
  factChecksFor,
  readCurrent,
  serviceFaults,
  serviceNotices,
  textsOf,
} from '../../checklist/index.ts'
import { internationalFormIn } from '../../helplines/index.ts'
import type { WatchedTown, WatchingDeps } from '../deps.ts'
import { type Judge, linksOf, pageFindings } from './finding-rules.ts'
import { markLookedOver, replaceFindings, townsToLookOver, townsWithFindings } from './finding-store.ts'
import type { LinkState } from './link-rules.ts'
import { readLinks, wantLinks } from './link-store.ts'
import { nightOf, runMinutes } from './night-rules.ts'

/** Names of towns in memory at a time. */
const batch = 200

function judgeOf(
  deps: WatchingDeps,
  town: WatchedTown & { readonly dialled: ReadonlySet<string> },
  links: ReadonlyMap<string, LinkState>,
  at: Temporal.Instant,
): Judge {
  const checks = factChecksFor(deps, town, at)
  return {
    today: checks.today,
    faultsOf: ({ id: _, ...facts }) => serviceFaults(facts, checks),
    noticesOf: ({ id: _, ...facts }) => serviceNotices(facts, checks),
    linkOf: (url) => links.get(url),
    textsOf,
    internationalForm: internationalFormIn(town.country),
    knownShort: checks.knownShort,
  }
}

async function lookOverTown(deps: WatchingDeps, tx: Db, authority: string): Promise<void> {
  const at = deps.clock.now()
  const town = await deps.readAuthority(tx, authority)
  // What a merged or split town had published is looked through by whoever has taken its place and decides what stays.
  const document = town?.id === authority && town.status === 'active' ? await readCurrent(tx, authority) : undefined
  if (!town || !document) await replaceFindings(tx, authority, [], { today: nightOf(at), at })
  else {
    const urls = linksOf(document, textsOf)
    await wantLinks(tx, urls, at)
    const dialled = await dialledShortNumbers(tx, authority)
    const judge = judgeOf(deps, { ...town, dialled }, await readLinks(tx, urls), at)
    await replaceFindings(tx, authority, pageFindings(document, judge), { today: judge.today, at })
  }
  await markLookedOver(tx, authority, nightOf(at))
}

const lookOverOne = (deps: WatchingDeps, authority: string): Promise<void> =>
  deps.database.db.transaction().execute((tx) => lookOverTown(deps, tx, authority))

/** Town after town until all are done in this night, or the run has lasted long enough. @returns how many. */
export async function lookOver(deps: WatchingDeps): Promise<number> {
  const night = nightOf(deps.clock.now())
  const until = deps.clock.milliseconds() + runMinutes * 60_000
  let done = 0
  for (;;) {
    const towns = await townsToLookOver(deps.database.db, night, batch)
    if (towns.length === 0) return done
    for (const authority of towns) {
      if (deps.clock.milliseconds() >= until) return done
      await lookOverOne(deps, authority)
      done += 1
    }
  }
}

/** After something was published: what is mended by it leaves the list. */
export async function lookOverAgain(deps: WatchingDeps, authorities: readonly string[]): Promise<void> {
  for (const authority of await townsWithFindings(deps.database.db, authorities)) await lookOverOne(deps, authority)
}
