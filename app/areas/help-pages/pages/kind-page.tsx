import { renderDocument } from '../../../ui/layout/document.ts'
import type { Chrome } from '../chrome.ts'
import type { KindPageView } from '../present-town.ts'
import { Answer, Cards, ForeignLanguage, type KindProps, TownNotices } from './kind.tsx'
import { SitePage } from './site-page.tsx'

export interface KindPageProps extends Pick<KindProps, 'reader' | 'place'> {
  readonly chrome: Chrome
  readonly kind: KindPageView
  readonly townHref: string
  readonly href: (page: number) => string
  /** Shown to an officer before it is published. */
  readonly preview: boolean
}

/** All services of a kind, in parts, in a town with so many that its page shows the first few. */
export function kindPage({ chrome, reader, place, kind, townHref, href, preview }: KindPageProps): string {
  const { t } = chrome.translator
  const { number, pages, town } = kind
  const title = t('page.kind.metaTitle', { kind: kind.title, town })
  const one = { reader, place, kind, foreignLanguage: kind.foreignLanguage }
  return renderDocument(
    <SitePage
      chrome={chrome}
      title={title}
      description={title}
      robots={kind.findable && !preview ? undefined : 'noindex'}
    >
      <p>
        <a href={townHref}>{t('service.back', { town })}</a>
      </p>
      <h1>{title}</h1>
      <TownNotices reader={reader} demonstration={kind.demonstration} preview={preview} />
      <ForeignLanguage reader={reader} language={kind.foreignLanguage} />
      <section data-answer={kind.status ?? 'none'}>
        <Answer {...one} />
        <Cards {...one} level={2} />
      </section>
      {pages > 1 && (
        <nav aria-label={t('page.kind.of', { page: `${number}`, pages: `${pages}` })}>
          <p>{t('page.kind.of', { page: `${number}`, pages: `${pages}` })}</p>
          <ul class="links">
            {number > 1 && (
              <li>
                <a href={href(number - 1)}>{t('page.kind.previous')}</a>
              </li>
            )}
            {number < pages && (
              <li>
                <a href={href(number + 1)}>{t('page.kind.next')}</a>
              </li>
            )}
          </ul>
        </nav>
      )}
    </SitePage>,
  )
}
