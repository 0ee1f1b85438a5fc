import { notFound } from '../../platform/http/faults.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { absolute, urls } from '../../urls.ts'
import { registerTag } from '../register/index.ts'
import type { RegisterPagesDeps } from './deps.ts'
import { type EntryFacts, readEntry } from './entry-store.ts'
import { entryPage } from './pages/entry-page.tsx'
import { presentEntry } from './present-entry.ts'
import { beginPage } from './site-words.ts'

/** @throws {RequestFault} where no entry has the number. */
export async function renderEntry(
  deps: RegisterPagesDeps,
  translator: Translator,
  number: number,
): Promise<RenderedPage> {
  const facts = await deps.database.read((db) => readEntry(db, number))
  if (!facts) throw notFound()
  const { signatory, place } = facts
  const { authority } = signatory
  const planned =
    place !== undefined && authority !== null && (await deps.database.read((db) => deps.hasPlan(db, authority)))
  const beginning = beginPage(deps, translator, (lang) => urls.registerEntry(lang, number))
  const { languageName } = beginning.reader
  const html = entryPage({
    ...beginning,
    planHref: place && planned ? urls.plan(translator.language, place) : undefined,
    entry: presentEntry({ words: translator, languageName }, facts),
    proof:
      signatory.status === 'signed'
        ? {
            badges: await deps.database.read((db) => deps.badgesOf(db, number, translator)),
            certificateHref: urls.certificate(translator.language, number),
            credentialHref: urls.credential(number),
          }
        : undefined,
    demonstration: signatory.demonstration,
    picture: absolute(deps.site.baseUrl, urls.registerEntryShare(translator.language, number)),
    // A person's name shall not be found by it everywhere and for ever.
    robots: signatory.kind === 'representative' ? 'noindex' : undefined,
  })
  return { html, status: 200, dependsOn: dependenciesOf(facts), validUntil: undefined }
}

const dependenciesOf = ({ signatory, successors }: EntryFacts): string[] => [
  registerTag,
  ...[signatory.authority, signatory.association].filter((id) => id !== null),
  ...successors.map(({ id }) => id),
]
