import { Notice } from '../../../ui/components/notice/notice.tsx'
import { renderDocument } from '../../../ui/layout/document.ts'
import type { WrittenIn } from '../../../ui/written-in.ts'
import { type Chrome, SitePage } from '../../help-pages/index.ts'

interface LinkView {
  readonly href: string
  readonly text: string
}

export interface PublicLine {
  readonly id: string
  readonly heading: string
  readonly text: string
  /** Of the text. */
  readonly words: WrittenIn
  /** In the words of whoever wrote it. */
  readonly asks: { readonly label: string; readonly text: string; readonly words: WrittenIn } | undefined
  readonly facts: readonly string[]
  readonly figures: readonly {
    readonly name: string
    readonly value: string
    readonly definition: string
    readonly link: LinkView
  }[]
}

export interface PublicPageProps {
  readonly chrome: Chrome
  readonly title: string
  readonly lead: readonly string[]
  /** Everything here is invented. */
  readonly demonstration: boolean
  /** Not translated into the reader's language, or not all of it. */
  readonly instead: string | undefined
  /** Translated by machine, on a page that does not say so anyway. */
  readonly machine: LinkView | undefined
  readonly lines: readonly PublicLine[]
  readonly notes: readonly string[]
  readonly hash: string | undefined
}

function Notices({ chrome, demonstration, instead, machine }: PublicPageProps) {
  const { t } = chrome.translator
  return (
    <>
      {demonstration && (
        <Notice kind="demonstration">
          <p>{t('conclusion.public.demonstration')}</p>
        </Notice>
      )}
      {instead !== undefined && (
        <Notice kind="information">
          <p>{instead}</p>
        </Notice>
      )}
      {machine && (
        <div data-origin="machine">
          <Notice kind="machine-made">
            <p>
              {t('conclusion.public.machine')} <a href={machine.href}>{machine.text}</a>
            </p>
          </Notice>
        </div>
      )}
    </>
  )
}

function Figures({ figures }: Pick<PublicLine, 'figures'>) {
  if (figures.length === 0) return null
  return (
    <dl>
      {figures.map(({ name, value, definition, link }) => (
        <>
          <dt>
            {name}: <b>{value}</b>
          </dt>
          <dd>
            {definition} <a href={link.href}>{link.text}</a>
          </dd>
        </>
      ))}
    </dl>
  )
}

/** What a meeting has concluded, and what became of each. */
export function publicPage(props: PublicPageProps): string {
  const { chrome, title, lead, lines, notes, hash } = props
  const { t } = chrome.translator
  return renderDocument(
    <SitePage
      css={chrome.styles.register}
      chrome={chrome}
      title={t('conclusion.public.metaTitle')}
      description={t('conclusion.public.description')}
      picture={chrome.picture}
    >
      <Notices {...props} />
      <h1>{title}</h1>
      {lead.map((text) => (
        <p>{text}</p>
      ))}
      {lines.map(({ id, heading, text, words, asks, facts, figures }) => (
        <section aria-labelledby={id}>
          <h2 id={id}>{heading}</h2>
          <p lang={words.lang} dir={words.dir} class="said">
            {text}
          </p>
          {asks && (
            <p>
              {asks.label}{' '}
              <bdi lang={asks.words.lang} dir={asks.words.dir}>
                {asks.text}
              </bdi>
            </p>
          )}
          {facts.length > 0 && (
            <ul class="list">
              {facts.map((fact) => (
                <li>{fact}</li>
              ))}
            </ul>
          )}
          <Figures figures={figures} />
        </section>
      ))}
      {notes.map((note) => (
        <p class="dim">{note}</p>
      ))}
      {hash !== undefined && (
        <p class="dim">
          {t('conclusion.hash')} <code dir="ltr">{hash}</code>
        </p>
      )}
    </SitePage>,
  )
}
