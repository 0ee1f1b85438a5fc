import { Tag } from '../../../ui/components/tag/tag.tsx'
import { longDate } from '../../../ui/dates.ts'
import { urls } from '../../../urls.ts'
import type { DoneNotice, PracticesFrame } from '../office-request.ts'
import type { Conflict } from '../state-rules.ts'
import { PracticesPageFrame } from './practices-frame.tsx'
import { type QuestionLine, QuestionList } from './question-list.tsx'

export interface DeskPageProps {
  readonly frame: PracticesFrame
  readonly waiting: readonly {
    readonly id: string
    readonly title: string
    readonly tag: string
    readonly town: string
    readonly country: string
    /** ISO date. */
    readonly since: string
    /** Why this person does not decide about it. */
    readonly conflict: Conflict | undefined
  }[]
  /** Of the secretariat. */
  readonly questions: readonly QuestionLine[]
  /** The secretariat puts collections together. */
  readonly collects: boolean
  readonly done: DoneNotice | undefined
}

/** What waits for reviewers. */
export function DeskPage({ frame, waiting, questions, collects, done }: DeskPageProps) {
  const { translator } = frame.of
  const { t, language } = translator
  return (
    <PracticesPageFrame frame={frame} title={t('practices.title')} back="none" done={done}>
      <p class="govuk-body">{t('practices.desk.about')}</p>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={urls.practices(language)}>
            {t('practices.library.title')}
          </a>
        </li>
        {collects && (
          <li>
            <a class="govuk-link" href={urls.practiceCollections()}>
              {t('practices.collections.title')}
            </a>
          </li>
        )}
      </ul>
      <QuestionList frame={frame} questions={questions} />
      <h2 class="govuk-heading-m">{t('practices.desk.waiting')}</h2>
      {waiting.length === 0 && <p class="govuk-body">{t('practices.desk.none')}</p>}
      <ul class="govuk-list govuk-list--spaced">
        {waiting.map(({ id, title, tag, town, country, since, conflict }) => (
          <li class="office-item">
            <a class="govuk-link" href={urls.practiceReview(id)}>
              <bdi lang={tag}>{title}</bdi>
            </a>
            <p class="govuk-hint govuk-!-margin-bottom-1">
              <bdi>{town}</bdi> · {country} · {t('practices.desk.since', { date: longDate(translator, since) })}
            </p>
            {conflict && <Tag classes="govuk-tag--grey">{t(`practices.conflict.${conflict}`)}</Tag>}
          </li>
        ))}
      </ul>
    </PracticesPageFrame>
  )
}
