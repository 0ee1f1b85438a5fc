import type { Translator } from '../../../platform/i18n/messages.ts'
import { type LibraryFilter, LibrarySearch } from '../../../ui/library/library-search.tsx'
import { ListedPieces } from '../../../ui/library/listed-pieces.tsx'
import type { WrittenIn } from '../../../ui/written-in.ts'
import { urls } from '../../../urls.ts'
import type { Chrome } from '../../help-pages/index.ts'
import type { Asked } from '../asked-rules.ts'
import type { ListedView } from '../present-listed.ts'
import { allInvented, libraryDocument } from './library-frame.tsx'

type Filter = Exclude<keyof Asked, 'page'>

export interface LibraryPageProps {
  readonly chrome: Chrome
  readonly form: {
    readonly translator: Translator
    readonly asked: Asked
    /** What was typed. */
    readonly query: string
    readonly options: Readonly<Record<Filter, LibraryFilter['options']>>
  }
  readonly heading: string
  readonly practices: readonly ListedView[]
  /** Undefined for what was found by words. */
  readonly paging:
    | { readonly page: number; readonly pages: number; readonly href: (page: number) => string }
    | undefined
  /** More was found than is shown. */
  readonly more: boolean
  readonly collections: readonly {
    readonly href: string
    readonly title: string
    readonly sentence: string
    readonly words: WrittenIn
  }[]
}

const filters = ['p', 'article', 'kind', 'size', 'language', 'cost'] as const satisfies readonly Filter[]

function Search({ form }: Pick<LibraryPageProps, 'form'>) {
  const { translator, asked, options, query } = form
  const { language, t } = translator
  const shown = filters.map((name) => ({
    ...{ name, label: t(`practices.filter.${name}`), options: options[name], chosen: `${asked[name] ?? ''}` },
  }))
  const [label, hint] = [t('practices.search.label'), t('practices.search.hint')]
  return <LibrarySearch {...{ translator, action: urls.practices(language), label, hint, query, filters: shown }} />
}

function Pages({ chrome, paging }: Pick<LibraryPageProps, 'chrome' | 'paging'>) {
  const { t } = chrome.translator
  if (!paging || paging.pages === 1) return null
  const { page, pages, href } = paging
  return (
    <nav class="pages" aria-label={t('register.pages')}>
      {page > 1 && <a href={href(page - 1)}>{t('register.pages.before')}</a>}
      <span>{t('register.pages.where', { page, pages })}</span>
      {page < pages && <a href={href(page + 1)}>{t('register.pages.next')}</a>}
    </nav>
  )
}

function Collections({ chrome, collections }: Pick<LibraryPageProps, 'chrome' | 'collections'>) {
  if (collections.length === 0) return null
  return (
    <>
      <h2>{chrome.translator.t('practices.collections.title')}</h2>
      <ul class="list">
        {collections.map(({ href, title, sentence, words }) => (
          <li>
            <a href={href}>
              <bdi lang={words.lang} dir={words.dir}>
                {title}
              </bdi>
            </a>
            <p lang={words.lang} dir={words.dir}>
              {sentence}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What towns do well: what somebody looks for, or a part of all. */
export function libraryPage(props: LibraryPageProps): string {
  const { chrome, form, heading, practices, paging, more, collections } = props
  const { t } = chrome.translator
  return libraryDocument({
    chrome,
    demonstration: allInvented(practices),
    children: (
      <>
        <h1>{t('practices.library.title')}</h1>
        <p>{t('practices.library.intro')}</p>
        <p>{t('practices.library.reviewed')}</p>
        <Search form={form} />
        <h2 id="found">{heading}</h2>
        {practices.length === 0 && <p>{t('practices.library.none')}</p>}
        <ListedPieces pieces={practices} />
        {more && <p>{t('practices.library.more')}</p>}
        <Pages chrome={chrome} paging={paging} />
        <Collections chrome={chrome} collections={collections} />
      </>
    ),
  })
}
