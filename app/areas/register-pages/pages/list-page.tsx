import { urls } from '../../../urls.ts'
import type { ListedView } from '../present-list.ts'
import { type FrameProps, registerDocument } from './register-frame.tsx'
import { SearchForm, type SearchFormProps } from './search-form.tsx'
import { SignatoryTable, type SignatoryTableProps } from './signatory-table.tsx'

export interface ListPageProps extends Omit<FrameProps, 'children' | 'section' | 'title' | 'description'> {
  /** How many stand by a signature, as a sentence; undefined where nobody does. */
  readonly counts: string | undefined
  readonly form: SearchFormProps
  /** Of the list or of what was found. */
  readonly heading: string
  readonly entries: readonly ListedView[]
  /** Undefined for what was found by a name. */
  readonly order: SignatoryTableProps['order']
  /** Undefined for what was found by a name. */
  readonly paging: Paging | undefined
  /** More of what was found: the form that asks for it, as hidden fields. */
  readonly more: readonly (readonly [name: string, value: string])[] | undefined
  readonly pressLinks: readonly { readonly href: string; readonly name: string }[]
}

export interface Paging {
  readonly page: number
  readonly pages: number
  readonly href: (page: number) => string
}

function Pages({ chrome, paging }: Pick<ListPageProps, 'chrome'> & { readonly paging: Paging }) {
  const { t } = chrome.translator
  const { page, pages, href } = paging
  if (pages === 1) return null
  return (
    <nav class="pages" aria-label={t('register.pages')}>
      {page > 1 && <a href={href(page - 1)}>{t('register.pages.before')}</a>}
      <span>{t('register.pages.where', { page, pages })}</span>
      {page < pages && <a href={href(page + 1)}>{t('register.pages.next')}</a>}
      {page < pages && <a href={href(pages)}>{t('register.pages.last')}</a>}
    </nav>
  )
}

/** The next part of what was found: what was typed travels in the form, never in an address. */
function More({ chrome, more }: Pick<ListPageProps, 'chrome'> & { readonly more: NonNullable<ListPageProps['more']> }) {
  const { language, t } = chrome.translator
  return (
    <form method="post" action={urls.register(language)}>
      {more.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p>
        <button type="submit" class="alt">
          {t('register.search.more')}
        </button>
      </p>
    </form>
  )
}

function Files({ chrome, authorised, pressLinks }: Pick<ListPageProps, 'chrome' | 'authorised' | 'pressLinks'>) {
  const { t } = chrome.translator
  const files = [
    [urls.registerFile('csv'), 'CSV'],
    [urls.registerFile('json'), 'JSON'],
    [urls.registerFile('ndjson'), 'NDJSON'],
  ] as const
  return (
    <>
      <h2>{t('register.data.title')}</h2>
      <p>{t('register.data.text')}</p>
      {authorised === undefined && <p>{t('register.data.notOfficial')}</p>}
      <ul class="lang">
        {files.map(([href, name]) => (
          <li>
            <a href={href}>{name}</a>
          </li>
        ))}
        <li>
          <a href={urls.registerHistory()}>{t('register.data.history')}</a>
        </li>
      </ul>
      {pressLinks.length > 0 && (
        <details>
          <summary>{t('register.press.links')}</summary>
          <ul class="lang">
            {pressLinks.map(({ href, name }) => (
              <li>
                <a href={href}>{name}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** Who has signed: what somebody looks for, or a part of all. */
export function listPage(props: ListPageProps): string {
  const { chrome, counts, form, heading, entries, order, paging, more } = props
  const { t } = chrome.translator
  return registerDocument({
    ...props,
    section: 'list',
    title: t('register.title'),
    description: t('register.intro'),
    children: (
      <>
        <p>{t('register.intro')}</p>
        {counts && <p>{counts}</p>}
        <SearchForm {...form} />
        <h2 id="found">{heading}</h2>
        {entries.length === 0 && <p>{t('register.list.none')}</p>}
        {entries.length > 0 && (
          <SignatoryTable
            translator={chrome.translator}
            caption={t('register.list.caption')}
            entries={entries}
            order={order}
          />
        )}
        {paging && <Pages chrome={chrome} paging={paging} />}
        {more && <More chrome={chrome} more={more} />}
        <Files {...props} />
      </>
    ),
  })
}
