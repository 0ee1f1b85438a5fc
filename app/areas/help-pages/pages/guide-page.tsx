import type { Translator } from '../../../platform/i18n/messages.ts'
import { Notice } from '../../../ui/components/notice/notice.tsx'
import { OutsideLink } from '../../../ui/components/outside-link/outside-link.tsx'
import { renderDocument } from '../../../ui/layout/document.ts'
import type { GuideBlock, GuideText } from '../../guides/index.ts'
import type { Chrome } from '../chrome.ts'
import { SitePage } from './site-page.tsx'

export interface GuidePageProps {
  readonly chrome: Chrome
  readonly guide: GuideText
  /** What the law of the country says; undefined without one, or where nobody has written it. */
  readonly legal: { readonly href: string; readonly text: string } | undefined
  readonly sources: readonly { readonly title: string; readonly url: string }[]
}

function Block({ block, translator }: { block: GuideBlock; translator: Translator }) {
  const { t } = translator
  if (block.type === 'paragraph') return <p>{block.text}</p>
  const items = block.items.map((item) => <li>{block.type === 'say' ? <q>{item}</q> : item}</li>)
  if (block.type === 'steps') return <ol>{items}</ol>
  const heading = block.type === 'do-not' ? t('guide.doNot') : block.type === 'say' ? t('guide.say') : undefined
  return (
    <>
      {heading && (
        <p>
          <strong>{heading}</strong>
        </p>
      )}
      <ul>{items}</ul>
    </>
  )
}

/** A short guide. Its own origin is told above the text: long or short, nobody mistakes a translation for a check. */
export function guidePage({ chrome, guide, legal, sources }: GuidePageProps): string {
  const { t } = chrome.translator
  // A page whose whole interface is machine-made already says so.
  const said = chrome.translator.origin.origin === 'machine'
  const machine = guide.status.origin === 'machine' && guide.status.reviewed === null && !said
  return renderDocument(
    <SitePage chrome={chrome} title={t('guide.metaTitle')} description={guide.title} picture={chrome.picture}>
      <div class="prose">
        <h1>{guide.title}</h1>
        {machine && (
          <div data-origin="machine">
            <Notice kind="machine-made">
              <p>
                {t('guide.machine')}{' '}
                <a href={chrome.originalHref} hreflang="en">
                  {t('page.machine.original', { language: chrome.originalName })}
                </a>
              </p>
            </Notice>
          </div>
        )}
        <p>{guide.summary}</p>
        {guide.sections.map(({ id, heading, blocks }) => (
          <>
            <h2 id={id}>{heading}</h2>
            {blocks.map((block) => (
              <Block block={block} translator={chrome.translator} />
            ))}
          </>
        ))}
        <h2>{t('guide.more')}</h2>
        <ul>
          {legal && (
            <li>
              <a href={legal.href}>{legal.text}</a>
            </li>
          )}
          {guide.more.map(({ text, href }) => (
            <li>
              <OutsideLink href={href}>{text}</OutsideLink>
            </li>
          ))}
        </ul>
        <details>
          <summary>{t('guide.sources')}</summary>
          <ul>
            {sources.map(({ title, url }) => (
              <li>
                <OutsideLink href={url}>{title}</OutsideLink>
              </li>
            ))}
          </ul>
        </details>
      </div>
    </SitePage>,
  )
}
