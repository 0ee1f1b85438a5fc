import { renderDocument } from '../../../ui/layout/document.ts'
import { urls } from '../../../urls.ts'
import { type Chrome, SitePage } from '../../help-pages/index.ts'
import type { IndicatorWords } from '../deps.ts'

export interface DefinitionsPageProps {
  readonly chrome: Chrome
  readonly definitions: readonly { readonly id: string; readonly title: string; readonly text: string }[]
  readonly indicators: readonly { readonly id: string; readonly words: IndicatorWords }[]
}

/** How each figure of the review is counted. */
export function definitionsPage({ chrome, definitions, indicators }: DefinitionsPageProps): string {
  const { t, language } = chrome.translator
  return renderDocument(
    <SitePage
      chrome={chrome}
      title={t('review.definitions.metaTitle')}
      description={t('review.definitions.title')}
      picture={chrome.picture}
    >
      <div class="prose">
        <h1>{t('review.definitions.title')}</h1>
        <p>{t('review.definitions.lead')}</p>
        <p>
          <a href={urls.review(language)}>{t('review.definitions.back')}</a>
        </p>
        {definitions.map(({ id, title, text }) => (
          <>
            <h2 id={id}>{title}</h2>
            <p>{text}</p>
            {id === 'indicators' &&
              indicators.map(({ id: indicator, words: { name, definition, lang, dir } }) => (
                <>
                  <h3 id={`indicator-${indicator}`} lang={lang} dir={dir}>
                    {name}
                  </h3>
                  <p lang={lang} dir={dir}>
                    {definition}
                  </p>
                </>
              ))}
          </>
        ))}
      </div>
    </SitePage>,
  )
}
