import { notFound } from '../../platform/http/faults.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { writtenIn } from '../../ui/written-in.ts'
import { urls } from '../../urls.ts'
import { readCollection } from './collection-store.ts'
import type { PracticePagesDeps } from './deps.ts'
import { readPublic } from './library-store.ts'
import { collectionPage } from './pages/collection-page.tsx'
import { presentListed } from './present-listed.ts'
import { beginPage } from './public-page.ts'
import { dependenciesOf } from './render-library.ts'

/** Practices in the order in which the secretariat has put them; what was withdrawn since is left out. */
export async function renderCollection(
  deps: PracticePagesDeps,
  translator: Translator,
  id: string,
): Promise<RenderedPage> {
  const { language } = translator
  const collection = await deps.database.read((db) => readCollection(db, id))
  if (!collection) throw notFound()
  const found = await Promise.all(
    collection.practices.map((practice) => deps.database.read((db) => readPublic(db, practice))),
  )
  const practices = found.flatMap((one) => (one?.status === 'published' ? [one] : []))
  const html = collectionPage({
    ...beginPage(deps, translator, (lang) => urls.practiceCollection(lang, id)),
    ...{ title: collection.title, sentence: collection.sentence },
    words: writtenIn(deps.languages, collection.language),
    practices: practices.map((one) => presentListed(deps, translator, one)),
    libraryHref: urls.practices(language),
  })
  return { html, status: 200, dependsOn: dependenciesOf(practices), validUntil: undefined }
}
