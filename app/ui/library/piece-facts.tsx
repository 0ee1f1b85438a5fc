import type { Translator } from '../../platform/i18n/messages.ts'
import { OutsideLink } from '../components/outside-link/outside-link.tsx'

interface PieceFactsProps {
  readonly translator: Translator
  /** Of the links. */
  readonly linksTitle: string
  readonly links: readonly string[]
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  /** Of the Convention. */
  readonly articles: readonly { readonly number: number; readonly href: string }[]
}

/** On what a piece of a library rests, what is known of it, to which articles of the Convention it belongs. */
export function PieceFacts({ translator, linksTitle, links, facts, articles }: PieceFactsProps) {
  const { t } = translator
  return (
    <>
      {links.length > 0 && (
        <>
          <h2>{linksTitle}</h2>
          <ul>
            {links.map((link) => (
              <li>
                <OutsideLink href={link}>
                  <bdi dir="ltr">{link}</bdi>
                </OutsideLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{t('library.facts')}</h2>
      <dl>
        {facts.map(({ label, value }) => (
          <>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </>
        ))}
      </dl>
      {articles.length > 0 && (
        <>
          <h2>{t('library.articles')}</h2>
          <ul class="lang">
            {articles.map(({ number, href }) => (
              <li>
                <a href={href}>{t('lanzarote.article.metaTitle', { number })}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
