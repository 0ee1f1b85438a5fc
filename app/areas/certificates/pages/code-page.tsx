import { renderDocument } from '../../../ui/layout/document.ts'
import { type Chrome, SitePage } from '../../help-pages/index.ts'

export interface CodePageProps {
  readonly chrome: Chrome
  readonly action: string
  /** What was typed, or stood in the address, and is no code of a certificate; undefined: nothing yet. */
  readonly typed: string | undefined
}

/** One field for the code of a certificate. */
export function codePage({ chrome, action, typed }: CodePageProps): string {
  const { t } = chrome.translator
  const wrong = typed !== undefined
  return renderDocument(
    <SitePage chrome={chrome} title={t('certificates.verify.title')} robots="noindex" hasForm>
      <h1>{t('certificates.verify.title')}</h1>
      <p class="dim">{t('certificates.verify.noReport')}</p>
      <p>{t('certificates.verify.about')}</p>
      <form action={action} method="post" class="field">
        <label for="code">{t('certificates.verify.label')}</label>
        <p class="hint" id="code-hint">
          {t('certificates.verify.hint')}
        </p>
        {wrong && (
          <p class="bad" id="code-error" role="alert">
            {t('certificates.verify.unknown')}
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
        <button type="submit">{t('certificates.verify.submit')}</button>
      </form>
    </SitePage>,
  )
}
