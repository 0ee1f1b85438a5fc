import type { Translator } from '../../../platform/i18n/messages.ts'
import type { WrittenIn } from '../../../ui/written-in.ts'
import { urls } from '../../../urls.ts'
import type { Chrome } from '../../help-pages/index.ts'
import type { Asked } from '../asked-rules.ts'
import { toolkitDocument } from './toolkit-frame.tsx'

interface Option {
  readonly value: string
  readonly text: string
}

const filters = ['audience', 'kind', 'p', 'article', 'language'] as const satisfies readonly (keyof Asked)[]

export interface ToolkitPageProps {
  readonly chrome: Chrome
  readonly form: {
    readonly translator: Translator
    readonly asked: Asked
    /** What was typed. */
    readonly query: string
    readonly options: Readonly<Record<(typeof filters)[number], readonly Option[]>>
  }
  readonly heading: string
  readonly resources: readonly {
    readonly href: string
    readonly title: string
    readonly summary: string
    /** Of title and summary. */
    readonly words: WrittenIn
    readonly facts: readonly string[]
  }[]
  readonly packages: readonly {
    readonly href: string
    readonly title: string
    readonly about: string
    readonly parts: readonly string[]
  }[]
  readonly languagesHref: string
  readonly pactHref: string
}

function Choice({ form, name }: Pick<ToolkitPageProps, 'form'> & { readonly name: (typeof filters)[number] }) {
  const { t } = form.translator
  const chosen = `${form.asked[name] ?? ''}`
  return (
    <p class="field">
      <label for={`filter-${name}`}>{t(`toolkit.filter.${name}`)}</label>
      <select id={`filter-${name}`} name={name}>
        <option value="">{t('practices.filter.any')}</option>
        {form.options[name].map(({ value, text }) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </p>
  )
}

/** By POST: words that somebody types never stand in an address. Without any it leads to the toolkit so filtered. */
function Search({ form }: Pick<ToolkitPageProps, 'form'>) {
  const { language, t } = form.translator
  const filtered = filters.some((name) => form.asked[name] !== undefined)
  return (
    <form method="post" action={urls.toolkit(language)}>
      <p class="field">
        <label for="q">{t('toolkit.search.label')}</label>
        <input id="q" name="q" type="search" value={form.query} autocomplete="off" dir="auto" maxlength={100} />
      </p>
      <details open={filtered ? true : undefined}>
        <summary>{t('practices.search.filters')}</summary>
        {filters.map((name) => (
          <Choice form={form} name={name} />
        ))}
      </details>
      <p>
        <button type="submit">{t('practices.search.submit')}</button>
      </p>
    </form>
  )
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
        <p>{t('toolkit.unchecked')}</p>
        <Search form={form} />
        <h2 id="found">{heading}</h2>
        {resources.length === 0 && <p>{t('toolkit.none')}</p>}
        {resources.length > 0 && (
          <ul class="list">
            {resources.map(({ href, title, summary, words, facts }) => (
              <li>
                <a href={href}>
                  <bdi lang={words.lang} dir={words.dir}>
                    {title}
                  </bdi>
                </a>
                <p lang={words.lang} dir={words.dir}>
                  {summary}
                </p>
                <p class="dim">{facts.join(' · ')}</p>
              </li>
            ))}
          </ul>
        )}
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
