import { Button } from '../../../ui/components/button/button.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import { urls } from '../../../urls.ts'
import type { DoneNotice } from '../office/office-request.ts'
import type { FactRow, ToldIn } from '../present-event.ts'
import { type EventFrame, EventPageFrame } from './event-frame.tsx'
import { FactList } from './fact-list.tsx'

/** How far an event is: what an office sees of it in one word. */
export type Standing = 'draft' | 'waits' | 'changed' | 'published' | 'cancelled'

export interface OwnEventPageProps {
  readonly frame: EventFrame
  readonly event: { readonly id: string; readonly standing: Standing; readonly year: number; readonly answer: string }
  readonly title: string
  readonly told: readonly ToldIn[]
  readonly rows: readonly FactRow[]
  readonly after: readonly FactRow[]
  readonly lang: string
  readonly isPublic: boolean
  /** The day is over: one can say what was done. */
  readonly over: boolean
  readonly mayWrite: boolean
  /** Made with the page: repeated by two clicks it is one. */
  readonly fresh: string
  readonly done: DoneNotice | undefined
}

const colours = {
  draft: 'govuk-tag--grey',
  waits: 'govuk-tag--yellow',
  changed: 'govuk-tag--blue',
  published: 'govuk-tag--green',
  cancelled: 'govuk-tag--red',
} as const satisfies Record<Standing, string>

export function StandingTag({ frame, standing }: { frame: Pick<EventFrame, 'of'>; standing: Standing }) {
  return <Tag classes={colours[standing]}>{frame.of.translator.t(`events.standing.${standing}`)}</Tag>
}

/** @param props.fresh made with the page. */
export function Repeat({ frame, id, fresh, title }: Pick<OwnEventPageProps, 'frame' | 'fresh'> & RepeatProps) {
  const { t } = frame.of.translator
  return (
    <form method="post" action={urls.townEventAct(frame.town, id, 'repeat')}>
      <input type="hidden" name="id" value={fresh} />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        {t('events.own.repeat')}
        {title !== undefined && <span class="govuk-visually-hidden"> ({title})</span>}
      </Button>
    </form>
  )
}
interface RepeatProps {
  readonly id: string
  /** Says what is repeated, where there are several. */
  readonly title?: string
}

function Links({ frame, event, isPublic, over, mayWrite }: OwnEventPageProps) {
  const { t, language } = frame.of.translator
  const links = [
    ...(mayWrite ? [[urls.townEventPage(frame.town, event.id, 'edit'), t('events.form.change')]] : []),
    [urls.townEventPage(frame.town, event.id, 'publish'), t('events.publish.title')],
    ...(mayWrite && over ? [[urls.townEventPage(frame.town, event.id, 'after'), t('events.after.title')]] : []),
    ...(isPublic ? [[urls.event(language, event.year, event.id), t('events.own.public')]] : []),
  ]
  return (
    <ul class="govuk-list">
      {links.map(([href, text]) => (
        <li>
          <a class="govuk-link" href={href ?? ''}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Acts(props: OwnEventPageProps) {
  const { frame, event, isPublic } = props
  const { t } = frame.of.translator
  const act = isPublic ? 'cancel' : 'discard'
  return (
    <>
      <Repeat {...props} id={event.id} />
      {event.standing !== 'cancelled' && (
        <Details summary={t(`events.own.${act}`)}>
          <form method="post" action={urls.townEventAct(frame.town, event.id, act)}>
            <p class="govuk-body">{t(`events.own.${act}About`)}</p>
            <Button classes="govuk-button--warning" preventDoubleClick>
              {t(`events.own.${act}`)}
            </Button>
          </form>
        </Details>
      )}
    </>
  )
}

export function ToldWords({ told }: Pick<OwnEventPageProps, 'told'>) {
  return (
    <>
      {told.map(({ lang, dir, title, what }, index) => (
        <section lang={lang} dir={dir} aria-label={title}>
          {index > 0 && <h2 class="govuk-heading-m">{title}</h2>}
          <p class="govuk-body office-said">{what}</p>
        </section>
      ))}
    </>
  )
}

/** One event of a town: how far it is, what it says, what can be done with it. */
export function OwnEventPage(props: OwnEventPageProps) {
  const { frame, event, title, rows, after, lang, mayWrite, done } = props
  const { t } = frame.of.translator
  return (
    <EventPageFrame frame={frame} title={title} done={done}>
      <p class="govuk-body">
        <StandingTag frame={frame} standing={event.standing} />
      </p>
      {event.answer !== '' && (
        <InsetText>
          <p class="govuk-body govuk-!-font-weight-bold">{t('events.own.answer')}</p>
          <p class="govuk-body office-said" dir="auto">
            {event.answer}
          </p>
        </InsetText>
      )}
      <Links {...props} />
      <ToldWords {...props} />
      <FactList rows={rows} lang={lang} />
      {after.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('events.after.heading')}</h2>
          <FactList rows={after} lang={lang} />
        </>
      )}
      {mayWrite && <Acts {...props} />}
    </EventPageFrame>
  )
}
