/** What changes in a help page that becomes a part of another page, for systems that fetch it on their server. */
import type { HeadingLevel } from '../frame/frame-rules.ts'
import type { KindView, TownView } from '../present-town.ts'

/** Before every name that the page around could have, too. */
const prefix = 'safe-towns-'

const tags = /<\/?[a-z][^>]*>/g
const names = /\s(id|class|for|aria-labelledby|aria-describedby)="([^"]*)"/g
const addresses = /\s(href|action|src)="([/#])/g
const headings = /^<(\/?)h([1-4])\b/

const prefixed = (list: string): string => list.replace(/\S+/g, (name) => `${prefix}${name}`)

/**
 * Headings get the levels that they have in the page around; names and classes get a prefix, addresses their host. Text
 * and attributes of our pages hold no raw `<` or `>`.
 */
export function forFragment(html: string, level: HeadingLevel, baseUrl: string): string {
  const content = html.indexOf('<h1')
  return html.replace(tags, (tag, at: number) =>
    tag
      .replace(headings, (_, close: string, own: string) => {
        // Help stands before the title of the page, and beside it.
        const told = at < content ? level : Math.min(Number(own) + level - 1, 6)
        return `<${close}h${told}`
      })
      .replace(names, (_, name: string, list: string) => ` ${name}="${prefixed(list)}"`)
      .replace(addresses, (_, name: string, first: string) =>
        first === '#' ? ` ${name}="#${prefix}` : ` ${name}="${baseUrl}/`,
      ),
  )
}

const withoutState = (kind: KindView): KindView => ({
  ...kind,
  services: kind.services.map((service) => ({ ...service, hours: { ...service.hours, state: undefined } })),
})

/** A copy may be shown hours later: it says when a service is open, and never that it is open now. */
export function withoutNow(town: TownView): TownView {
  return {
    ...town,
    needs: town.needs.map((need) => ({ ...need, kinds: need.kinds.map(withoutState) })),
    duties: town.duties.map(withoutState),
  }
}
