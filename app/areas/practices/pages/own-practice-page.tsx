import { Button } from '../../../ui/components/button/button.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { urls } from '../../../urls.ts'
import type { RequiredField } from '../form-rules.ts'
import type { DoneNotice, PracticesFrame } from '../office-request.ts'
import type { FactRow, SaidPart } from '../present-practice.ts'
import type { State } from '../state-rules.ts'
import { PracticesPageFrame, Said } from './practices-frame.tsx'

export interface OwnPracticePageProps {
  readonly frame: PracticesFrame
  readonly practice: {
    readonly id: string
    readonly state: State
    readonly isPublic: boolean
    readonly version: number | null
    readonly reasons: string
    /** Of the text. */
    readonly tag: string
  }
  readonly title: string
  readonly words: readonly SaidPart[]
  readonly rows: readonly FactRow[]
  readonly evidence: readonly string[]
  readonly missing: readonly RequiredField[]
  /** Somebody wanted to send it in, and something is missing. */
  readonly tried: boolean
  readonly done: DoneNotice | undefined
}

function Standing({ frame, practice }: OwnPracticePageProps) {
  const { t, language } = frame.of.translator
  const { id, state, isPublic, reasons } = practice
  return (
    <>
      <p class="govuk-body">
        <strong>{t(`practices.standing.${state}`)}</strong>
      </p>
      {isPublic && (
        <p class="govuk-body">
          {state !== 'published' && `${t('practices.standing.olderPublic')} `}
          <a class="govuk-link" href={urls.practice(language, id)}>
            {t('practices.own.public')}
          </a>
        </p>
      )}
      {state === 'returned' && reasons !== '' && (
        <InsetText>
          <p class="govuk-body govuk-!-font-weight-bold">{t('practices.own.reasons')}</p>
          <p class="govuk-body office-said" dir="auto">
            {reasons}
          </p>
        </InsetText>
      )}
    </>
  )
}

function Missing({ frame, practice, missing }: OwnPracticePageProps) {
  const { t } = frame.of.translator
  if (missing.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('practices.own.missing')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {missing.map((field) => (
          <li>
            <a class="govuk-link" href={`${urls.practiceEdit(frame.practices, practice.id)}#${field}`}>
              {t(`practices.form.${field}`)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function Acts({ frame, practice, missing }: OwnPracticePageProps) {
  const { t } = frame.of.translator
  const { id, state, isPublic } = practice
  const act = (name: 'submit' | 'withdraw') => urls.practiceAct(frame.practices, id, name)
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.practiceEdit(frame.practices, id)}>
          {t('practices.form.change')}
        </a>
      </p>
      {(state === 'draft' || state === 'returned') && missing.length === 0 && (
        <form method="post" action={act('submit')}>
          <p class="govuk-body">{t('practices.own.submitAbout')}</p>
          <Button preventDoubleClick>{t('practices.own.submit')}</Button>
        </form>
      )}
      <Details summary={t(isPublic ? 'practices.own.withdraw' : 'practices.own.delete')}>
        <form method="post" action={act('withdraw')}>
          <p class="govuk-body">{t(isPublic ? 'practices.own.withdrawAbout' : 'practices.own.deleteAbout')}</p>
          <Button classes="govuk-button--warning" preventDoubleClick>
            {t(isPublic ? 'practices.own.withdraw' : 'practices.own.delete')}
          </Button>
        </form>
      </Details>
    </>
  )
}

/** One of a town's own: where it stands, what is missing, what it says. */
export function OwnPracticePage(props: OwnPracticePageProps) {
  const { frame, practice, title, missing, tried, done } = props
  const { t } = frame.of.translator
  const errors = missing.map((field) => ({
    text: t(`practices.form.${field}`),
    href: `${urls.practiceEdit(frame.practices, practice.id)}#${field}`,
  }))
  return (
    <PracticesPageFrame
      frame={frame}
      title={title}
      done={done}
      refused={tried}
      first={tried && <ErrorSummary title={t('practices.own.tried')} errors={errors} />}
    >
      <Standing {...props} />
      <Missing {...props} />
      <Acts {...props} />
      <Said {...props} tag={practice.tag} />
    </PracticesPageFrame>
  )
}
