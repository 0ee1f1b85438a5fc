import type { Translator } from '../../../platform/i18n/messages.ts'
import { NoReport } from '../../../ui/library/no-report.tsx'
import { urls } from '../../../urls.ts'
import { type Asked, kinds, sorts, statuses } from '../asked-rules.ts'

export interface SearchFormProps {
  readonly translator: Translator
  readonly asked: Asked
  /** What was typed. */
  readonly query: string
  /** That have signatories, by name. */
  readonly countries: readonly { readonly value: string; readonly text: string }[]
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  /** What stands for no choice. */
  readonly any?: string
  readonly options: readonly { readonly value: string; readonly text: string }[]
  readonly chosen: string | undefined
}

function Choice({ name, label, any, options, chosen }: ChoiceProps) {
  return (
    <p class="field">
      <label for={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name}>
        {any !== undefined && <option value="">{any}</option>}
        {options.map(({ value, text }) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </p>
  )
}

/** By POST: a name that somebody types never stands in an address. Without a name it leads to the list so filtered. */
export function SearchForm({ translator, asked, query, countries }: SearchFormProps) {
  const { language, t } = translator
  return (
    <form method="post" action={urls.register(language)}>
      <NoReport>{t('page.reportHere')}</NoReport>
      <p class="field">
        <label for="q">{t('register.search.label')}</label>
        <span class="hint" id="q-hint">
          {t('register.search.hint')}
        </span>
        <input
          id="q"
          name="q"
          type="search"
          value={query}
          autocomplete="off"
          dir="auto"
          maxlength={100}
          aria-describedby="q-hint"
        />
      </p>
      <details
        open={asked.country || asked.kind || asked.status || asked.joint || asked.sort !== 'name' ? true : undefined}
      >
        <summary>{t('register.search.filters')}</summary>
        <Choice
          name="country"
          label={t('register.filter.country')}
          any={t('register.filter.any')}
          options={countries}
          chosen={asked.country?.toLowerCase()}
        />
        <Choice
          name="kind"
          label={t('register.filter.kind')}
          any={t('register.filter.any')}
          options={kinds.map((value) => ({ value, text: t(`register.kind.${value}`) }))}
          chosen={asked.kind}
        />
        <Choice
          name="status"
          label={t('register.filter.status')}
          any={t('register.filter.any')}
          options={statuses.map((value) => ({ value, text: t(`register.status.${value}`) }))}
          chosen={asked.status}
        />
        <Choice
          name="sort"
          label={t('register.filter.sort')}
          options={sorts.map((value) => ({ value, text: t(`register.sort.${value}`) }))}
          chosen={asked.sort}
        />
        <p>
          <label class="tick">
            <input type="checkbox" name="joint" value="1" checked={asked.joint} />
            {t('register.filter.joint')}
          </label>
        </p>
      </details>
      <p>
        <button type="submit">{t('register.search.submit')}</button>
      </p>
    </form>
  )
}
