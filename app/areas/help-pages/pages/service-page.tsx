import { Notice } from '../../../ui/components/notice/notice.tsx'
import { renderDocument } from '../../../ui/layout/document.ts'
import { apart } from '../../../ui/lists.ts'
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
    /** For search engines. */
    readonly findable: boolean
  }
  readonly service: ServiceView
  /** Whose standard text some of its words are. */
  readonly wordsBy: string | undefined
  /** Sentences about what readers said was wrong, newest first. */
  readonly answers: readonly string[]
  /** What the law says of going there alone; undefined where nobody has written it. */
  readonly legalHref: string | undefined
  /** Where a reader says that something is wrong. */
  readonly wrongHref: string
  readonly jsonLd: object | undefined
}

/** One service, everything unfolded. */
export function servicePage(props: ServicePageProps): string {
  const { chrome, reader, town, service, wordsBy, answers, legalHref, wrongHref, jsonLd } = props
  const { t } = chrome.translator
  return renderDocument(
    <SitePage
      chrome={chrome}
      title={t('page.metaTitle', { town: town.name })}
      description={t('page.title', { town: town.name })}
      robots={town.findable ? undefined : 'noindex'}
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
      {wordsBy !== undefined && <p class="dim">{t('service.wordsBy', { name: apart(wordsBy) })}</p>}
      {legalHref !== undefined && (
        <p>
          <a href={legalHref}>{t('legal.alone')}</a>
        </p>
      )}
      {answers.length > 0 && (
        <section aria-labelledby="answers">
          <h2 id="answers">{t('wrong.answers')}</h2>
          {answers.map((sentence) => (
            <p>{sentence}</p>
          ))}
        </section>
      )}
      <p>
        <a href={wrongHref}>{t('wrong.link')}</a>
      </p>
    </SitePage>,
  )
}
