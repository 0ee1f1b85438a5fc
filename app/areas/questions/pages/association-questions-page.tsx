import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'
import { PageLinks, type PagesView } from '../../checklist/index.ts'
import type { QuestionLine } from '../present-question.ts'
import { type QuestionState, questionStates } from '../question-rules.ts'
import { StateTag } from './message-list.tsx'

export interface AssociationQuestionsPageProps {
  readonly of: OfficeFor
  readonly workplace: OfficeFrameProps['workplace']
  readonly association: Parameters<typeof urls.associationQuestions>[0]
  readonly questions: readonly QuestionLine[]
  /** In this state alone. */
  readonly state: QuestionState | undefined
  /** Of a town with such a name alone. */
  readonly typed: string | undefined
  readonly count: number
  readonly pages: PagesView
}

function Filter({ of, association, state, typed }: AssociationQuestionsPageProps) {
  const { t } = of.translator
  const choices = [undefined, ...questionStates]
  return (
    <>
      <nav aria-label={t('questions.list.filter')}>
        <ul class="office-bar__list govuk-body">
          {choices.map((one) => (
            <li>
              <a
                class="govuk-link"
                href={urls.associationQuestions(association, one)}
                aria-current={one === state && typed === undefined ? 'true' : undefined}
              >
                {one === undefined ? t('questions.list.all') : t(`questions.state.association.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form method="post" action={urls.associationQuestionsFind(association)}>
        <TextInput
          name="town"
          label={t('questions.list.town')}
          dir="auto"
          value={typed ?? ''}
          classes="govuk-input--width-20"
        />
        <Button classes="govuk-button--secondary">{t('questions.list.find')}</Button>
      </form>
    </>
  )
}

function Questions({ of, association, questions }: AssociationQuestionsPageProps) {
  const { t } = of.translator
  return (
    <SummaryList
      rows={questions.map(({ id, subject, state, place, when, takenBy }) => ({
        key: <bdi>{subject}</bdi>,
        value: (
          <>
            <StateTag translator={of.translator} state={state} side="association" />
            <p class="govuk-body-s govuk-!-margin-bottom-0 govuk-!-margin-top-1">
              <bdi>{place}</bdi> · {when}
              {takenBy !== undefined && (
                <>
                  {' '}
                  · <bdi>{takenBy}</bdi>
                </>
              )}
            </p>
          </>
        ),
        actions: [
          { href: urls.associationQuestion(association, id), text: t('questions.open'), visuallyHiddenText: subject },
        ],
      }))}
    />
  )
}

/** What its towns ask an association: what has waited longest first. */
export function AssociationQuestionsPage(props: AssociationQuestionsPageProps) {
  const { of, workplace, association, questions, state, typed, count, pages } = props
  const { t } = of.translator
  return (
    <OfficeFrame of={of} workplace={workplace} title={t('questions.association.title')}>
      <p class="govuk-body">{t('questions.association.about')}</p>
      <Filter {...props} />
      <p class="govuk-body">{t('questions.list.count', { count })}</p>
      {typed !== undefined && count > questions.length && <p class="govuk-body">{t('questions.list.more')}</p>}
      {questions.length > 0 && <Questions {...props} />}
      <PageLinks
        translator={of.translator}
        pages={pages}
        href={(page) => urls.associationQuestions(association, state, page)}
      />
    </OfficeFrame>
  )
}
