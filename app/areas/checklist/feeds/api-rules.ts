/** How the HSDS API hands out services: page by page, and one by one where a page has only summaries. Pure. */

export interface ApiPage {
  readonly contents: readonly unknown[]
  readonly pages: number
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A page of the API; undefined where it is a document of another shape. */
export function apiPageIn(text: string): ApiPage | undefined {
  const value = parsed(text)
  if (!isObject(value)) return undefined
  // The second of each is what Open Referral UK 1 says.
  const contents = value['contents'] ?? value['content']
  const pages = value['total_pages'] ?? value['totalPages']
  if (!Array.isArray(contents)) return undefined
  return { contents, pages: typeof pages === 'number' && Number.isInteger(pages) ? pages : 1 }
}

/** Whether a document that begins so is a list, or has one service a line, and so no page of anything. */
export function isListOrLines(start: string): boolean {
  const text = start.replace(/^\ufeff/, '').trimStart()
  const [line = '', next] = text.split('\n', 2)
  return text.startsWith('[') || (next !== undefined && line.trimEnd().endsWith('}'))
}

/** One service; undefined where it is no JSON object. */
export function serviceIn(text: string): unknown {
  const value = parsed(text)
  return isObject(value) ? value : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}

/** What stands in a service itself only where it comes with all that belongs to it. */
const nested = ['phones', 'schedules', 'service_at_locations', 'languages', 'attributes', 'cost_options']

/** The id by which the rest of a service is to be asked for; undefined where it is there, or nobody could ask for it. */
export function idToAsk(service: unknown): string | undefined {
  if (!isObject(service) || nested.some((member) => member in service)) return undefined
  const id = service['id']
  return typeof id === 'string' && id !== '' ? id : undefined
}

/** The address of a page of what this address answers. */
export function pageAddress(base: string, page: number): string {
  const url = new URL(base)
  url.searchParams.set('page', `${page}`)
  return url.href
}

/** The address of one service; undefined where the list's own address does not say where services stand. */
export function serviceAddress(base: string, id: string): string | undefined {
  const url = new URL(base)
  const path = url.pathname.replace(/\/$/, '')
  if (!path.endsWith('/services')) return undefined
  url.pathname = `${path}/${encodeURIComponent(id)}`
  url.search = ''
  return url.href
}
