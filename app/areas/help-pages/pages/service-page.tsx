import { Notice } from '../../../ui/components/notice/notice.tsx'
import { renderDocument } from '../../../ui/layout/document.ts'
import type { Chrome } from '../chrome.ts'
import type { ServiceView } from '../present-service.ts'
import type { Reader } from '../reader.ts'
import { ServiceCard } from './service-card.tsx'
import { SitePage } from './site-page.tsx'

export interface ServicePageProps {
  readonly chrome: Chrome
  readonly reader: Reader
  readonly town: {
    readonly name: string
    readonly href: string
    readonly demonstration: boolean
    readonly lookedAfter: boolean
  }
  readonly service: ServiceView
  readonly jsonLd: object | undefined
}

/** One service, everything unfolded. */
export function servicePage({ chrome, reader, town, service, jsonLd }: ServicePageProps): string {
  const { t } = chrome.translator
  return renderDocument(
    <SitePage
      chrome={chrome}
      title={t('page.metaTitle', { town: town.name })}
      robots={town.lookedAfter ? undefined : 'noindex'}
      jsonLd={jsonLd}
    >
      <p>
        <a href={town.href}>{t('service.back', { town: town.name })}</a>
      </p>
      {town.demonstration && (
        <Notice kind="demonstration">
          <p>{t('page.demonstration')}</p>
        </Notice>
      )}
      <ServiceCard reader={reader} service={service} unfolded />
    </SitePage>,
  )
}
