import type { Translator } from '../../platform/i18n/messages.ts'
import { NoReport } from './no-report.tsx'

export interface LibraryFilter {
  readonly name: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly text: string }[]
  /** Empty: none. */
  readonly chosen: string
}

interface LibrarySearchProps {
  readonly translator: Translator
  readonly action: string
  readonly label: string
  readonly hint?: string
  /** What was typed. */
  readonly query: string
  readonly filters: readonly LibraryFilter[]
}

function Choice({ translator, filter }: { readonly translator: Translator; readonly filter: LibraryFilter }) {
  const { name, label, options, chosen } = filter
  return (
    <p class="field">
      <label for={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name}>
        <option value="">{translator.t('library.filter.any')}</option>
        {options.map(({ value, text }) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </p>
  )
}

/** By POST: words that somebody types never stand in an address. Without any it leads to the library so filtered. */
export function LibrarySearch({ translator, action, label, hint, query, filters }: LibrarySearchProps) {
  const { t } = translator
  const filtered = filters.some(({ chosen }) => chosen !== '')
  return (
    <form method="post" action={action}>
      <NoReport>{t('page.reportHere')}</NoReport>
      <p class="field">
        <label for="q">{label}</label>
        {hint !== undefined && (
          <span class="hint" id="q-hint">
            {hint}
          </span>
        )}
        <input
          id="q"
          name="q"
          type="search"
          value={query}
          autocomplete="off"
          dir="auto"
          maxlength={100}
          aria-describedby={hint === undefined ? undefined : 'q-hint'}
        />
      </p>
      <details open={filtered ? true : undefined}>
        <summary>{t('library.search.filters')}</summary>
        {filters.map((filter) => (
          <Choice translator={translator} filter={filter} />
        ))}
      </details>
      <p>
        <button type="submit">{t('library.search.submit')}</button>
      </p>
    </form>
  )
}
