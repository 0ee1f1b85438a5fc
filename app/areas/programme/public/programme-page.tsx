import { Notice } from '../../../ui/components/notice/notice.tsx'
import { OutsideLink } from '../../../ui/components/outside-link/outside-link.tsx'
import { renderDocument } from '../../../ui/layout/document.ts'
import { type Chrome, SitePage } from '../../help-pages/index.ts'

interface SessionView {
  readonly id: string
  readonly title: string
  readonly what: string
  /** Of title and what. */
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly cancelled: boolean
  readonly times: string
  readonly room: string
  readonly speakers: readonly string[]
  readonly interpreted: readonly string[]
  readonly materials: readonly string[]
}

export interface DayOfProgramme {
  readonly day: string
  readonly sessions: readonly SessionView[]
}

export interface PublicProgrammeProps {
  readonly chrome: Chrome
  readonly demonstration: boolean
  readonly year: number
  readonly place: string
  readonly days: readonly DayOfProgramme[]
  readonly released: string
  readonly zone: string
  readonly calendar: string
  /** What later releases changed, the newest first. */
  readonly versions: readonly { readonly title: string; readonly changes: readonly string[] }[]
  readonly namesGone: boolean
  readonly back: { readonly href: string; readonly text: string }
}

function Facts({ chrome, session }: { readonly chrome: Chrome; readonly session: SessionView }) {
  const { t } = chrome.translator
  const { speakers, interpreted, materials } = session
  const rows = [
    [t('programme.form.speakers'), speakers],
    [t('programme.form.interpreted'), interpreted],
  ] as const
  return (
    <>
      {rows.map(
        ([label, all]) =>
          all.length > 0 && (
            <p class="dim">
              {label}:{' '}
              {all.map((one, index) => (
                <>
                  {index > 0 && ', '}
                  <bdi>{one}</bdi>
                </>
              ))}
            </p>
          ),
      )}
      {materials.map((href) => (
        <p>
          <OutsideLink href={href}>{`${new URL(href).host}${new URL(href).pathname}`}</OutsideLink>
        </p>
      ))}
    </>
  )
}

function Session({ chrome, session }: { readonly chrome: Chrome; readonly session: SessionView }) {
  const { t } = chrome.translator
  const { id, title, what, lang, dir, cancelled, times, room } = session
  return (
    <li id={`s-${id}`}>
      <div>
        <p>
          <strong>
            <bdi dir="ltr">{times}</bdi>
          </strong>
        </p>
        {room !== '' && (
          <p class="dim">
            <bdi>{room}</bdi>
          </p>
        )}
      </div>
      <div>
        <h3>
          {cancelled && `${t('programme.cancelled')}: `}
          <bdi lang={lang} dir={dir}>
            {title}
          </bdi>
        </h3>
        {what !== '' && (
          <p class="said" lang={lang} dir={dir}>
            {what}
          </p>
        )}
        <Facts chrome={chrome} session={session} />
      </div>
    </li>
  )
}

function Versions({ chrome, versions }: PublicProgrammeProps) {
  const { t } = chrome.translator
  if (versions.length === 0) return null
  return (
    <>
      <h2>{t('programme.versions')}</h2>
      {versions.map(({ title, changes }) => (
        <>
          <h3>{title}</h3>
          <ul>
            {changes.length === 0 && <li>{t('programme.versions.small')}</li>}
            {changes.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </>
      ))}
    </>
  )
}

/** The programme of a meeting, by day. */
export function publicProgrammePage(props: PublicProgrammeProps): string {
  const { chrome, demonstration, year, place, days, released, zone, calendar, namesGone, back } = props
  const { t } = chrome.translator
  return renderDocument(
    <SitePage
      css={chrome.styles.register}
      chrome={chrome}
      title={t('programme.title', { year: `${year}` })}
      description={t('programme.description', { year: `${year}` })}
    >
      {demonstration && (
        <Notice kind="demonstration">
          <p>{t('programme.demonstration')}</p>
        </Notice>
      )}
      <p>
        <a href={back.href}>{back.text}</a>
      </p>
      <h1>{t('programme.title', { year: `${year}` })}</h1>
      {place !== '' && (
        <p>
          <bdi>{place}</bdi>
        </p>
      )}
      <p>{released}</p>
      <p class="dim">{t('programme.zone', { zone })}</p>
      <p>
        <a href={calendar}>{t('programme.calendar')}</a>
      </p>
      {days.map(({ day, sessions }) => (
        <>
          <h2>{day}</h2>
          <ol class="list programme">
            {sessions.map((session) => (
              <Session chrome={chrome} session={session} />
            ))}
          </ol>
        </>
      ))}
      {namesGone && <p class="dim">{t('programme.namesGone')}</p>}
      <Versions {...props} />
    </SitePage>,
  )
}
