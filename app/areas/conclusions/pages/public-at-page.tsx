import { Notice } from '../../../ui/components/notice/notice.tsx'
import { renderDocument } from '../../../ui/layout/document.ts'
import type { WrittenIn } from '../../../ui/written-in.ts'
import { type Chrome, SitePage } from '../../help-pages/index.ts'

export interface PublicAtPageProps {
  readonly chrome: Chrome
  readonly title: string
  /** Everything here is invented. */
  readonly demonstration: boolean
  readonly links: readonly { readonly href: string; readonly text: string }[]
  readonly questions: readonly {
    readonly by: string
    readonly body: string
    readonly words: WrittenIn
    readonly answer: string
    readonly answerWords: WrittenIn
  }[]
}

/** Where everybody can follow what a meeting looks at, and what was asked and answered there. */
export function atMeetingPage({ chrome, title, demonstration, links, questions }: PublicAtPageProps): string {
  const { t } = chrome.translator
  return renderDocument(
    <SitePage
      css={chrome.styles.register}
      chrome={chrome}
      title={t('conclusion.at.metaTitle')}
      description={t('conclusion.at.description')}
      picture={chrome.picture}
    >
      {demonstration && (
        <Notice kind="demonstration">
          <p>{t('conclusion.public.demonstration')}</p>
        </Notice>
      )}
      <h1>{title}</h1>
      <ul class="links">
        {links.map(({ href, text }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
      <h2>{t('conclusion.question.title')}</h2>
      {questions.length === 0 && <p>{t('conclusion.question.nonePublic')}</p>}
      {questions.map(({ by, body, words, answer, answerWords }) => (
        <article>
          <h3>
            <bdi>{by}</bdi>
          </h3>
          <p lang={words.lang} dir={words.dir} class="said">
            {body}
          </p>
          <p class="dim">{t('conclusion.question.answer')}</p>
          <p lang={answerWords.lang} dir={answerWords.dir} class="said">
            {answer}
          </p>
        </article>
      ))}
    </SitePage>,
  )
}
