/** A practice as a line of a list. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { ListedPiece } from '../../ui/library/listed-pieces.tsx'
import { withCommas } from '../../ui/lists.ts'
import { languageName, writtenIn } from '../../ui/written-in.ts'
import { urls } from '../../urls.ts'
import { countryName } from '../authorities/index.ts'
import type { PracticePagesDeps } from './deps.ts'
import type { ListedPractice } from './library-store.ts'
import { listedWords } from './listed-words.ts'

/** Facts: section, town, country, cost, languages, and that a machine made the words. */
export interface ListedView extends ListedPiece {
  readonly demonstration: boolean
}

export const townName = ({ language }: Translator, { town }: ListedPractice): string =>
  town.names[language] ?? town.name

export function presentListed(
  { languages }: Pick<PracticePagesDeps, 'languages'>,
  translator: Translator,
  practice: ListedPractice,
): ListedView {
  const { t, tag, language } = translator
  const { id, facts, town } = practice
  const said = listedWords(practice, language)
  const read = practice.languages.map((code) => languageName(tag, languages, code))
  return {
    href: urls.practice(language, id),
    ...{ title: said.title, summary: said.summary, words: writtenIn(languages, said.language) },
    facts: [
      ...(facts.section === null ? [] : [t(`practices.section.${facts.section}`)]),
      `${townName(translator, practice)} (${countryName(town.country, tag)})`,
      ...(facts.cost === null ? [] : [t(`practices.cost.${facts.cost}`)]),
      withCommas(tag, read),
      ...(said.machine ? [t('library.translation.machine')] : []),
    ],
    demonstration: town.demonstration,
  }
}
