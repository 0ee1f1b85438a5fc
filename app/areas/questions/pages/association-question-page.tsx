import type { OfficeFor } from '../../../platform/http/env.ts'
import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'
import type { QuestionFault } from '../form-rules.ts'
import type { DoneNotice } from '../office-request.ts'
import type { MessageView } from '../present-question.ts'
import type { QuestionState } from '../question-rules.ts'
import { AnswerForm, NoteForm, PasteForm } from './association-forms.tsx'
import { MessageList, StateTag } from './message-list.tsx'
import { RefusedQuestion } from './refused-form.tsx'

/** Which of the forms of the page was sent. */
export type FormName = 'answer' | 'note' | 'paste'

export interface AssociationQuestionPageProps {
  readonly of: OfficeFor
  readonly workplace: OfficeFrameProps['workplace']
  readonly association: Parameters<typeof urls.associationQuestions>[0]
  readonly town: Parameters<typeof urls.officeTown>[0]
  readonly townName: string
  /** The town lets the association look at its office now. */
  readonly isLetIn: boolean
  readonly question: {
    readonly id: string
    readonly subject: string
    readonly state: QuestionState
    readonly revision: number
    readonly page: string | null
  }
  /** Who takes care of it, by name. */
  readonly takenBy: string | undefined
  readonly isMine: boolean
  readonly messages: readonly MessageView[]
  /** Made with the page: a form sent twice writes once. */
  readonly messageIds: Readonly<Record<FormName, string>>
  /** The one that was refused. */
  readonly form: FormName | undefined
  readonly fields: FormFields
  readonly faults: readonly QuestionFault[]
  readonly changed: boolean
  readonly done: DoneNotice | undefined
}

function AskedFrom({ of, town, question: { page }, isLetIn }: AssociationQuestionPageProps) {
  const { t } = of.translator
  return (
    <>
      {page !== null && (
        <p class="govuk-body">
          {t('questions.from')}{' '}
          {isLetIn ? (
            <a class="govuk-link" href={page}>
              <bdi dir="ltr">{page}</bdi>
            </a>
          ) : (
            <bdi dir="ltr">{page}</bdi>
          )}
        </p>
      )}
      {!isLetIn && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.officeSupportAsk(town)}>
            {t('questions.letIn.ask')}
          </a>{' '}
          {t('questions.letIn.about')}
        </p>
      )}
    </>
  )
}

function Care({ of, association, question, takenBy, isMine }: AssociationQuestionPageProps) {
  const { t } = of.translator
  return (
    <form method="post" action={urls.associationQuestionAct(association, question.id, 'take')}>
      <p class="govuk-body">
        {takenBy === undefined ? (
          t('questions.care.nobody')
        ) : (
          <>
            {t('questions.care.who')} <bdi>{takenBy}</bdi>
          </>
        )}
      </p>
      <input type="hidden" name="revision" value={`${question.revision}`} />
      <Button name="do" value={isMine ? 'release' : 'take'} classes="govuk-button--secondary" preventDoubleClick>
        {t(isMine ? 'questions.care.release' : 'questions.care.take')}
      </Button>
    </form>
  )
}

/** A question of a town, with all that was said and noted, and ways to answer. */
export function AssociationQuestionPage(props: AssociationQuestionPageProps) {
  const { of, workplace, association, town, townName, question, messages, form, faults, changed, done } = props
  const { t, language } = of.translator
  const act = (one: 'take-out' | 'close') => urls.associationQuestionAct(association, question.id, one)
  return (
    <OfficeFrame
      of={of}
      workplace={workplace}
      title={question.subject}
      caption={townName}
      back={{ href: urls.associationQuestions(association), text: t('questions.back') }}
      refused={faults.length > 0 || changed}
      done={done && t(`questions.done.${done}`)}
      first={
        <RefusedQuestion
          translator={of.translator}
          faults={faults}
          changed={changed}
          idOf={(field) => `${form ?? 'answer'}-${field}`}
        />
      }
    >
      <p class="govuk-body">
        <StateTag translator={of.translator} state={question.state} side="association" />
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.town(language, town)}>
          {t('questions.townPage')}
        </a>
      </p>
      <AskedFrom {...props} />
      <Care {...props} />
      <MessageList translator={of.translator} messages={messages} takeOut={act('take-out')} />
      <AnswerForm {...props} />
      <NoteForm {...props} />
      <PasteForm {...props} />
      {question.state !== 'closed' && (
        <form method="post" action={act('close')}>
          <input type="hidden" name="revision" value={`${question.revision}`} />
          <Button classes="govuk-button--secondary" preventDoubleClick>
            {t('questions.close')}
          </Button>
        </form>
      )}
    </OfficeFrame>
  )
}
