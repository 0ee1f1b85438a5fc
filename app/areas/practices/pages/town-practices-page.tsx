import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import { longDate } from '../../../ui/dates.ts'
import { urls } from '../../../urls.ts'
import type { DoneNotice, PracticesFrame } from '../office-request.ts'
import type { State } from '../state-rules.ts'
import { PracticesPageFrame } from './practices-frame.tsx'
import { type QuestionLine, QuestionList } from './question-list.tsx'

interface Titled {
  readonly id: string
  readonly title: string
  /** Of the language that it is written in. */
  readonly tag: string
}

export interface TownPracticesPageProps {
  readonly frame: PracticesFrame
  readonly practices: readonly (Titled & {
    readonly state: State
    readonly isPublic: boolean
    /** ISO date. */
    readonly changed: string
  })[]
  /** Practices of others that the town says it uses. */
  readonly used: readonly Titled[]
  readonly questions: readonly QuestionLine[]
  readonly done: DoneNotice | undefined
}

const colours = {
  draft: 'govuk-tag--grey',
  submitted: 'govuk-tag--blue',
  returned: 'govuk-tag--yellow',
  published: 'govuk-tag--green',
  withdrawn: 'govuk-tag--grey',
} as const satisfies Record<State, string>

function Own({ frame, practices }: TownPracticesPageProps) {
  const { translator } = frame.of
  const { t } = translator
  if (practices.length === 0) return <p class="govuk-body">{t('practices.town.none')}</p>
  return (
    <SummaryList
      rows={practices.map(({ id, title, tag, state, isPublic, changed }) => ({
        key: <bdi lang={tag}>{title}</bdi>,
        value: (
          <>
            <Tag classes={colours[state]}>{t(`practices.state.${state}`)}</Tag>{' '}
            {isPublic && state !== 'published' && (
              <Tag classes="govuk-tag--green">{t('practices.state.olderPublic')}</Tag>
            )}
            <p class="govuk-body-s govuk-!-margin-bottom-0 govuk-!-margin-top-1">
              {t('practices.town.changed', { date: longDate(translator, changed) })}
            </p>
          </>
        ),
        actions: [
          {
            href: urls.practiceDraft(frame.practices, id),
            text: t('practices.town.open'),
            visuallyHiddenText: title,
          },
        ],
      }))}
    />
  )
}

/** What a town tells of its own work, what it takes from others, what it asks and is asked. */
export function TownPracticesPage(props: TownPracticesPageProps) {
  const { frame, used, done } = props
  const { t, language } = frame.of.translator
  return (
    <PracticesPageFrame frame={frame} title={t('practices.title')} back="none" done={done}>
      <p class="govuk-body">{t('practices.town.about')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.practiceNew(frame.practices)}>
          {t('practices.form.new')}
        </a>
      </p>
      <Own {...props} />
      <QuestionList frame={frame} questions={props.questions} />
      <h2 class="govuk-heading-m">{t('practices.town.others')}</h2>
      <p class="govuk-body">
        {t('practices.town.othersAbout')}{' '}
        <a class="govuk-link" href={urls.practices(language)}>
          {t('practices.library.title')}
        </a>
      </p>
      {used.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {used.map(({ id, title, tag }) => (
            <li>
              <a class="govuk-link" href={urls.otherPractice(frame.practices, id)}>
                <bdi lang={tag}>{title}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
    </PracticesPageFrame>
  )
}
