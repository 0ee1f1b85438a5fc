/** For cities that think of receiving the others. */
import { urls } from '../../../../urls.ts'
import { Call, type CallView, LeftList, type LeftView, meetingsDocument, type Page } from './meetings-page.tsx'

export interface EarlierView {
  readonly title: string
  readonly href: string
  readonly days: string
  readonly demonstration: boolean
  /** Its programme, its market, its conclusions. */
  readonly links: readonly { readonly text: string; readonly href: string }[]
}

export interface HostsPageProps extends Page {
  /** The newest first. */
  readonly earlier: readonly EarlierView[]
  readonly calls: readonly {
    readonly title: string
    readonly href: string
    readonly call: CallView
    /** Bids can be written, now or soon. */
    readonly isOpen: boolean
  }[]
  readonly left: readonly LeftView[]
}

function Earlier({ chrome, earlier }: Pick<HostsPageProps, 'chrome' | 'earlier'>) {
  if (earlier.length === 0) return null
  return (
    <>
      <h2>{chrome.translator.t('meeting.archive')}</h2>
      <ul class="list">
        {earlier.map(({ title, href, days, links }) => (
          <li>
            <a href={href}>
              <bdi>{title}</bdi>
            </a>
            <p>{days}</p>
            {links.length > 0 && (
              <ul class="links">
                {links.map((one) => (
                  <li>
                    <a href={one.href}>{one.text}</a>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** For cities that think of receiving the others. */
export function hostsPage({ calls, left, earlier, ...page }: HostsPageProps): string {
  const { chrome } = page
  const { t, language } = chrome.translator
  return meetingsDocument({
    ...page,
    children: (
      <>
        <p>
          <a href={urls.meetings(language)}>{t('meeting.title')}</a>
        </p>
        <h1>{t('meeting.hosts.title')}</h1>
        <p>{t('meeting.hosts.about')}</p>
        {calls.every(({ isOpen }) => !isOpen) && <p>{t('meeting.hosts.noCall')}</p>}
        {calls.map(({ title, href, call, isOpen }) => (
          <>
            <h2>
              <a href={href}>
                <bdi>{title}</bdi>
              </a>
            </h2>
            {isOpen && (
              <p>
                {t('meeting.hosts.where')} <a href={urls.office()}>{t('meeting.hosts.office')}</a>
              </p>
            )}
            <Call chrome={chrome} call={call} level={3} />
          </>
        ))}
        <h2>{t('meeting.page.left')}</h2>
        {left.length > 0 ? <LeftList left={left} link={t('meeting.left.open')} /> : <p>{t('meeting.left.none')}</p>}
        <Earlier chrome={chrome} earlier={earlier} />
      </>
    ),
  })
}
