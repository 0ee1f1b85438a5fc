import { Notice } from '../../../ui/components/notice/notice.tsx'
import { OutsideLink } from '../../../ui/components/outside-link/outside-link.tsx'
import { renderDocument } from '../../../ui/layout/document.ts'
import type { Chrome } from '../chrome.ts'
import type { ShownText } from '../local-text.ts'
import type { Reader } from '../reader.ts'
import { SitePage } from './site-page.tsx'
import { spoken } from './text.tsx'

export interface LegalNoteView {
  /** Id: links from elsewhere lead to it. */
  readonly topic: string
  readonly title: string
  readonly text: ShownText
  readonly source: { readonly law: string; readonly article: string; readonly url: string; readonly host: string }
  /** When somebody compared it with its source, as a sentence. */
  readonly checked: string
}

export interface LegalPageProps {
  readonly chrome: Chrome
  readonly reader: Reader
  /** Of the country. */
  readonly name: string
  readonly countryHref: string
  readonly notes: readonly LegalNoteView[]
  /** Not published: nobody but the office sees it. */
  readonly preview: boolean
}

function Note({ reader, note }: { reader: Reader; note: LegalNoteView }) {
  const { t } = reader.translator
  const { text, source } = note
  const language = spoken(reader, text)
  return (
    <section aria-labelledby={note.topic}>
      <h2 id={note.topic}>{note.title}</h2>
      {text.machine && (
        <Notice kind="machine-made">
          <p>{t('legal.machine')}</p>
        </Notice>
      )}
      <div {...language} {...(text.machine ? { 'data-origin': 'machine' } : {})}>
        {text.text
          .split(/\n\s*\n/)
          .filter((paragraph) => paragraph.trim() !== '')
          .map((paragraph) => (
            <p>{paragraph}</p>
          ))}
      </div>
      <p class="dim">
        {t('legal.source')} <bdi>{source.law}</bdi>
        {source.article !== '' && (
          <>
            {' · '}
            <bdi>{source.article}</bdi>
          </>
        )}
        {' · '}
        <OutsideLink href={source.url}>{source.host}</OutsideLink>
      </p>
      <p class="dim">{note.checked}</p>
    </section>
  )
}

/** What the law of a country says: never without a source, never as advice. */
export function legalPage({ chrome, reader, name, countryHref, notes, preview }: LegalPageProps): string {
  const { t } = chrome.translator
  return renderDocument(
    <SitePage
      chrome={chrome}
      title={t('legal.metaTitle', { country: name })}
      description={t('legal.publicTitle', { country: name })}
      picture={chrome.picture}
      robots={preview ? 'noindex' : undefined}
    >
      <div class="prose">
        <p>
          <a href={countryHref}>{t('legal.toCountry', { country: name })}</a>
        </p>
        <h1>{t('legal.publicTitle', { country: name })}</h1>
        {preview && (
          <Notice kind="alert">
            <p>{t('page.preview')}</p>
          </Notice>
        )}
        <p>{t('legal.advice')}</p>
        {notes.map((note) => (
          <Note reader={reader} note={note} />
        ))}
      </div>
    </SitePage>,
  )
}
