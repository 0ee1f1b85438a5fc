import { urls } from '../../../urls.ts'
import type { DoneNotice, PracticesFrame } from '../office-request.ts'
import { PracticesPageFrame } from './practices-frame.tsx'
import { type QuestionLine, QuestionList } from './question-list.tsx'

export interface AskedPageProps {
  readonly frame: PracticesFrame
  readonly questions: readonly QuestionLine[]
  readonly done: DoneNotice | undefined
}

/** What an association does with practices of towns: it reads, translates and asks. */
export function AskedPage({ frame, questions, done }: AskedPageProps) {
  const { t, language } = frame.of.translator
  return (
    <PracticesPageFrame frame={frame} title={t('practices.title')} back="none" done={done}>
      <p class="govuk-body">
        {t('practices.asked.about')}{' '}
        <a class="govuk-link" href={urls.practices(language)}>
          {t('practices.library.title')}
        </a>
      </p>
      <QuestionList frame={frame} questions={questions} />
    </PracticesPageFrame>
  )
}
