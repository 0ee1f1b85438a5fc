import { Notice } from '../../../ui/components/notice/notice.tsx'
import { renderDocument } from '../../../ui/layout/document.ts'
import type { WrittenIn } from '../../../ui/written-in.ts'
import { type Chrome, SitePage } from '../../help-pages/index.ts'

export interface PublicMarketProps {
  readonly chrome: Chrome
  readonly title: string
  readonly demonstration: boolean
  readonly stands: readonly {
    readonly title: string
    readonly href: string
    readonly words: WrittenIn
    readonly summary: string
    readonly town: string
    readonly where: string
  }[]
  readonly links: readonly { readonly href: string; readonly text: string }[]
}

/** What towns show each other at a meeting: at which stand, when. */
export function publicMarketPage({ chrome, title, demonstration, stands, links }: PublicMarketProps): string {
  const { t } = chrome.translator
  return renderDocument(
    <SitePage
      css={chrome.styles.register}
      chrome={chrome}
      title={title}
      description={t('market.description')}
      picture={chrome.picture}
    >
      {demonstration && (
        <Notice kind="demonstration">
          <p>{t('conclusion.public.demonstration')}</p>
        </Notice>
      )}
      <h1>{title}</h1>
      <p>{t('market.lead')}</p>
      {stands.length === 0 && <p>{t('market.nobody')}</p>}
      {stands.map((one) => (
        <article>
          <h2 lang={one.words.lang} dir={one.words.dir}>
            <a href={one.href}>{one.title}</a>
          </h2>
          <p class="dim">
            <bdi>{one.town}</bdi> · <bdi>{one.where}</bdi>
          </p>
          <p lang={one.words.lang} dir={one.words.dir}>
            {one.summary}
          </p>
        </article>
      ))}
      <ul class="links">
        {links.map(({ href, text }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </SitePage>,
  )
}
