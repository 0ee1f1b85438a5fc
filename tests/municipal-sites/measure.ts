/** What the finder says about each fictional site, beside what a person would say. */
import type { FinderDeps } from '../../app/areas/page-finder/deps.ts'
import { loadReading } from '../../app/areas/page-finder/load-reading.ts'
import { type SiteSeen, walkSite } from '../../app/areas/page-finder/walk-site.ts'
import { placedOnPage } from '../../app/areas/websites/index.ts'
import { municipalSites, type Served } from './serve.ts'
import type { MunicipalSite } from './site.ts'

export interface Measured {
  readonly site: MunicipalSite
  readonly seen: SiteSeen
  /** `verdict path` of both. */
  readonly expected: string
  readonly said: string
  readonly hit: boolean
}

const now = Temporal.Instant.from('2026-11-29T12:00:00Z')
export const instance = { base: 'https://help.town.eu', town: 'nl/example-town' }

const look = (hosts: readonly string[]) => ({
  ...{ baseUrl: instance.base, town: instance.town, hosts, now },
  today: now.toZonedDateTimeISO('UTC').toPlainDate(),
})

export type WalkDeps = Pick<FinderDeps, 'net' | 'clock' | 'wait' | 'reading'>

/** Time goes by as fast as somebody waits. */
export function walkDeps(served: Pick<Served, 'net'>): WalkDeps {
  let milliseconds = now.epochMilliseconds
  return {
    net: served.net,
    reading: loadReading(),
    clock: { now: () => Temporal.Instant.fromEpochMilliseconds(milliseconds), milliseconds: () => milliseconds },
    wait: async (time) => {
      milliseconds += time
    },
  }
}

export function walkTo(deps: WalkDeps, served: Served, site: MunicipalSite, hints: readonly string[] = []) {
  const hosts = [`${site.name}.example`]
  return walkSite(deps, {
    ...{ starts: [served.startOf(site)], hosts, hints, languages: site.languages },
    placedOn: (html, url) => {
      const placed = placedOnPage(look(hosts), html, url)
      return placed && { verdict: placed.as, made: placed.made }
    },
  })
}

const pathOf = (address: string | undefined): string => {
  const url = address === undefined ? undefined : new URL(address)
  return url ? ` ${url.pathname}${url.search}` : ''
}

const saidOf = (seen: SiteSeen): string =>
  seen.outcome === 'unseen' ? seen.reason : `${seen.found.verdict}${pathOf(seen.found.address)}`

function truthOf({ truth }: MunicipalSite): string {
  if ('unseen' in truth) return truth.unseen
  return 'path' in truth ? `${truth.verdict} ${truth.path}` : truth.verdict
}

export async function measure(served: Served): Promise<Measured[]> {
  const deps = walkDeps(served)
  const all: Measured[] = []
  for (const site of municipalSites) {
    const seen = await walkTo(deps, served, site)
    const [expected, said] = [truthOf(site), saidOf(seen)]
    all.push({ site, seen, expected, said, hit: expected === said })
  }
  return all
}

export interface Figures {
  readonly sites: number
  readonly hits: number
  /** Of the pages that the finder names, those that are there and are it. */
  readonly precision: number
  /** Of the pages that are there, those that the finder names. */
  readonly recall: number
}

const isPage = (text: string): boolean => /^(?:embedded|export|checklist|page) /.test(text)
const place = (text: string): string => text.split(' ').slice(1).join(' ')

export function figuresOf(all: readonly Measured[]): Figures {
  const [named, there] = [all.filter(({ said }) => isPage(said)), all.filter(({ expected }) => isPage(expected))]
  const right = named.filter(({ said, expected }) => isPage(expected) && place(said) === place(expected)).length
  const part = (of: number) => (of === 0 ? 1 : Math.round((right / of) * 100) / 100)
  return {
    sites: all.length,
    hits: all.filter(({ hit }) => hit).length,
    precision: part(named.length),
    recall: part(there.length),
  }
}
