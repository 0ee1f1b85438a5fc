/** What the toolkit needs from other areas. */
import type { HelpPagesDeps } from './areas/help-pages/index.ts'
import type { ToolkitPagesDeps } from './areas/toolkit/index.ts'
import type { Services } from './services.ts'

export function toolkitPagesDepsOf(services: Services, helpPages: HelpPagesDeps): ToolkitPagesDeps {
  const { site, database, pageCache, papers, clock } = helpPages
  const { languages, lanzarote } = services.reference
  return { site, database, pageCache, papers, clock, languages, lanzarote }
}
