import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import type { PartyPlace } from '../../../urls/conclusion-urls.ts'
import { urls } from '../../../urls.ts'
import type { DoneNotice } from '../office-request.ts'
import { ConclusionPageFrame, type FormProps, Line, Said, Text, typed } from './conclusion-frame.tsx'

export interface QuestionView {
  readonly id: string
  readonly by: string
  readonly body: string
  readonly language: string
  readonly answered: boolean
  readonly answer: string
  readonly answerLanguage: string
}

interface LinkView {
  readonly href: string
  readonly text: string
}

function One({ frame, one }: Pick<FormProps, 'frame'> & { readonly one: QuestionView }) {
  const { t } = frame.of.translator
  return (
    <>
      <h3 class="govuk-heading-s">
        <bdi>{one.by}</bdi>
        {one.answered && [' ', <Tag classes="govuk-tag--green">{t('conclusion.question.answered')}</Tag>]}
      </h3>
      <Said frame={frame} language={one.language}>
        {one.body}
      </Said>
      {one.answer !== '' && (
        <>
          <p class="govuk-hint">{t('conclusion.question.answer')}</p>
          <Said frame={frame} language={one.answerLanguage}>
            {one.answer}
          </Said>
        </>
      )}
    </>
  )
}

export interface AtMeetingPageProps extends FormProps {
  readonly place: PartyPlace
  readonly year: number
  readonly links: readonly LinkView[]
  readonly questions: readonly QuestionView[]
  readonly fresh: string
  readonly done: DoneNotice | undefined
}

/** What a town or an association has before it at the meeting. */
export function AtMeetingPage(props: AtMeetingPageProps) {
  const { frame, place, year, links, questions, fresh, faults, done } = props
  const { t } = frame.of.translator
  return (
    <ConclusionPageFrame
      frame={frame}
      title={t('conclusion.at.title', { year: `${year}` })}
      faults={faults}
      done={done}
    >
      <ul class="govuk-list">
        {links.map(({ href, text }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">{t('conclusion.question.title')}</h2>
      <p class="govuk-body">{t('conclusion.question.about')}</p>
      {questions.map((one) => (
        <section>
          <One frame={frame} one={one} />
        </section>
      ))}
      <form method="post" action={urls.partyAtMeeting(place, year)} novalidate>
        <input type="hidden" name="id" value={typed(props, 'id') || fresh} />
        <Text {...props} name="body" label={t('conclusion.question.body')} hint={t('conclusion.question.bodyHint')} />
        <Button preventDoubleClick>{t('conclusion.question.send')}</Button>
      </form>
    </ConclusionPageFrame>
  )
}

export interface QuestionsPageProps extends Pick<FormProps, 'frame'> {
  readonly year: number
  readonly questions: readonly QuestionView[]
  readonly done: DoneNotice | undefined
}

/** Questions to a meeting, for whoever chairs it. */
export function QuestionsPage({ frame, year, questions, done }: QuestionsPageProps) {
  const { t } = frame.of.translator
  return (
    <ConclusionPageFrame
      frame={frame}
      title={t('conclusion.question.title')}
      caption={t('conclusion.at.title', { year: `${year}` })}
      done={done}
    >
      {questions.length === 0 && <p class="govuk-body">{t('conclusion.question.none')}</p>}
      {questions.map((one) => (
        <section>
          <One frame={frame} one={one} />
          <p class="govuk-body">
            <a class="govuk-link" href={urls.officeMeetingQuestion(year, one.id)}>
              {t('conclusion.question.chair')}
              <span class="govuk-visually-hidden"> ({one.by})</span>
            </a>
          </p>
        </section>
      ))}
    </ConclusionPageFrame>
  )
}

export interface ChairPageProps extends FormProps {
  readonly year: number
  readonly question: QuestionView
  readonly revision: number
  readonly changed: boolean
}

/** One of them. */
export function ChairPage(props: ChairPageProps) {
  const { frame, year, question, revision, faults, fields, changed } = props
  const { t } = frame.of.translator
  return (
    <ConclusionPageFrame frame={frame} title={t('conclusion.question.chair')} faults={faults} changed={changed}>
      <One frame={frame} one={{ ...question, answer: '' }} />
      <form method="post" action={urls.officeMeetingQuestion(year, question.id)} novalidate>
        <input type="hidden" name="revision" value={`${revision}`} />
        <Line {...props} name="position" label={t('conclusion.question.position')} width="govuk-input--width-4" />
        <Text {...props} name="answer" label={t('conclusion.question.answer')} />
        {(['answered', 'published'] as const).map((name) => (
          <Checkboxes
            name={name}
            values={fields.get(name) ?? []}
            items={[{ value: 'yes', text: t(`conclusion.question.tick.${name}`) }]}
          />
        ))}
        <Button preventDoubleClick>{t('conclusion.save')}</Button>
      </form>
    </ConclusionPageFrame>
  )
}
