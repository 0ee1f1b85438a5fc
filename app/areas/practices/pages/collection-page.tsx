import { ListedPieces } from '../../../ui/library/listed-pieces.tsx'
import type { WrittenIn } from '../../../ui/written-in.ts'
import type { Chrome } from '../../help-pages/index.ts'
import type { ListedView } from '../present-listed.ts'
import { allInvented, libraryDocument } from './library-frame.tsx'

export interface CollectionPageProps {
  readonly chrome: Chrome
  readonly title: string
  readonly sentence: string
  /** The language of the two. */
  readonly words: WrittenIn
  readonly practices: readonly ListedView[]
  readonly libraryHref: string
}

/** Practices that belong together. */
export function collectionPage({
  chrome,
  title,
  sentence,
  words,
  practices,
  libraryHref,
}: CollectionPageProps): string {
  const { t } = chrome.translator
  return libraryDocument({
    chrome,
    demonstration: allInvented(practices),
    children: (
      <>
        <h1 lang={words.lang} dir={words.dir}>
          {title}
        </h1>
        <p lang={words.lang} dir={words.dir}>
          {sentence}
        </p>
        {practices.length === 0 && <p>{t('practices.library.none')}</p>}
        <ListedPieces pieces={practices} />
        <p>
          <a href={libraryHref}>{t('practices.library.back')}</a>
        </p>
      </>
    ),
  })
}
