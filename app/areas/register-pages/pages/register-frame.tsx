import type { Translator } from '../../../platform/i18n/messages.ts'
import { Notice } from '../../../ui/components/notice/notice.tsx'
import type { Content } from '../../../ui/content.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import { urls } from '../../../urls.ts'
import { type Chrome, SitePage } from '../../help-pages/index.ts'

export type Section = 'list' | 'map' | 'years' | 'historical'

export interface FrameProps {
  readonly chrome: Chrome
  /** Undefined: a page below one of them. */
  readonly section: Section | undefined
  readonly title: string
  readonly description?: string
  /** The reference of the authorisation; undefined: this is no official register. */
  readonly authorised: string | undefined
  /** Everything here is invented. */
  readonly demonstration: boolean
  readonly picture?: string | undefined
  readonly robots?: string | undefined
  readonly moreScript?: string | undefined
  readonly children: Content
}

function Sections({ chrome: { translator }, section }: Pick<FrameProps, 'chrome' | 'section'>) {
  const { language, t } = translator
  const all = [
    ['list', urls.register(language)],
    ['map', urls.registerMap(language)],
    ['years', urls.registerYears(language)],
    ['historical', urls.registerHistorical(language)],
  ] as const
  return (
    <nav aria-label={t('register.sections')}>
      <ul class="lang">
        {all.map(([name, href]) => (
          <li>
            <a href={href} aria-current={name === section ? 'page' : undefined}>
              {t(`register.section.${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface StandingProps extends Pick<FrameProps, 'authorised'> {
  readonly translator: Translator
}

/** What this register is, and what it is not: on each of its pages, and wherever else its signatories are shown. */
export function RegisterStanding({ translator: { t }, authorised }: StandingProps) {
  return authorised === undefined ? (
    <p class="dim">{t('register.notOfficial')}</p>
  ) : (
    <p class="dim">
      {t('register.authorised')} <bdi>{authorised}</bdi>
    </p>
  )
}

/** Every page of the register as a document. */
export function registerDocument(props: FrameProps): string {
  const { chrome, title, description, authorised, demonstration, picture, robots, moreScript, children } = props
  const { t } = chrome.translator
  return renderDocument(
    <SitePage
      hasForm
      css={chrome.styles.register}
      chrome={chrome}
      title={t('register.metaTitle', { title })}
      description={description ?? t('register.metaTitle', { title })}
      picture={picture}
      robots={robots}
      moreScript={moreScript}
    >
      <Sections {...props} />
      {demonstration && (
        <Notice kind="demonstration">
          <p>{t('register.demonstration')}</p>
        </Notice>
      )}
      <h1>{title}</h1>
      <RegisterStanding translator={chrome.translator} authorised={authorised} />
      {children}
    </SitePage>,
  )
}
