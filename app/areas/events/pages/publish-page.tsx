import { Button } from '../../../ui/components/button/button.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { urls } from '../../../urls.ts'
import type { DoneNotice } from '../office/office-request.ts'
import type { FactRow, ToldIn } from '../present-event.ts'
import { type EventFrame, EventPageFrame } from './event-frame.tsx'
import { FactList } from './fact-list.tsx'
import { ToldWords } from './own-event-page.tsx'

export interface PublishPageProps {
  readonly frame: EventFrame
  readonly id: string
  readonly revision: number
  readonly title: string
  readonly told: readonly ToldIn[]
  readonly rows: readonly FactRow[]
  readonly after: readonly FactRow[]
  readonly lang: string
  readonly invited: boolean
  /**
   * `publish`: this person may. `ask`: a second person has to look. `decide`: this is the second one. `waits`: somebody
   * else has to. `unchanged`: there is nothing to publish.
   */
  readonly way: 'publish' | 'ask' | 'decide' | 'waits' | 'unchanged'
  readonly mayTakeBack: boolean
  readonly refused: string | undefined
  readonly done: DoneNotice | undefined
}

function SendBack({ frame, id }: PublishPageProps) {
  const { t } = frame.of.translator
  return (
    <form method="post" action={urls.townEventAct(frame.town, id, 'send-back')}>
      <Textarea name="answer" label={t('events.publish.answer')} labelClasses="govuk-label--s" rows={3} dir="auto" />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        {t('events.publish.sendBack')}
      </Button>
    </form>
  )
}

function Ways(props: PublishPageProps) {
  const { frame, id, revision, way, mayTakeBack } = props
  const { t } = frame.of.translator
  const stamp = <input type="hidden" name="revision" value={`${revision}`} />
  return (
    <>
      {way !== 'publish' && way !== 'decide' && <p class="govuk-body">{t(`events.publish.way.${way}`)}</p>}
      {(way === 'publish' || way === 'decide') && (
        <form method="post" action={urls.townEventPage(frame.town, id, 'publish')}>
          {stamp}
          <p class="govuk-body">{t('events.publish.everybody')}</p>
          <Button preventDoubleClick>{t(way === 'decide' ? 'events.publish.approve' : 'events.publish.submit')}</Button>
        </form>
      )}
      {way === 'ask' && (
        <form method="post" action={urls.townEventAct(frame.town, id, 'ask')}>
          {stamp}
          <Button preventDoubleClick>{t('events.publish.ask')}</Button>
        </form>
      )}
      {way === 'decide' && <SendBack {...props} />}
      {mayTakeBack && (
        <form method="post" action={urls.townEventAct(frame.town, id, 'take-back')}>
          <Button classes="govuk-button--secondary" preventDoubleClick>
            {t('events.publish.takeBack')}
          </Button>
        </form>
      )}
    </>
  )
}

/** What everybody will read, and publishing it. */
export function PublishPage(props: PublishPageProps) {
  const { frame, id, title, rows, after, lang, invited, refused, done } = props
  const { t } = frame.of.translator
  return (
    <EventPageFrame frame={frame} title={t('events.publish.title')} caption={title} refused={refused} done={done}>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.townEventPage(frame.town, id, 'edit')}>
          {t('events.form.change')}
        </a>
      </p>
      {invited && <InsetText>{t('events.publish.invited')}</InsetText>}
      <ToldWords {...props} />
      <FactList rows={rows} lang={lang} />
      {after.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('events.after.heading')}</h2>
          <FactList rows={after} lang={lang} />
        </>
      )}
      <Ways {...props} />
    </EventPageFrame>
  )
}
