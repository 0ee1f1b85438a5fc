import { Tag } from '../../../ui/components/tag/tag.tsx'
import { urls } from '../../../urls.ts'
import type { PracticesFrame } from '../office-request.ts'

export interface QuestionLine {
  readonly id: string
  /** Of the practice, with its language. */
  readonly title: string
  readonly tag: string
  /** With whom. */
  readonly other: string
  /** For this office. */
  readonly waits: boolean
}

/** What an office asks others about their practices, and is asked. */
export function QuestionList({
  frame,
  questions,
}: {
  readonly frame: PracticesFrame
  readonly questions: readonly QuestionLine[]
}) {
  const { t } = frame.of.translator
  if (questions.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('practices.town.questions')}</h2>
      <ul class="govuk-list govuk-list--spaced">
        {questions.map(({ id, title, tag, other, waits }) => (
          <li>
            <a class="govuk-link" href={urls.practiceQuestion(frame.practices, id)}>
              <bdi lang={tag}>{title}</bdi>
            </a>{' '}
            · <bdi>{other}</bdi> {waits && <Tag classes="govuk-tag--yellow">{t('practices.town.waits')}</Tag>}
          </li>
        ))}
      </ul>
    </>
  )
}
