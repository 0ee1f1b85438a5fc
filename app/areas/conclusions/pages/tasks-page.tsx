import { Button } from '../../../ui/components/button/button.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import type { TaskOffice } from '../../../urls/conclusion-urls.ts'
import { urls } from '../../../urls.ts'
import { itemStates } from '../conclusion-rules.ts'
import type { DoneNotice } from '../office-request.ts'
import {
  type ConclusionFrame,
  ConclusionPageFrame,
  errorOf,
  type FormProps,
  Said,
  Text,
  typed,
} from './conclusion-frame.tsx'

export interface TaskView {
  readonly id: string
  /** `2026, conclusion 3`. */
  readonly title: string
  readonly body: string
  readonly language: string
  readonly facts: readonly string[]
}

export interface TasksPageProps {
  readonly frame: ConclusionFrame
  readonly office: TaskOffice
  readonly tasks: readonly TaskView[]
  /** Of the secretariat: the first conclusions, which it begins to follow by a button. */
  readonly first: { readonly year: number; readonly followed: boolean } | undefined
  readonly done: DoneNotice | undefined
}

function First({ frame, first }: Pick<TasksPageProps, 'frame' | 'first'>) {
  const { t } = frame.of.translator
  if (!first) return null
  const title = t('conclusion.title', { year: `${first.year}` })
  if (first.followed) {
    return (
      <p class="govuk-body">
        <a class="govuk-link" href={urls.officeConclusions(first.year)}>
          {title}
        </a>
      </p>
    )
  }
  return (
    <form method="post" action={urls.followFirst()}>
      <h2 class="govuk-heading-m">{title}</h2>
      <p class="govuk-body">{t('conclusion.first.followAbout')}</p>
      <Button classes="govuk-button--secondary" preventDoubleClick>
        {t('conclusion.first.follow')}
      </Button>
    </form>
  )
}

function Facts({ facts }: Pick<TaskView, 'facts'>) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {facts.map((fact) => (
        <li>{fact}</li>
      ))}
    </ul>
  )
}

/** What an office has taken on, or is asked to. */
export function TasksPage({ frame, office, tasks, first, done }: TasksPageProps) {
  const { t } = frame.of.translator
  return (
    <ConclusionPageFrame frame={frame} title={t('conclusion.tasks.title')} done={done}>
      <p class="govuk-body">{t('conclusion.tasks.about')}</p>
      {tasks.length === 0 && <p class="govuk-body">{t('conclusion.tasks.none')}</p>}
      {tasks.map(({ id, title, body, language, facts }) => (
        <section aria-labelledby={`c-${id}`}>
          <h2 class="govuk-heading-m" id={`c-${id}`}>
            <a class="govuk-link" href={urls.task(office, id)}>
              {title}
            </a>
          </h2>
          <Said frame={frame} language={language}>
            {body}
          </Said>
          <Facts facts={facts} />
        </section>
      ))}
      <First frame={frame} first={first} />
    </ConclusionPageFrame>
  )
}

export interface NoteView {
  readonly heading: string
  readonly text: string
}

export interface TaskPageProps extends FormProps {
  readonly office: TaskOffice
  readonly task: TaskView
  readonly notes: readonly NoteView[]
  /** Asked, and not answered. */
  readonly asked: boolean
  readonly fresh: string
  readonly refused: string | undefined
  readonly done: DoneNotice | undefined
}

export function Notes({ frame, notes }: { readonly frame: ConclusionFrame; readonly notes: readonly NoteView[] }) {
  const { t } = frame.of.translator
  if (notes.length === 0) return <p class="govuk-body">{t('conclusion.noNotes')}</p>
  return (
    <SummaryList rows={notes.map(({ heading, text }) => ({ key: heading, value: <bdi class="said">{text}</bdi> }))} />
  )
}

function Answer({ frame, office, task }: TaskPageProps) {
  const { t } = frame.of.translator
  return (
    <>
      <p class="govuk-body">{t('conclusion.tasks.asked')}</p>
      {(['yes', 'no'] as const).map((answer) => (
        <form method="post" action={urls.taskAnswer(office, task.id)}>
          <input type="hidden" name="agrees" value={answer} />
          <Button classes={answer === 'no' ? 'govuk-button--secondary' : undefined} preventDoubleClick>
            {t(`conclusion.tasks.answer.${answer}`)}
          </Button>
        </form>
      ))}
    </>
  )
}

function Tell(props: TaskPageProps) {
  const { frame, office, task, fresh } = props
  const { t } = frame.of.translator
  return (
    <form method="post" action={urls.task(office, task.id)} novalidate>
      <input type="hidden" name="id" value={typed(props, 'id') || fresh} />
      <Radios
        name="state"
        legend={t('conclusion.tasks.state')}
        legendClasses="govuk-fieldset__legend--m"
        value={typed(props, 'state')}
        error={errorOf(props, 'state')}
        items={itemStates.map((state) => ({ value: state, text: t(`conclusion.state.${state}`) }))}
      />
      <Text {...props} name="note" label={t('conclusion.tasks.note')} hint={t('conclusion.tasks.noteHint')} />
      <Button preventDoubleClick>{t('conclusion.save')}</Button>
    </form>
  )
}

/** One of them: how far it is. */
export function TaskPage(props: TaskPageProps) {
  const { frame, task, notes, asked, faults, refused, done } = props
  const { t } = frame.of.translator
  return (
    <ConclusionPageFrame frame={frame} title={task.title} faults={faults} refused={refused} done={done}>
      <Said frame={frame} language={task.language}>
        {task.body}
      </Said>
      <Facts facts={task.facts} />
      {asked ? <Answer {...props} /> : <Tell {...props} />}
      <h2 class="govuk-heading-m">{t('conclusion.notes')}</h2>
      <Notes frame={frame} notes={notes} />
    </ConclusionPageFrame>
  )
}
