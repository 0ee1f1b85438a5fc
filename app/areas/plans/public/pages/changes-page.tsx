import { Notice } from '../../../../ui/components/notice/notice.tsx'
import { longDate } from '../../../../ui/dates.ts'
import { renderDocument } from '../../../../ui/layout/document.ts'
import { type Chrome, SitePage } from '../../../help-pages/index.ts'
import { type ChangeView, DifferenceList } from '../../pages/difference-list.tsx'

export interface ChangesPageProps {
  readonly chrome: Chrome
  readonly town: string
  readonly title: string
  readonly demonstration: boolean
  readonly words: { readonly tag: string; readonly dir: 'ltr' | 'rtl' }
  readonly planHref: string
  /** The version that is compared with the one before it. */
  readonly wholeHref: string
  readonly version: number
  readonly publishedOn: string
  readonly first: boolean
  readonly changes: readonly ChangeView[]
  /** Newest first. */
  readonly versions: readonly { readonly version: number; readonly on: string; readonly href: string }[]
}

/** What a version of a plan changed, and all others to choose from. */
export function changesPage(props: ChangesPageProps): string {
  const { chrome, town, title, demonstration, words, planHref, version, publishedOn, first, changes, versions } = props
  const { translator } = chrome
  const { t } = translator
  return renderDocument(
    <SitePage
      hasForm
      css={chrome.styles.register}
      chrome={chrome}
      title={t('plans.public.metaTitle', { town })}
      description={t('plans.public.description', { town })}
    >
      {demonstration && (
        <Notice kind="demonstration">
          <p>{t('plans.public.demonstration')}</p>
        </Notice>
      )}
      <p>
        <a href={planHref} lang={words.tag} dir={words.dir}>
          {title}
        </a>
      </p>
      <h1>{t('plans.public.changesTitle', { version })}</h1>
      <p>{t(first ? 'plans.public.firstVersion' : 'plans.public.since', { on: longDate(translator, publishedOn) })}</p>
      <DifferenceList changes={changes} language={words} />
      <p>
        <a href={props.wholeHref}>{t('plans.public.whole')}</a>
      </p>
      <h2>{t('plans.public.versions')}</h2>
      <ul>
        {versions.map((one) => (
          <li>
            <a href={one.href} aria-current={one.version === version ? 'page' : undefined}>
              {t('plans.public.version', { version: one.version, on: longDate(translator, one.on) })}
            </a>
          </li>
        ))}
      </ul>
    </SitePage>,
  )
}
