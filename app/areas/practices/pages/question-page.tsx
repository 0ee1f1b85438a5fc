import { Button } from '../../../ui/components/button/button.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { apart } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import type { MessageFault, Side } from '../message-rules.ts'
import type { DoneNotice, PracticesFrame } from '../office-request.ts'
import { PracticesPageFrame } from './practices-frame.tsx'

export interface QuestionPageProps {
  readonly frame: PracticesFrame
  readonly side: Side
  readonly question: string
  /** Of the practice. */
  readonly title: string
  readonly practiceHref: string | undefined
  readonly messages: readonly {
    readonly id: string
    readonly by: string
    readonly text: string
    readonly when: string
  }[]
  /** Made with the page: the form sent twice says it once. */
  readonly messageId: string
  readonly typed: { readonly text: string; readonly fault: MessageFault } | undefined
  readonly done: DoneNotice | undefined
}

type Message = QuestionPageProps['messages'][number]

/** What is about a child must not stand here. */
function TakeOut({ frame, question, one }: Pick<QuestionPageProps, 'frame' | 'question'> & { readonly one: Message }) {
  const { t } = frame.of.translator
  return (
    <Details summary={t('questions.takeOut.link')}>
      <form method="post" action={urls.practiceTakeOut(frame.practices, question)}>
        <p class="govuk-body">{t('questions.takeOut.about')}</p>
        <input type="hidden" name="id" value={one.id} />
        <Button classes="govuk-button--warning" preventDoubleClick>
          {t('questions.takeOut.submit')}
          <span class="govuk-visually-hidden">
            {' '}
            {t('questions.takeOut.of', { who: apart(one.by), when: one.when })}
          </span>
        </Button>
      </form>
    </Details>
  )
}

function Messages({ frame, question, messages }: Pick<QuestionPageProps, 'frame' | 'question' | 'messages'>) {
  return (
    <ul class="govuk-list">
      {messages.map((one) => (
        <li class="office-item">
          <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">
            <bdi>{one.by}</bdi> · {one.when}
          </p>
          {one.text === '' ? (
            <p class="govuk-body">{frame.of.translator.t('questions.takenOut')}</p>
          ) : (
            <>
              {one.text.split(/\n{2,}/).map((paragraph) => (
                <p class="govuk-body office-said" dir="auto">
                  {paragraph}
                </p>
              ))}
              <TakeOut frame={frame} question={question} one={one} />
            </>
          )}
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
