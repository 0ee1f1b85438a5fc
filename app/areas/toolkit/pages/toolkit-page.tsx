import type { Translator } from '../../../platform/i18n/messages.ts'
import { type LibraryFilter, LibrarySearch } from '../../../ui/library/library-search.tsx'
import { type ListedPiece, ListedPieces } from '../../../ui/library/listed-pieces.tsx'
import { urls } from '../../../urls.ts'
import type { Chrome } from '../../help-pages/index.ts'
import type { Asked } from '../asked-rules.ts'
import { toolkitDocument } from './toolkit-frame.tsx'

const filters = ['audience', 'kind', 'p', 'article', 'language'] as const satisfies readonly (keyof Asked)[]

export interface ToolkitPageProps {
  readonly chrome: Chrome
  readonly form: {
    readonly translator: Translator
    readonly asked: Asked
    /** What was typed. */
    readonly query: string
    readonly options: Readonly<Record<(typeof filters)[number], LibraryFilter['options']>>
  }
  readonly heading: string
  readonly resources: readonly ListedPiece[]
  readonly packages: readonly {
    readonly href: string
    readonly title: string
    readonly about: string
    readonly parts: readonly string[]
  }[]
  readonly languagesHref: string
  readonly pactHref: string
}

function Search({ form }: Pick<ToolkitPageProps, 'form'>) {
  const { translator, asked, options, query } = form
  const { language, t } = translator
  const shown = filters.map((name) => ({
    ...{ name, label: t(`toolkit.filter.${name}`), options: options[name], chosen: `${asked[name] ?? ''}` },
  }))
  const label = t('toolkit.search.label')
  return <LibrarySearch {...{ translator, action: urls.toolkit(language), label, query, filters: shown }} />
}

function Packages({ chrome, packages }: Pick<ToolkitPageProps, 'chrome' | 'packages'>) {
  const { t } = chrome.translator
  if (packages.length === 0) return null
  return (
    <>
      <h2>{t('toolkit.packages.title')}</h2>
      <p>{t('toolkit.packages.about')}</p>
      <ul class="list">
        {packages.map(({ href, title, about, parts }) => (
          <li>
            <a href={href}>{title}</a>
            <p>{about}</p>
            <p class="dim">
              {parts.map((part, index) => (
                <>
                  {index > 0 && ' · '}
                  <bdi>{part}</bdi>
                </>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What there is to use. */
export function toolkitPage(props: ToolkitPageProps): string {
  const { chrome, form, heading, resources, languagesHref, pactHref } = props
  const { t } = chrome.translator
  return toolkitDocument({
    chrome,
    hasForm: true,
    children: (
      <>
        <h1>{t('toolkit.title')}</h1>
        <p>{t('toolkit.intro')}</p>
        <p>{t('toolkit.adapt')}</p>
        <Search form={form} />
        <h2 id="found">{heading}</h2>
        {resources.length === 0 && <p>{t('toolkit.none')}</p>}
        <ListedPieces pieces={resources} />
        <Packages {...props} />
        <p>
          <a href={languagesHref}>{t('toolkit.languages.title')}</a>
        </p>
        <p>
          <a href={pactHref}>{t('toolkit.toPact')}</a>
        </p>
      </>
    ),
  })
}
