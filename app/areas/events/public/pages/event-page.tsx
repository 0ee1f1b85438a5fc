import { Notice } from '../../../../ui/components/notice/notice.tsx'
import { OutsideLink } from '../../../../ui/components/outside-link/outside-link.tsx'
import type { FactRow, ToldIn } from '../../present-event.ts'
import { type EventsFrameProps, eventsDocument } from './events-frame.tsx'

export interface EventPageProps extends Omit<EventsFrameProps, 'children' | 'hasForm'> {
  readonly title: string
  /** Of the title. */
  readonly titleLang: { readonly lang: string; readonly dir: 'ltr' | 'rtl' }
  readonly whose: { readonly text: string; readonly href: string }
  readonly cancelled: boolean
  /** Its words, those in the reader's language first. */
  readonly told: readonly ToldIn[]
  readonly rows: readonly FactRow[]
  readonly after: readonly FactRow[]
  /** Of what the town has typed. */
  readonly own: { readonly lang: string; readonly dir: 'ltr' | 'rtl' }
  /** A place was taken out of what it said before. */
  readonly published: string
  readonly posters: readonly { readonly href: string; readonly text: string }[]
  readonly back: { readonly href: string; readonly text: string }
}

const isAddress = (value: string): boolean => /^https?:\/\/\S+$/.test(value)

function Value({ row, own }: { readonly row: FactRow } & Pick<EventPageProps, 'own'>) {
  if (isAddress(row.value)) return <OutsideLink href={row.value}>{new URL(row.value).host}</OutsideLink>
  return (
    <bdi lang={row.own ? own.lang : undefined} class="said">
      {row.value}
    </bdi>
  )
}

function Facts({ rows, own }: Pick<EventPageProps, 'rows' | 'own'>) {
  return (
    <dl>
      {rows.map((row) => (
        <>
          <dt>{row.label}</dt>
          {row.links ? (
            row.links.map(({ href, text, lang }) => (
              <dd>
                <a href={href} lang={lang}>
                  <bdi>{text}</bdi>
                </a>
              </dd>
            ))
          ) : (
            <dd>
              <Value row={row} own={own} />
            </dd>
          )}
        </>
      ))}
    </dl>
  )
}

function Words({ told }: Pick<EventPageProps, 'told'>) {
  return (
    <>
      {told.map(({ lang, dir, title, what }, index) => (
        <section lang={lang} dir={dir} aria-label={title}>
          {index > 0 && <h2>{title}</h2>}
          <p class="said">{what}</p>
        </section>
      ))}
    </>
  )
}

/** One event. */
export function eventPage(props: EventPageProps): string {
  const { chrome, title, titleLang, whose, cancelled, rows, after, own, published, posters, back } = props
  const { t } = chrome.translator
  return eventsDocument({
    ...props,
    children: (
      <>
        <p>
          <a href={back.href}>{back.text}</a>
        </p>
        <h1>
          <bdi lang={titleLang.lang} dir={titleLang.dir}>
            {title}
          </bdi>
        </h1>
        {cancelled && (
          <Notice kind="alert">
            <p>{t('events.cancelled.text')}</p>
          </Notice>
        )}
        <p>
          <a href={whose.href}>
            <bdi>{whose.text}</bdi>
          </a>
        </p>
        <Words {...props} />
        <Facts rows={rows} own={own} />
        {after.length > 0 && (
          <>
            <h2>{t('events.after.heading')}</h2>
            <Facts rows={after} own={own} />
          </>
        )}
        {posters.length > 0 && (
          <>
            <h2>{t('events.poster.title')}</h2>
            <ul class="links">
              {posters.map(({ href, text }) => (
                <li>
                  <a href={href}>{text}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        <p class="dim">{published}</p>
      </>
    ),
  })
}
