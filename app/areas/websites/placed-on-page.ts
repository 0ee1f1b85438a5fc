/** Whether our page of a town stands on a page of its website, for whoever looks at many. */
import { pageNamed } from '../help-pages/index.ts'
import { copyFindings } from './copy-rules.ts'
import type { LookFor } from './finding-rules.ts'
import { frameFindings, type Host } from './frame-rules.ts'
import { readHostPage } from './read-host-page.ts'

export interface PlacedHere {
  /** In a frame, as an element or as a part of the page; or as files. */
  readonly as: 'embedded' | 'export'
  /** Of a copy: when it was made, where it says so. */
  readonly made: Temporal.Instant | undefined
}

const embedded: ReadonlySet<string> = new Set(['frame', 'frame-held-back', 'element', 'fragment'])

function instantOf(text: string | undefined): Temporal.Instant | undefined {
  try {
    return text === undefined ? undefined : Temporal.Instant.from(text)
  } catch {
    return undefined
  }
}

/** @param html of the page as it is sent. @param url where it stands. */
export function placedOnPage(
  look: Omit<LookFor, 'trackers' | 'named'>,
  html: string,
  url: URL,
): PlacedHere | undefined {
  const host: Host = { url, page: readHostPage(html), policies: [], embedder: '' }
  const whole: LookFor = { ...look, trackers: [], named: (address) => pageNamed(address, look.baseUrl) }
  const findings = [...frameFindings(host, whole), ...copyFindings(host, whole)]
  const placed = findings.find(({ code }) => embedded.has(code)) ?? findings.find(({ code }) => code === 'export')
  if (!placed) return undefined
  const copied = placed.code === 'fragment' || placed.code === 'export'
  return {
    as: placed.code === 'export' ? 'export' : 'embedded',
    made: copied ? instantOf(placed.details[0]) : undefined,
  }
}
