import type { Chrome } from '../../help-pages/index.ts'
import { toolkitDocument } from './toolkit-frame.tsx'

export interface WithdrawnPageProps {
  readonly chrome: Chrome
  /** What is out, when and why. */
  readonly sentences: readonly string[]
  /** What is left of it: other languages. Undefined: nothing is. */
  readonly resourceHref: string | undefined
  readonly toolkitHref: string
}

/** It was here, and should be used no longer. */
export function withdrawnPage({ chrome, sentences, resourceHref, toolkitHref }: WithdrawnPageProps): string {
  const { t } = chrome.translator
  return toolkitDocument({
    chrome,
    robots: 'noindex',
    children: (
      <>
        <h1>{t('toolkit.withdrawn.title')}</h1>
        {sentences.map((sentence) => (
          <p>{sentence}</p>
        ))}
        <p>{t('toolkit.withdrawn.copies')}</p>
        {resourceHref !== undefined && (
          <p>
            <a href={resourceHref}>{t('toolkit.withdrawn.others')}</a>
          </p>
        )}
        <p>
          <a href={toolkitHref}>{t('toolkit.back')}</a>
        </p>
      </>
    ),
  })
}
