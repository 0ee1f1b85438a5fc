/** What the public pages of the toolkit share. */
import type { Content } from '../../../ui/content.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import { type Chrome, SitePage } from '../../help-pages/index.ts'

export interface ToolkitFrameProps {
  readonly chrome: Chrome
  readonly hasForm?: boolean
  readonly robots?: string | undefined
  readonly children: Content
}

/** The title stands in the history of a phone: it is the same for all of them and says nothing of what one reads. */
export function toolkitDocument({ chrome, hasForm = false, robots, children }: ToolkitFrameProps): string {
  const { t } = chrome.translator
  return renderDocument(
    <SitePage
      hasForm={hasForm}
      css={chrome.styles.register}
      chrome={chrome}
      title={t('toolkit.metaTitle')}
      description={t('toolkit.intro')}
      picture={chrome.picture}
      robots={robots}
    >
      {children}
    </SitePage>,
  )
}
