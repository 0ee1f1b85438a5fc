import { Notice } from '../../../../ui/components/notice/notice.tsx'
import { renderDocument } from '../../../../ui/layout/document.ts'
import { urls } from '../../../../urls.ts'
import { type Chrome, SitePage } from '../../../help-pages/index.ts'
import { Hash } from '../../pages/hash.tsx'
import { PactBlocks } from '../../pages/pact-blocks.tsx'
import type { Block } from '../../text-rules.ts'

export interface TextPageProps {
  readonly chrome: Chrome
  readonly text: {
    readonly version: string
    /** Code. */
    readonly language: string
    readonly title: string
    readonly blocks: readonly Block[]
    readonly sha256: string
    readonly demonstration: boolean
    /** BCP 47, and the direction of the text's language. */
    readonly tag: string
    readonly dir: 'ltr' | 'rtl'
  }
  /** Its name in the language of the page. */
  readonly language: string
  readonly approvedOn: string
  /** The same version in other languages. */
  readonly others: readonly {
    readonly tag: string
    readonly autonym: string
    readonly href: string
  }[]
  /** A later version. */
  readonly newest: { readonly version: string; readonly href: string } | undefined
  readonly pactHref: string
}

/** By what anybody checks that this is the text. */
function Facts({ chrome, text, language, approvedOn }: TextPageProps) {
  const { t } = chrome.translator
  return (
    <>
      <h2>{t('pact.text.facts')}</h2>
      <dl>
        <dt>{t('pact.text.version')}</dt>
        <dd>{text.version}</dd>
        <dt>{t('pact.text.language')}</dt>
        <dd>{language}</dd>
        <dt>{t('pact.text.approved')}</dt>
        <dd>{approvedOn}</dd>
        <dt>SHA-256</dt>
        <dd>
          <Hash value={text.sha256} />
        </dd>
      </dl>
      <p>
        {t('pact.text.check')} <a href={urls.pactTextFile(text.version, text.language)}>{t('pact.text.file')}</a>
      </p>
    </>
  )
}

/** A text as it was approved: it never changes. */
export function textPage(props: TextPageProps): string {
  const { chrome, text, others, newest, pactHref } = props
  const { t } = chrome.translator
  return renderDocument(
    <SitePage chrome={chrome} title={t('pact.metaTitle')} picture={chrome.picture}>
      <div class="prose">
        <p>
          <a href={pactHref}>{t('pact.title')}</a>
        </p>
        {text.demonstration && (
          <Notice kind="demonstration">
            <p>{t('pact.demonstration')}</p>
          </Notice>
        )}
        {newest && (
          <Notice kind="information">
            <p>
              <a href={newest.href}>{t('pact.text.newer', { version: newest.version })}</a>
            </p>
          </Notice>
        )}
        {others.length > 0 && (
          <nav aria-label={t('pact.text.languages')}>
            <p>{t('pact.text.languages')}</p>
            <ul class="links">
              {others.map(({ tag, autonym, href }) => (
                <li>
                  <a href={href} hreflang={tag}>
                    <bdi lang={tag}>{autonym}</bdi>
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <article lang={text.tag} dir={text.dir}>
          <h1>{text.title}</h1>
          <PactBlocks blocks={text.blocks} where="public" />
        </article>
        <Facts {...props} />
      </div>
    </SitePage>,
  )
}
