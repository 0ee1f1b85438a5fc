/** Which pages the office of a town has: from the table of routes, and from what its pages lead to. */
import { partsOf } from '../app/compose.ts'
import type { Services } from '../app/services.ts'
import { patterns, urls } from '../app/urls.ts'

type Town = Parameters<typeof urls.officeTown>[0]
type Named = [name: string, path: string]

const office = `/office${patterns.cc}${patterns.slug}`

/** What follows the town in the address of each of its pages; a file to take away is none. */
async function restsOf(services: Services): Promise<readonly string[]> {
  const { routes } = await partsOf(services)
  return routes.flatMap(({ method, path }) =>
    method === 'GET' && path.startsWith(office) ? [path.slice(office.length)] : [],
  )
}

const isFile = (rest: string): boolean => /\.[a-z]+$|:file\{/.test(rest)

/** Every page of the town's office whose address names nothing but the town. */
export async function plainPages(services: Services, town: Town): Promise<Named[]> {
  const rests = (await restsOf(services)).filter((rest) => !rest.includes(':') && !isFile(rest))
  return rests.map((rest) => [`…${rest}`, `${urls.officeTown(town)}${rest}`])
}

/** `/services/:id{[0-9a-f-]{36}}` as a pattern for what follows the town. */
function expressionOf(rest: string): RegExp {
  let source = ''
  for (let at = 0; at < rest.length; ) {
    const name = /^:[a-z]+\{/.exec(rest.slice(at))?.[0]
    if (name === undefined) {
      source += (rest[at] ?? '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      at += 1
      continue
    }
    const begin = at + name.length
    let [depth, end] = [1, begin]
    for (; depth > 0; end += 1) depth += rest[end] === '{' ? 1 : rest[end] === '}' ? -1 : 0
    source += `(?:${rest.slice(begin, end - 1)})`
    at = end
  }
  return new RegExp(`^${source}$`)
}

export interface LinkedPages {
  /** The first page of each sort to which any other leads. */
  readonly pages: readonly Named[]
  /** Sorts of pages to which none leads in this town. */
  readonly unreached: readonly string[]
  readonly files: readonly string[]
}

/** @param begin pages whose links are followed, and those of what is found by them. */
export async function linkedPages(
  services: Services,
  town: Town,
  { get, begin }: { readonly get: (path: string) => Response | Promise<Response>; readonly begin: readonly string[] },
): Promise<LinkedPages> {
  const rests = await restsOf(services)
  // The first that fits answers.
  const sorts = rests.map((rest) => ({ rest, expression: expressionOf(rest) }))
  const found = new Map<string, string>()
  const [waiting, files] = [[...begin], new Set(rests.filter(isFile))]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const answer = await get(path)
    const sort = [...found].find(([, one]) => one === path)?.[0]
    if (!answer.headers.get('content-type')?.startsWith('text/html')) {
      await answer.arrayBuffer()
      if (sort !== undefined && answer.status === 200) files.add(sort)
      continue
    }
    const html = await answer.text()
    for (const [, href = ''] of html.matchAll(/href="([^"#]*)/g)) {
      const at = href.split('?')[0] ?? ''
      if (!at.startsWith(`${urls.officeTown(town)}/`)) continue
      const rest = sorts.find(({ expression }) => expression.test(at.slice(urls.officeTown(town).length)))?.rest
      if (rest === undefined || !rest.includes(':') || isFile(rest) || found.has(rest)) continue
      found.set(rest, at)
      waiting.push(at)
    }
  }
  const short = (rest: string) => `…${rest.replace(/\{(?:[^{}]|\{[^{}]*\})*\}/g, '')}`
  const known = new Set(begin)
  return {
    pages: [...found].flatMap(([rest, path]): Named[] =>
      files.has(rest) || known.has(path) ? [] : [[short(rest), path]],
    ),
    unreached: rests.filter((rest) => rest.includes(':') && !isFile(rest) && !found.has(rest)).map(short),
    files: [...files].map(short),
  }
}
