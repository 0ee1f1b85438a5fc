/** What the public pages of practices share. */
import { Notice } from '../../../ui/components/notice/notice.tsx'
import type { Content } from '../../../ui/content.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import { type Chrome, SitePage } from '../../help-pages/index.ts'
import type { ListedView } from '../present-listed.ts'

export interface LibraryFrameProps {
  readonly chrome: Chrome
  /** Everything here is invented. */
  readonly demonstration: boolean
  readonly robots?: string | undefined
  readonly children: Content
}

/** The title stands in the history of a phone: it is the same for all of them and says nothing of what one reads. */
export function libraryDocument({ chrome, demonstration, robots, children }: LibraryFrameProps): string {
  const { t } = chrome.translator
  return renderDocument(
    <SitePage
      hasForm
      css={chrome.styles.register}
      chrome={chrome}
      title={t('practices.metaTitle')}
      description={t('practices.library.intro')}
      picture={chrome.picture}
      robots={robots}
    >
      {demonstration && (
        <Notice kind="demonstration">
          <p>{t('practices.demonstration')}</p>
        </Notice>
      )}
      {children}
    </SitePage>,
  )
}

export const allInvented = (practices: readonly ListedView[]): boolean =>
  practices.length > 0 && practices.every(({ demonstration }) => demonstration)
