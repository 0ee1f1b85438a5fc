import { Button } from '../../../ui/components/button/button.tsx'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { urls } from '../../../urls.ts'
import type { MessageFault } from '../message-rules.ts'
import type { DoneNotice, PracticesFrame } from '../office-request.ts'
import type { Side } from '../question-store.ts'
import { PracticesPageFrame } from './practices-frame.tsx'

export interface QuestionPageProps {
  readonly frame: PracticesFrame
  readonly side: Side
  readonly question: string
  /** Of the practice. */
  readonly title: string
  readonly practiceHref: string | undefined
  readonly messages: readonly { readonly by: string; readonly text: string; readonly when: string }[]
  /** Made with the page: the form sent twice says it once. */
  readonly messageId: string
  readonly typed: { readonly text: string; readonly fault: MessageFault } | undefined
  readonly done: DoneNotice | undefined
}

function Messages({ messages }: Pick<QuestionPageProps, 'messages'>) {
  return (
    <ul class="govuk-list">
      {messages.map(({ by, text, when }) => (
        <li class="office-item">
          <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">
            <bdi>{by}</bdi> · {when}
          </p>
          {text.split(/\n{2,}/).map((paragraph) => (
            <p class="govuk-body office-said" dir="auto">
              {paragraph}
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}

/** What two offices write to each other about a practice. */
export function QuestionPage(props: QuestionPageProps) {
  const { frame, side, question, title, practiceHref, messageId, typed, done } = props
  const { t } = frame.of.translator
  const error = typed && { prefix: t('checklist.office.form.error'), text: t(`practices.error.${typed.fault}`) }
  return (
    <PracticesPageFrame
      frame={frame}
      title={title}
      caption={t('practices.question.caption')}
      done={done}
      refused={typed !== undefined}
      first={
        error && (
          <ErrorSummary title={t('checklist.office.form.errors')} errors={[{ text: error.text, href: '#text' }]} />
        )
      }
    >
      <p class="govuk-body">
        {t('practices.question.about')}{' '}
        {practiceHref && (
          <a class="govuk-link" href={practiceHref}>
            {t('practices.own.public')}
          </a>
        )}
      </p>
      <Messages {...props} />
      <form method="post" action={urls.practiceQuestion(frame.practices, question)} novalidate>
        <input type="hidden" name="id" value={messageId} />
        <Textarea
          name="text"
          label={t(side === 'town' ? 'practices.question.answer' : 'practices.question.more')}
          hint={t('practices.question.hint')}
          rows={6}
          dir="auto"
          value={typed?.text ?? ''}
          error={error}
        />
        <Button preventDoubleClick>{t('practices.question.send')}</Button>
      </form>
    </PracticesPageFrame>
  )
}
