import { renderDocument } from '../../../ui/layout/document.ts'
import type { Chrome } from '../chrome.ts'
import { SitePage } from './site-page.tsx'

export interface LetterPageProps {
  readonly chrome: Chrome
  readonly action: string
  /** What was typed and is no code that works; undefined: nothing yet. */
  readonly typed: string | undefined
}

/** One field for the code of a letter. */
export function letterPage({ chrome, action, typed }: LetterPageProps): string {
  const { t } = chrome.translator
  const wrong = typed !== undefined
  return renderDocument(
    <SitePage chrome={chrome} title={t('confirm.code.title')} robots="noindex" hasForm>
      <h1>{t('confirm.code.title')}</h1>
      <p class="dim">{t('confirm.page.noReport')}</p>
      <p>{t('confirm.code.about')}</p>
      <form action={action} method="post" class="field">
        <label for="code">{t('confirm.code.label')}</label>
        <p class="hint" id="code-hint">
          {t('confirm.code.hint')}
        </p>
        {wrong && (
          <p class="bad" id="code-error" role="alert">
            {t('confirm.code.wrong')}
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
          aria-describedby={wrong ? 'code-hint code-error' : 'code-hint'}
        />{' '}
        <button type="submit">{t('confirm.code.submit')}</button>
      </form>
    </SitePage>,
  )
}
