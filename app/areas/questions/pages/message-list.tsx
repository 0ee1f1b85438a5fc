import type { Translator } from '../../../platform/i18n/messages.ts'
import { Details } from '../../../ui/components/details/details.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import { apart } from '../../../ui/lists.ts'
import type { MessageView } from '../present-question.ts'
import type { QuestionState } from '../question-rules.ts'

const colours: Readonly<Record<QuestionState, string>> = {
  open: 'govuk-tag--yellow',
  waiting: 'govuk-tag--purple',
  answered: 'govuk-tag--green',
  closed: 'govuk-tag--grey',
}

/** @param side whose page it is: each side is told in its own words whose turn it is. */
export function StateTag({
  translator: { t },
  state,
  side,
}: {
  translator: Translator
  state: QuestionState
  side: MessageView['side']
}) {
  return <Tag classes={colours[state]}>{t(`questions.state.${side}.${state}`)}</Tag>
}

interface MessageListProps {
  readonly translator: Translator
  readonly messages: readonly MessageView[]
  /** Where a message is taken out. */
  readonly takeOut: string
}

function Quoted({ translator: { t }, text }: { translator: Translator; text: string }) {
  return (
    <Details summary={t('questions.quoted')}>
      <p class="govuk-body office-said" dir="auto">
        {text}
      </p>
    </Details>
  )
}

function TakeOut({
  translator: { t },
  action,
  message,
}: {
  translator: Translator
  action: string
  message: MessageView
}) {
  return (
    <Details summary={t('questions.takeOut.link')}>
      <p class="govuk-body">{t('questions.takeOut.about')}</p>
      <form method="post" action={action}>
        <input type="hidden" name="id" value={message.id} />
        <button type="submit" class="govuk-button govuk-button--warning" data-prevent-double-click="true">
          {t('questions.takeOut.submit')}
          <span class="govuk-visually-hidden">
            {' '}
            {t('questions.takeOut.of', { who: apart(message.who), when: message.when })}
          </span>
        </button>
      </form>
    </Details>
  )
}

function Message({ translator, message, takeOut }: Omit<MessageListProps, 'messages'> & { message: MessageView }) {
  const { t } = translator
  const { who, place, when, came, note, text, quoted, files, takenOut } = message
  return (
    <li class={note ? 'office-item office-item--note' : 'office-item'}>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>
          <bdi>{who}</bdi>
        </strong>{' '}
        · <bdi>{place}</bdi>
      </p>
      <p class="govuk-hint">
        {[when, came].filter(Boolean).join(' · ')}
        {note && (
          <>
            {' '}
            <Tag classes="govuk-tag--grey">{t('questions.note')}</Tag>
          </>
        )}
      </p>
      {takenOut ? (
        <p class="govuk-body">{t('questions.takenOut')}</p>
      ) : (
        <p class="govuk-body office-said" dir="auto">
          {text}
        </p>
      )}
      {quoted !== '' && <Quoted translator={translator} text={quoted} />}
      {files > 0 && <p class="govuk-body">{t('questions.files', { count: files })}</p>}
      {!takenOut && <TakeOut translator={translator} action={takeOut} message={message} />}
    </li>
  )
}

/** What was said, oldest first. */
export function MessageList({ translator, messages, takeOut }: MessageListProps) {
  return (
    <ol class="govuk-list">
      {messages.map((message) => (
        <Message translator={translator} message={message} takeOut={takeOut} />
      ))}
    </ol>
  )
}
