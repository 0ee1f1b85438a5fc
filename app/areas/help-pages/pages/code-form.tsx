import { renderDocument } from '../../../ui/layout/document.ts'
import { NoReport } from '../../../ui/library/no-report.tsx'
import type { Chrome } from '../chrome.ts'
import { SitePage } from './site-page.tsx'

export interface CodeFormProps {
  readonly chrome: Chrome
  readonly action: string
  /** What was typed, or stood in the address, and is no code that works; undefined: nothing yet. */
  readonly typed: string | undefined
  readonly words: {
    readonly title: string
    /** What this page is not for. */
    readonly noReport: string
    readonly about: string
    readonly label: string
    readonly hint: string
    readonly wrong: string
    readonly submit: string
  }
}

/** A page with one field for a code that stands on paper. */
export function codeFormPage({ chrome, action, typed, words }: CodeFormProps): string {
  const wrong = typed !== undefined
  return renderDocument(
    <SitePage chrome={chrome} title={words.title} robots="noindex" hasForm>
      <h1>{words.title}</h1>
      <NoReport>{words.noReport}</NoReport>
      <p>{words.about}</p>
      <form action={action} method="post" class="field">
        <label for="code">{words.label}</label>
        <p class="hint" id="code-hint">
          {words.hint}
        </p>
        {wrong && (
          <p class="bad" id="code-error" role="alert">
            {words.wrong}
          </p>
        )}
        <input
          id="code"
          name="code"
          type="text"
          value={typed ?? ''}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          dir="ltr"
          maxlength={100}
          required
          aria-invalid={wrong ? 'true' : undefined}
          aria-describedby={wrong ? 'code-hint code-error' : 'code-hint'}
        />{' '}
        <button type="submit">{words.submit}</button>
      </form>
    </SitePage>,
  )
}
