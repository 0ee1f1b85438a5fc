import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'
import { PageLinks, type PagesView } from '../../checklist/index.ts'
import type { QuestionLine } from '../present-question.ts'
import { StateTag } from './message-list.tsx'

export interface TownQuestionsPageProps {
  readonly of: OfficeFor
  readonly workplace: OfficeFrameProps['workplace']
  readonly town: Parameters<typeof urls.officeTown>[0]
  readonly questions: readonly QuestionLine[]
  readonly pages: PagesView
  /** False: the town belongs to no association. */
  readonly mayAsk: boolean
}

function Questions({ of, town, questions }: TownQuestionsPageProps) {
  const { t } = of.translator
  return (
    <SummaryList
      rows={questions.map(({ id, subject, state, place, when }) => ({
        key: <bdi>{subject}</bdi>,
        value: (
          <>
            <StateTag translator={of.translator} state={state} side="town" />
            <p class="govuk-body-s govuk-!-margin-bottom-0 govuk-!-margin-top-1">
              <bdi>{place}</bdi> · {when}
            </p>
          </>
        ),
        actions: [{ href: urls.townQuestion(town, id), text: t('questions.open'), visuallyHiddenText: subject }],
      }))}
    />
  )
}

/** What a town has asked its association. */
export function TownQuestionsPage(props: TownQuestionsPageProps) {
  const { of, workplace, town, questions, pages, mayAsk } = props
  const { t } = of.translator
  return (
    <OfficeFrame of={of} workplace={workplace} title={t('questions.town.title')}>
      <p class="govuk-body">{t('questions.town.about')}</p>
      {mayAsk ? (
        <Button href={urls.townQuestionNew(town)}>{t('questions.ask')}</Button>
      ) : (
        <p class="govuk-body">{t('questions.none.association')}</p>
      )}
      {questions.length > 0 ? <Questions {...props} /> : <p class="govuk-body">{t('questions.none.town')}</p>}
      <PageLinks translator={of.translator} pages={pages} href={(page) => urls.townQuestions(town, page)} />
    </OfficeFrame>
  )
}
