/** What the public pages of events share. */
import { Notice } from '../../../../ui/components/notice/notice.tsx'
import type { Content } from '../../../../ui/content.ts'
import { renderDocument } from '../../../../ui/layout/document.ts'
import { type Chrome, SitePage } from '../../../help-pages/index.ts'
import type { DayView } from '../present-listed.ts'

export interface EventsFrameProps {
  readonly chrome: Chrome
  /** Everything here is invented. */
  readonly demonstration: boolean
  readonly picture: string
  readonly hasForm?: boolean
  readonly children: Content
}

/** The title stands in the history of a phone: it is the same for all of them. */
export function eventsDocument({ chrome, demonstration, picture, hasForm, children }: EventsFrameProps): string {
  const { t } = chrome.translator
  return renderDocument(
    <SitePage
      hasForm={hasForm ?? false}
      css={chrome.styles.register}
      chrome={chrome}
      title={t('events.metaTitle')}
      description={t('events.description')}
      picture={picture}
    >
      {demonstration && (
        <Notice kind="demonstration">
          <p>{t('events.demonstration')}</p>
        </Notice>
      )}
      {children}
    </SitePage>,
  )
}

interface DaysProps {
  readonly days: readonly DayView[]
  /** In front of a title that does not take place. */
  readonly cancelled: string
  /** Of the headings of days. */
  readonly level: 2 | 3
  /** Links lead out of a frame. */
  readonly base?: string
}

export function Days({ days, cancelled, level, base }: DaysProps) {
  return (
    <>
      {days.map(({ day, events }) => (
        <>
          {level === 2 ? <h2>{day}</h2> : <h3>{day}</h3>}
          <ul class="list">
            {events.map(({ id, href, title, lang, dir, whose, facts, cancelled: off }) => (
              <li data-event={id}>
                {off && <strong>{cancelled} </strong>}
                <a href={`${base ?? ''}${href}`} target={base === undefined ? undefined : '_top'}>
                  <bdi lang={lang} dir={dir}>
                    {title}
                  </bdi>
                </a>
                <p>
                  <bdi>{whose}</bdi>
                </p>
                <p class="dim">
                  {facts.map((fact, index) => (
                    <>
                      {index > 0 && ' · '}
                      <bdi>{fact}</bdi>
                    </>
                  ))}
                </p>
              </li>
            ))}
          </ul>
        </>
      ))}
    </>
  )
}
