import type { OfficeFor } from '../../../platform/http/env.ts'
import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'
import type { QuestionFault } from '../form-rules.ts'
import type { DoneNotice } from '../office-request.ts'
import type { MessageView } from '../present-question.ts'
import type { QuestionState } from '../question-rules.ts'
import { MessageList, StateTag } from './message-list.tsx'
import { NoCase } from './no-case.tsx'
import { errorOf, RefusedQuestion } from './refused-form.tsx'

export interface TownQuestionPageProps {
  readonly of: OfficeFor
  readonly workplace: OfficeFrameProps['workplace']
  readonly town: Parameters<typeof urls.officeTown>[0]
  /** Name. */
  readonly association: string
  readonly question: {
    readonly id: string
    readonly subject: string
    readonly state: QuestionState
    readonly revision: number
    readonly page: string | null
  }
  readonly messages: readonly MessageView[]
  /** Made with the page: the form sent twice writes once. */
  readonly messageId: string
  readonly fields: FormFields
  readonly faults: readonly QuestionFault[]
  readonly changed: boolean
  readonly done: DoneNotice | undefined
}

function Write({ of, town, question, messageId, fields, faults }: TownQuestionPageProps) {
  const { t } = of.translator
  return (
    <form method="post" action={urls.townQuestionAct(town, question.id, 'write')} novalidate>
      <h2 class="govuk-heading-m">{t('questions.write.title')}</h2>
      <NoCase translator={of.translator} country={town.country} />
      <input type="hidden" name="id" value={messageId} />
      <input type="hidden" name="revision" value={`${question.revision}`} />
      <Textarea
        name="text"
        label={t('questions.write.text')}
        hint={question.state === 'closed' ? t('questions.write.reopens') : undefined}
        rows={6}
        dir="auto"
        value={fields.get('text')?.[0] ?? ''}
        error={errorOf(of.translator, faults, 'text')}
      />
      <Button preventDoubleClick>{t('questions.write.submit')}</Button>
    </form>
  )
}

/** A question of the town, with all that was said. */
export function TownQuestionPage(props: TownQuestionPageProps) {
  const { of, workplace, town, association, question, messages, faults, changed, done } = props
  const { t } = of.translator
  return (
    <OfficeFrame
      of={of}
      workplace={workplace}
      title={question.subject}
      caption={association}
      back={{ href: urls.townQuestions(town), text: t('questions.back') }}
      refused={faults.length > 0 || changed}
      done={done && t(`questions.done.${done}`)}
      first={<RefusedQuestion translator={of.translator} faults={faults} changed={changed} />}
    >
      <p class="govuk-body">
        <StateTag translator={of.translator} state={question.state} side="town" />
      </p>
      {question.page !== null && (
        <p class="govuk-body">
          {t('questions.from')}{' '}
          <a class="govuk-link" href={question.page}>
            <bdi dir="ltr">{question.page}</bdi>
          </a>
        </p>
      )}
      <MessageList
        translator={of.translator}
        messages={messages}
        takeOut={urls.townQuestionAct(town, question.id, 'take-out')}
      />
      <Write {...props} />
      {question.state !== 'closed' && (
        <form method="post" action={urls.townQuestionAct(town, question.id, 'close')}>
          <input type="hidden" name="revision" value={`${question.revision}`} />
          <Button classes="govuk-button--secondary" preventDoubleClick>
            {t('questions.close')}
          </Button>
        </form>
      )}
    </OfficeFrame>
  )
}
