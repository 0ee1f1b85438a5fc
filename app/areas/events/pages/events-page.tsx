import { Button } from '../../../ui/components/button/button.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { urls } from '../../../urls.ts'
import type { DoneNotice } from '../office/office-request.ts'
import { type EventFrame, EventPageFrame } from './event-frame.tsx'
import { Repeat, type Standing, StandingTag } from './own-event-page.tsx'

export interface EventsPageProps {
  readonly frame: EventFrame
  readonly events: readonly {
    readonly id: string
    readonly title: string
    /** BCP 47. */
    readonly lang: string
    readonly when: string
    readonly standing: Standing
    /** It was in an earlier year, and is not there in this one yet. */
    readonly again: boolean
    readonly fresh: string
    /** It is over and nobody has said what was done. */
    readonly untold: boolean
  }[]
  /** Of the next edition. */
  readonly year: number
  readonly mayWrite: boolean
  /** To paste into a website. */
  readonly code: string
  readonly done: DoneNotice | undefined
}

function List({ frame, events, mayWrite }: EventsPageProps) {
  const { t } = frame.of.translator
  return (
    <ul class="govuk-list govuk-list--spaced">
      {events.map(({ id, title, lang, when, standing, again, fresh, untold }) => (
        <li>
          <a class="govuk-link govuk-!-font-weight-bold" href={urls.townEvent(frame.town, id)}>
            <bdi lang={lang}>{title}</bdi>
          </a>{' '}
          <StandingTag frame={frame} standing={standing} />
          <br />
          {when}
          {untold && mayWrite && (
            <>
              <br />
              <a class="govuk-link" href={urls.townEventPage(frame.town, id, 'after')}>
                {t('events.after.title')}
                <span class="govuk-visually-hidden"> ({title})</span>
              </a>
            </>
          )}
          {again && mayWrite && <Repeat frame={frame} id={id} fresh={fresh} title={title} />}
        </li>
      ))}
    </ul>
  )
}

/** All events of a town. */
export function EventsPage(props: EventsPageProps) {
  const { frame, events, year, mayWrite, code, done } = props
  const { t, language } = frame.of.translator
  return (
    <EventPageFrame frame={{ ...frame, back: undefined }} title={t('events.list.title')} done={done}>
      <p class="govuk-body">{t('events.list.about')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.eventsKit(language, year)}>
          {t('events.kit.title', { year: `${year}` })}
        </a>
        {' · '}
        <a class="govuk-link" href={urls.events(language, year)}>
          {t('events.list.public', { year: `${year}` })}
        </a>
        {[false, true].map((shop) =>
          (['a4', 'a3'] as const).map((size) => (
            <>
              {' · '}
              <a class="govuk-link" href={urls.eventsPoster(language, year, { size, shop, town: frame.town })}>
                {t('events.poster.own', { size: size.toUpperCase() })}
                {shop && ` (${t('prints.shop')})`}
              </a>
            </>
          )),
        )}
      </p>
      {mayWrite && <Button href={urls.townEventNew(frame.town)}>{t('events.list.begin')}</Button>}
      {events.length > 0 ? <List {...props} /> : <InsetText>{t('events.list.none')}</InsetText>}
      <Details summary={t('events.frame.summary')}>
        <p class="govuk-body">{t('events.frame.about')}</p>
        <Textarea name="code" label={t('events.frame.code')} rows={4} dir="ltr" value={code} />
      </Details>
    </EventPageFrame>
  )
}
