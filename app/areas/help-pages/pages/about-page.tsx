import { renderDocument } from '../../../ui/layout/document.ts'
import type { Chrome } from '../chrome.ts'
import { SitePage } from './site-page.tsx'

export interface AboutPageProps {
  readonly chrome: Chrome
  readonly title: string
  readonly sections: readonly { readonly heading: string | undefined; readonly paragraphs: readonly string[] }[]
}

/** A page about the service itself: safety, privacy, accessibility, about. */
export function aboutPage({ chrome, title, sections }: AboutPageProps): string {
  return renderDocument(
    <SitePage
      chrome={chrome}
      title={chrome.translator.t('guide.metaTitle')}
      description={title}
      picture={chrome.picture}
    >
      <div class="prose">
        <h1>{title}</h1>
        {sections.map(({ heading, paragraphs }) => (
          <>
            {heading && <h2>{heading}</h2>}
            {paragraphs.map((paragraph) => (
              <p>{paragraph}</p>
            ))}
          </>
        ))}
      </div>
    </SitePage>,
  )
}
