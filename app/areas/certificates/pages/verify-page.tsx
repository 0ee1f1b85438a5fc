import { Notice } from '../../../ui/components/notice/notice.tsx'
import { renderDocument } from '../../../ui/layout/document.ts'
import { type Chrome, SitePage } from '../../help-pages/index.ts'
import type { VerifyView } from '../present-verify.ts'

export interface VerifyPageProps {
  readonly chrome: Chrome
  readonly view: VerifyView
  /** The page of the entry. */
  readonly entryHref: string
  readonly otherHref: string
  /** What a program is told to run. */
  readonly command: string
}

function Facts({ facts }: Pick<VerifyView, 'facts'>) {
  return (
    <dl>
      {facts.map(({ name, value }) => (
        <>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </>
      ))}
    </dl>
  )
}

function Stages({ chrome, view }: Pick<VerifyPageProps, 'chrome' | 'view'>) {
  const { t } = chrome.translator
  if (view.stages.length === 0) return null
  return (
    <>
      <h2>{t('certificates.stages.title')}</h2>
      <ul>
        {view.stages.map(({ text, on, certificateHref, credentialHref }) => (
          <li>
            {text}: {on}.{' '}
            <a href={certificateHref} type="application/pdf">
              {t('certificates.stages.pdf')}
              <span class="vh">: {text}</span>
            </a>
            ,{' '}
            <a href={credentialHref}>
              {t('certificates.stages.credential')}
              <span class="vh">: {text}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function Listed({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  )
}

/** For whoever does not believe this page. */
function Check({ chrome, view, command }: VerifyPageProps) {
  const { t } = chrome.translator
  return (
    <>
      <h2>{t('certificates.check.title')}</h2>
      <p>{t('certificates.check.about')}</p>
      <ul>
        {view.files.map(({ href, text }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
      <p>{t('certificates.check.audit')}</p>
      <p>
        <code dir="ltr" translate="no">
          {command}
        </code>
      </p>
    </>
  )
}

/** What a certificate proves, what it does not, and whether it still holds. */
export function verifyPage(props: VerifyPageProps): string {
  const { chrome, view, entryHref, otherHref } = props
  const { t } = chrome.translator
  return renderDocument(
    <SitePage chrome={chrome} title={t('certificates.verify.title')} robots="noindex">
      <h1>
        <bdi>{view.name}</bdi>
      </h1>
      {view.demonstration && (
        <Notice kind="demonstration">
          <p>{view.demonstration}</p>
        </Notice>
      )}
      <Notice
        kind={view.holds ? 'information' : 'alert'}
        title={t(view.holds ? 'certificates.holds' : 'certificates.holdsNot')}
      >
        <p>{view.status}</p>
      </Notice>
      {view.notOfficial && <p>{view.notOfficial}</p>}
      <Facts facts={view.facts} />
      <Stages chrome={chrome} view={view} />
      <Listed title={t('certificates.proves.title')} lines={view.proves} />
      <Listed title={t('certificates.provesNot.title')} lines={view.provesNot} />
      <Check {...props} />
      <p>
        <a href={entryHref}>{t('certificates.verify.entry')}</a>
        <br />
        <a href={otherHref}>{t('certificates.verify.other')}</a>
      </p>
    </SitePage>,
  )
}
