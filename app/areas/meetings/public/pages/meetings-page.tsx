/** The public pages of meetings. */
import { Notice } from '../../../../ui/components/notice/notice.tsx'
import { OutsideLink } from '../../../../ui/components/outside-link/outside-link.tsx'
import type { Content } from '../../../../ui/content.ts'
import { renderDocument } from '../../../../ui/layout/document.ts'
import { urls } from '../../../../urls.ts'
import { type Chrome, SitePage } from '../../../help-pages/index.ts'

/** Words as somebody wrote them, with their language. */
export interface Written {
  readonly text: string
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
}

export interface Page {
  readonly chrome: Chrome
  readonly demonstration: boolean
}

/** The title stands in the history of a phone: it is the same for all of them. */
export function meetingsDocument({ chrome, demonstration, children }: Page & { readonly children: Content }): string {
  const { t } = chrome.translator
  return renderDocument(
    <SitePage
      hasForm={false}
      css={chrome.styles.register}
      chrome={chrome}
      title={t('meeting.title')}
      description={t('meeting.about')}
      picture={chrome.picture}
    >
      {demonstration && (
        <Notice kind="demonstration">
          <p>{t('meeting.demonstration')}</p>
        </Notice>
      )}
      {children}
    </SitePage>,
  )
}

interface Line {
  readonly title: string
  readonly href: string
  readonly days: string
  readonly country: string
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <ul class="list">
      {lines.map(({ title, href, days, country }) => (
        <li>
          <a href={href}>
            <bdi>{title}</bdi>
          </a>
          <p class="dim">
            <bdi>{days}</bdi>
            {country !== '' && (
              <>
                {' · '}
                <bdi>{country}</bdi>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}

export interface MeetingsPageProps extends Page {
  readonly next: readonly Line[]
  readonly archive: readonly Line[]
  /** By when the next one is due, where none is set. */
  readonly due: string | undefined
}

export function meetingsPage({ next, archive, due, ...page }: MeetingsPageProps): string {
  const { t, language } = page.chrome.translator
  return meetingsDocument({
    ...page,
    children: (
      <>
        <h1>{t('meeting.title')}</h1>
        <p>{t('meeting.about')}</p>
        <h2>{t('meeting.next')}</h2>
        {next.length > 0 ? <Lines lines={next} /> : <p>{t('meeting.none')}</p>}
        {due !== undefined && <p>{due}</p>}
        <p>
          <a href={urls.meetingHosts(language)}>{t('meeting.hosts.title')}</a>
        </p>
        <h2>{t('meeting.archive')}</h2>
        <Lines lines={archive} />
      </>
    ),
  })
}

export interface CallView {
  /** How far it is, and until when bids count. */
  readonly sentences: readonly string[]
  readonly requirements: Written | undefined
  readonly criteria: readonly (Written & { readonly weight: string })[]
  readonly documents: readonly { readonly title: string; readonly url: string }[]
  /** Documents that are files. */
  readonly files: readonly { readonly title: string; readonly href: string; readonly words: string }[]
  /** That one was taken out after the deadline. */
  readonly without: string | undefined
  readonly answers: readonly { readonly text: string; readonly answer: string }[]
}

export function Call({ chrome, call, level }: { chrome: Chrome; call: CallView; level: 2 | 3 }) {
  const { t } = chrome.translator
  const { sentences, requirements, criteria, answers } = call
  const heading = (text: string) => (level === 2 ? <h3>{text}</h3> : <h4>{text}</h4>)
  return (
    <>
      {level === 2 ? <h2 id="call">{t('meeting.page.call')}</h2> : <h3>{t('meeting.page.call')}</h3>}
      {sentences.map((text) => (
        <p>{text}</p>
      ))}
      {requirements && <Words written={requirements} />}
      {heading(t('meeting.call.criteriaTitle'))}
      <ul>
        {criteria.map(({ text, lang, dir, weight }) => (
          <li>
            <bdi lang={lang} dir={dir}>
              {text}
            </bdi>{' '}
            <span class="dim">{weight}</span>
          </li>
        ))}
      </ul>
      <Documents call={call} />
      {answers.length > 0 && (
        <>
          {heading(t('meeting.page.questions'))}
          <dl>
            {answers.map(({ text, answer }) => (
              <>
                <dt dir="auto">{text}</dt>
                <dd dir="auto">{answer}</dd>
              </>
            ))}
          </dl>
        </>
      )}
    </>
  )
}

function Documents({ call: { documents, files, without } }: { call: CallView }) {
  if (documents.length + files.length === 0) return without === undefined ? null : <p>{without}</p>
  return (
    <>
      <ul class="links">
        {files.map(({ title, href, words }) => (
          <li>
            <a href={href}>
              <bdi>{title}</bdi> ({words})
            </a>
          </li>
        ))}
        {documents.map(({ title, url }) => (
          <li>
            <OutsideLink href={url}>
              <bdi>{title}</bdi>
            </OutsideLink>
          </li>
        ))}
      </ul>
      {without !== undefined && <p>{without}</p>}
    </>
  )
}

function Words({ written: { text, lang, dir } }: { written: Written }) {
  return (
    <div lang={lang} dir={dir}>
      {text.split(/\n+/).map((one) => (
        <p>{one}</p>
      ))}
    </div>
  )
}

export interface LeftView {
  readonly kind: string
  readonly title: string
  readonly text: string
  readonly link: string
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly from: string
}

export function LeftList({ left, link }: { left: readonly LeftView[]; link: string }) {
  return (
    <ul class="list">
      {left.map((one) => (
        <li>
          <strong lang={one.lang} dir={one.dir}>
            {one.title}
          </strong>
          <p class="dim">
            {one.kind} · <bdi>{one.from}</bdi>
          </p>
          {one.text !== '' && <Words written={one} />}
          {one.link !== '' && (
            <p>
              <OutsideLink href={one.link}>{link}</OutsideLink>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

export interface MeetingPageProps extends Page {
  readonly title: string
  /** Days, place, country, time zone, host: in this order. */
  readonly facts: readonly { readonly label: string; readonly value: string; readonly href?: string | undefined }[]
  readonly about: Written | undefined
  /** Empty where this software is the source. */
  readonly source: string
  readonly call: CallView | undefined
  readonly steps: readonly {
    readonly text: string
    readonly when: string
    readonly reasons: string
    readonly without: string | undefined
  }[]
  readonly left: readonly LeftView[]
  readonly sections: readonly {
    readonly id: string
    readonly title: string
    readonly lines: readonly { readonly text: string; readonly href?: string }[]
  }[]
}

function Facts({ facts }: Pick<MeetingPageProps, 'facts'>) {
  return (
    <dl>
      {facts.map(({ label, value, href }) => (
        <>
          <dt>{label}</dt>
          <dd>
            {href === undefined ? (
              <bdi>{value}</bdi>
            ) : (
              <a href={href}>
                <bdi>{value}</bdi>
              </a>
            )}
          </dd>
        </>
      ))}
    </dl>
  )
}

function Steps({ chrome, steps }: Pick<MeetingPageProps, 'chrome' | 'steps'>) {
  if (steps.length === 0) return null
  return (
    <>
      <h2>{chrome.translator.t('meeting.steps')}</h2>
      <ol>
        {steps.map(({ text, when, reasons, without }) => (
          <li>
            <bdi>{when}</bdi>: {text}
            {reasons !== '' && <p dir="auto">{reasons}</p>}
            {without !== undefined && <p>{without}</p>}
          </li>
        ))}
      </ol>
    </>
  )
}

export function meetingPage(props: MeetingPageProps): string {
  const { chrome, title, facts, about, source, call, left, sections } = props
  const { t, language } = chrome.translator
  return meetingsDocument({
    ...props,
    children: (
      <>
        <p>
          <a href={urls.meetings(language)}>{t('meeting.title')}</a>
        </p>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        {about && <Words written={about} />}
        <Facts facts={facts} />
        {source !== '' && (
          <p>
            <OutsideLink href={source}>{t('meeting.source')}</OutsideLink>
          </p>
        )}
        {sections.map((one) => (
          <section aria-labelledby={one.id}>
            <h2 id={one.id}>{one.title}</h2>
            <ul class="links">
              {one.lines.map(({ text, href }) => (
                <li>{href === undefined ? <bdi>{text}</bdi> : <a href={href}>{text}</a>}</li>
              ))}
            </ul>
          </section>
        ))}
        {call && <Call chrome={chrome} call={call} level={2} />}
        <Steps {...props} />
        {left.length > 0 && (
          <>
            <h2>{t('meeting.page.left')}</h2>
            <LeftList left={left} link={t('meeting.left.open')} />
          </>
        )}
      </>
    ),
  })
}
