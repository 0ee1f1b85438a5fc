import type { Translator } from '../../../platform/i18n/messages.ts'
import { NoReport } from '../../../ui/library/no-report.tsx'

export interface FoundTown {
  readonly href: string
  readonly name: string
  /** Country and, to tell namesakes apart, region. */
  readonly where: string
  /** The other name it was found by. */
  readonly matched: string | undefined
}

export interface FindTownProps {
  readonly translator: Translator
  readonly action: string
  /** What was typed, after a search. */
  readonly query?: string | undefined
  /** Undefined before a search. */
  readonly found?: readonly FoundTown[] | undefined
  readonly error?: string | undefined
}

/** The form and, after a search, what it found. POST: what somebody types never stands in an address. */
export function FindTown({ translator, action, query = '', found, error }: FindTownProps) {
  const { t } = translator
  const described = ['find-hint', ...(error ? ['find-error'] : [])].join(' ')
  return (
    <section aria-labelledby="find">
      <h2 id="find">{t('find.title')}</h2>
      <NoReport>{t('page.reportHere')}</NoReport>
      <form action={action} method="post" class="field">
        <label for="town">{t('find.label')}</label>
        <p class="hint" id="find-hint">
          {t('find.hint')}
        </p>
        {error && (
          <p class="bad" id="find-error">
            {error}
          </p>
        )}
        <input
          id="town"
          name="town"
          type="search"
          value={query}
          autocomplete="off"
          dir="auto"
          maxlength={100}
          aria-describedby={described}
        />{' '}
        <button type="submit">{t('find.submit')}</button>
      </form>
      {found && <Results translator={translator} found={found} />}
    </section>
  )
}

function Results({ translator, found }: { translator: Translator; found: readonly FoundTown[] }) {
  const { t } = translator
  return (
    <>
      <h3 id="results">{t('find.results', { count: found.length })}</h3>
      {found.length === 0 && <p>{t('find.none')}</p>}
      {found.length > 0 && (
        <ul class="links">
          {found.map(({ href, name, where, matched }) => (
            <li>
              <a href={href}>
                <strong>{name}</strong>, {where}
                {matched && (
                  <>
                    {' '}
                    <span class="dim">({t('find.matched', { name: matched })})</span>
                  </>
                )}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
