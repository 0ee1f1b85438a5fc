import { CountryChooser } from '../../../ui/components/country-chooser/country-chooser.tsx'
import { HelpNumbers } from '../../../ui/components/help-numbers/help-numbers.tsx'
import { LanguageSwitch } from '../../../ui/components/language-switch/language-switch.tsx'
import { Notice } from '../../../ui/components/notice/notice.tsx'
import { SiteFooter } from '../../../ui/components/site-footer/site-footer.tsx'
import type { Content } from '../../../ui/content.ts'
import { PublicLayout } from '../../../ui/layout/public-layout.tsx'
import { urls } from '../../../urls.ts'
import type { Chrome } from '../chrome.ts'

export interface SitePageProps {
  readonly chrome: Chrome
  /** Neutral: it stands in the history of a shared phone. */
  readonly title: string
  readonly description?: string | undefined
  readonly robots?: string | undefined
  readonly jsonLd?: object | undefined
  /** Absolute address of the picture beside a link that somebody shares. */
  readonly picture?: string | undefined
  /** The sheet that the page carries, where it is not one of the usual two. */
  readonly css?: string | undefined
  /** Its content has a form. */
  readonly hasForm?: boolean
  /** A script of this page alone; the page works without it. */
  readonly moreScript?: string | undefined
  /** Lines of the footer above its links. */
  readonly lines?: readonly Content[]
  readonly children: Content
}

/** The numbers of the page's country, or the choice of one. */
export function Help({ chrome }: { chrome: Chrome }) {
  const { t } = chrome.translator
  if (chrome.help) {
    return (
      <HelpNumbers title={chrome.help.title} numbers={chrome.help.numbers}>
        {chrome.help.noChildLine && <p>{chrome.help.noChildLine}</p>}
      </HelpNumbers>
    )
  }
  return (
    <CountryChooser
      title={t('choose.title')}
      action={chrome.chooser.action}
      label={t('choose.label')}
      prompt={t('choose.prompt')}
      countries={chrome.chooser.countries}
      button={t('choose.submit')}
    >
      <p>{t('choose.hint')}</p>
    </CountryChooser>
  )
}

/** Rule 10 of the mission: machine-made words are labelled above them, beside a link to the original. */
export function MachineMadeNotice({ chrome }: { chrome: Chrome }) {
  const { t, origin } = chrome.translator
  if (origin.origin === 'person' || origin.reviewed !== null) return null
  return (
    <div data-origin="machine">
      <Notice kind="machine-made">
        <p>
          {t('page.machine')}{' '}
          <a href={chrome.originalHref} hreflang="en">
            {t('page.machine.original', { language: chrome.originalName })}
          </a>
        </p>
      </Notice>
    </div>
  )
}

/** What leaving does, and what it does not. */
export function ExitHint({ chrome }: { chrome: Chrome }) {
  const { t } = chrome.translator
  return (
    <>
      {t(chrome.framed || chrome.copy ? 'exit.hint.frame' : 'exit.hint')}{' '}
      <a href={chrome.safetyHref}>{t('exit.hint.link')}</a>
    </>
  )
}

/** In a frame the script of the quick exit would take the frame away alone; the link takes the whole page. */
function scriptsOf({ copy, framed }: Chrome, moreScript: string | undefined): string[] {
  if (copy) return []
  if (framed) return [urls.script('frame-height')]
  return [urls.script('quick-exit'), ...(moreScript ? [moreScript] : [])]
}

/** Every public page: the way out, help numbers, content, footer, in the same places. */
export function SitePage(props: SitePageProps) {
  const {
    chrome,
    title,
    description,
    robots,
    jsonLd,
    picture,
    moreScript,
    lines = [],
    hasForm = false,
    css = chrome.help && !hasForm ? chrome.styles.page : chrome.styles.pageWithForm,
    children,
  } = props
  const { t, tag, dir } = chrome.translator
  const exit = { href: chrome.quickExitHref, label: t('exit.label'), hint: <ExitHint chrome={chrome} /> }
  return (
    <PublicLayout
      lang={tag}
      dir={dir}
      title={title}
      description={description}
      canonical={chrome.canonical}
      alternates={chrome.alternates}
      robots={robots}
      css={css}
      printHref={chrome.copy ? undefined : urls.printStyles()}
      iconHref={chrome.copy ? undefined : urls.icon()}
      brand={chrome.framed ? undefined : { href: chrome.homeHref, name: chrome.instanceName }}
      quickExit={exit}
      skipLabel={t('site.skip')}
      helpNumbers={<Help chrome={chrome} />}
      jsonLd={jsonLd}
      picture={picture}
      copy={chrome.copy}
      scripts={scriptsOf(chrome, moreScript)}
      footer={<SiteFooter label={t('site.footer')} links={chrome.footerLinks} lines={[...lines, t('site.licence')]} />}
    >
      <LanguageSwitch label={t('site.languages')} languages={chrome.languages} />
      <MachineMadeNotice chrome={chrome} />
      {children}
    </PublicLayout>
  )
}
