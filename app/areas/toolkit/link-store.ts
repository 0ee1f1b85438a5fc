/** Pages of others to which the toolkit leads. */
import type { Db } from '../../platform/db/tables.ts'
import { linksIn } from './markdown.ts'

/** By resource: links, sources and what its texts lead to, of the newest text in each language. */
export async function linksShown(db: Db): Promise<ReadonlyMap<string, readonly string[]>> {
  const texts = await db
    .selectFrom('published.resource_text_shown as text')
    .innerJoin('published.resource as resource', 'resource.id', 'text.resource')
    .distinctOn(['text.resource', 'text.language'])
    .select(['text.resource', 'text.link', 'text.sources', 'text.body'])
    .where('resource.withdrawn_at', 'is', null)
    .orderBy('text.resource')
    .orderBy('text.language')
    .orderBy('text.revision', 'desc')
    .execute()
  const found = new Map<string, string[]>()
  for (const { resource, link, sources, body } of texts) {
    const here = [...(link === null ? [] : [link]), ...sources, ...linksIn(body)]
    found.set(resource, [...new Set([...(found.get(resource) ?? []), ...here])])
  }
  return found
}
