import { Notice } from '../../../ui/components/notice/notice.tsx'
import type { Content } from '../../../ui/content.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import type { ReportReason } from '../../watching/index.ts'
import type { Chrome } from '../chrome.ts'
import type { ShownText } from '../local-text.ts'
import type { Reader } from '../reader.ts'
import { SitePage } from './site-page.tsx'
import { Text } from './text.tsx'

interface ReportPageProps {
  readonly chrome: Chrome
  readonly reader: Reader
  readonly service: { readonly name: ShownText | undefined; readonly href: string; readonly demonstration: boolean }
}

export interface ReportFormProps extends ReportPageProps {
  readonly reasons: readonly ReportReason[]
  readonly action: string
  /** Id of this very form. */
  readonly form: string
}

export interface ReportSentProps extends ReportPageProps {
  /** Who publishes the service. */
  readonly owner: string
  readonly days: 3 | 10
}

function Page({ chrome, reader, service, children }: ReportPageProps & { children: Content }) {
  const { t } = chrome.translator
  return (
    <SitePage chrome={chrome} title={t('guide.metaTitle')} robots="noindex" hasForm>
      <p>
        <a href={service.href}>
          {t('wrong.back')}
          {service.name && (
            <>
              {': '}
              <Text reader={reader} value={service.name} />
            </>
          )}
        </a>
      </p>
      {service.demonstration && (
        <Notice kind="demonstration">
          <p>{t('page.demonstration')}</p>
        </Notice>
      )}
      {children}
    </SitePage>
  )
}

/** One press of one button: nothing is typed, so nothing about a child can be. */
export function reportFormPage(props: ReportFormProps): string {
  const { chrome, reasons, action, form } = props
  const { t } = chrome.translator
  return renderDocument(
    <Page {...props}>
      <h1>{t('wrong.title')}</h1>
      <p class="note alert">{t('wrong.notForHelp')}</p>
      <p id="wrong-about">{t('wrong.about')}</p>
      <form action={action} method="post" aria-describedby="wrong-about">
        <input type="hidden" name="form" value={form} />
        {reasons.map((reason) => (
          <p>
            <button type="submit" class="alt" name="reason" value={reason}>
              {t(`watching.reason.${reason}`)}
            </button>
          </p>
        ))}
      </form>
    </Page>,
  )
}

/** What happens now, and by when. */
export function reportSentPage(props: ReportSentProps): string {
  const { chrome, owner, days } = props
  const { t } = chrome.translator
  return renderDocument(
    <Page {...props}>
      <h1>{t('wrong.sent.title')}</h1>
      <p>{t('wrong.sent.what', { owner, days })}</p>
      <p>{t('wrong.sent.nothing')}</p>
      <p class="note alert">{t('wrong.notForHelp')}</p>
    </Page>,
  )
}
