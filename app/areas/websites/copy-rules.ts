/** What a website shows of a copy of the town's page, and how old that is: a fragment, or the static export. */
import { finding, type LookFor, type WebsiteFinding } from './finding-rules.ts'
import { absoluteOn, fitFindings, type Host } from './frame-rules.ts'

/** A fragment is asked for anew after minutes; one of yesterday is not fetched any more. */
const oldFragmentHours = 24
/** An export without a date of its own. */
const oldExportDays = 31

function instantOf(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text.trim())
  } catch {
    return undefined
  }
}

function dayOf(text: string): Temporal.PlainDate | undefined {
  return /^\d{4}-\d\d-\d\d$/.test(text.trim()) && !Number.isNaN(Date.parse(text.trim()))
    ? Temporal.PlainDate.from(text.trim())
    : undefined
}

/** The minute is enough for whoever reads it. */
const told = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: 'minute' })

function ageFinding(made: Temporal.Instant | undefined, { now }: LookFor, mostHours: number): WebsiteFinding[] {
  if (!made) return [finding('copy-undated', 'look')]
  const hours = made.until(now).total('hours')
  return hours > mostHours ? [finding('copy-old', 'bad', told(made))] : []
}

function fragmentFindings(host: Host, look: LookFor): WebsiteFinding[] {
  return host.page.tags.flatMap((tag) => {
    const made = tag.attributes['data-safe-towns-fragment']
    if (made === undefined) return []
    const town = tag.attributes['data-safe-towns-town'] ?? ''
    if (town !== look.town) return [finding('other-town', 'bad', town)]
    const moment = instantOf(made)
    return [
      finding('fragment', 'good', ...(moment ? [told(moment)] : [])),
      ...ageFinding(moment, look, oldFragmentHours),
      ...fitFindings(host, tag, { lang: tag.attributes['lang'], heading: undefined }),
    ]
  })
}

function exportFindings(host: Host, look: LookFor): WebsiteFinding[] {
  const content = (name: string) => host.page.metas.find((meta) => meta.name === name)?.content
  const made = content('safe-towns-export')
  if (made === undefined) return []
  const named = [...host.page.canonicals, ...host.page.links].flatMap((address) => {
    const url = absoluteOn(host, address)
    return (url && look.named(url.href)) ?? []
  })
  const ofTown = named.some(({ country, slug }) => `${country}/${slug}` === look.town)
  if (named.length > 0 && !ofTown) return [finding('other-town', 'bad')]
  const [moment, expires] = [instantOf(made), dayOf(content('safe-towns-expires') ?? '')]
  const expired = expires !== undefined && Temporal.PlainDate.compare(expires, look.today) < 0
  return [
    finding('export', 'good', ...(moment ? [told(moment)] : [])),
    ...(expired ? [finding('copy-expired', 'bad', expires.toString())] : []),
    ...(expires === undefined ? ageFinding(moment, look, oldExportDays * 24) : []),
  ]
}

export const copyFindings = (host: Host, look: LookFor): WebsiteFinding[] => [
  ...fragmentFindings(host, look),
  ...exportFindings(host, look),
]
