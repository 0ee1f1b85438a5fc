import { Button } from '../../../ui/components/button/button.tsx'
import { WarningText } from '../../../ui/components/warning-text/warning-text.tsx'
import { type EventFrame, EventPageFrame, type FormProps, Line, Text } from './event-frame.tsx'

export interface AfterPageProps extends FormProps {
  readonly frame: EventFrame
  readonly title: string
  readonly action: string
  readonly revision: number
  /** It was for invited children. */
  readonly invited: boolean
  readonly changed: boolean
}

/** What was done, in three fields. */
export function AfterPage(props: AfterPageProps) {
  const { frame, title, action, revision, invited, faults, changed } = props
  const { t } = frame.of.translator
  return (
    <EventPageFrame frame={frame} title={t('events.after.title')} caption={title} faults={faults} changed={changed}>
      <p class="govuk-body">{t('events.after.about')}</p>
      <WarningText iconFallbackText={t('checklist.office.form.warning')}>
        {t(invited ? 'events.after.warnInvited' : 'events.after.warn')}
      </WarningText>
      <form method="post" action={action} novalidate>
        <input type="hidden" name="revision" value={`${revision}`} />
        <Text {...props} name="done" label={t('events.after.done')} hint={t('events.after.doneHint')} rows={5} />
        <Line
          {...props}
          name="people"
          label={t('events.after.people')}
          hint={t('events.after.peopleHint')}
          width="govuk-input--width-5"
        />
        <Text {...props} name="said" label={t('events.after.said')} hint={t('events.after.saidHint')} />
        <Button preventDoubleClick>{t('events.form.save')}</Button>
      </form>
    </EventPageFrame>
  )
}
