import { Button } from '../../../ui/components/button/button.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { Refused } from '../../../ui/layout/refused.tsx'
import { urls } from '../../../urls.ts'
import type { DoneNotice, PracticesFrame } from '../office-request.ts'
import type { FactRow, SaidPart } from '../present-practice.ts'
import type { Conflict } from '../state-rules.ts'
import { PracticesPageFrame, Said } from './practices-frame.tsx'

export interface ReviewPageProps {
  readonly frame: PracticesFrame
  readonly practice: { readonly id: string; readonly revision: number; readonly waits: boolean }
  readonly title: string
  /** Of the text. */
  readonly tag: string
  /** With its country. */
  readonly town: string
  readonly words: readonly SaidPart[]
  readonly rows: readonly FactRow[]
  readonly evidence: readonly string[]
  /** What is public now, where the new version differs. */
  readonly before: readonly { readonly part: string; readonly text: string }[]
  readonly conflict: Conflict | undefined
  readonly mayTakeDown: boolean
  readonly publicHref: string | undefined
  readonly done: DoneNotice | undefined
  readonly fault?: 'reasonsMissing' | 'long' | 'choice' | undefined
  readonly reasons?: string
  readonly decision?: string
  readonly changed?: boolean
}

const checks = ['clear', 'children', 'results', 'copy'] as const

function Decide(props: ReviewPageProps) {
  const { frame, practice, mayTakeDown, fault, reasons = '', decision } = props
  const { t } = frame.of.translator
  const prefix = t('checklist.office.form.error')
  const choices = [
    ...(practice.waits ? (['publish', 'return'] as const) : []),
    ...(mayTakeDown ? (['take-down'] as const) : []),
  ]
  if (choices.length === 0) return null
  return (
    <form method="post" action={urls.practiceReview(practice.id)} novalidate>
      <h2 class="govuk-heading-m">{t('practices.review.decide')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {checks.map((one) => (
          <li>{t(`practices.review.check.${one}`)}</li>
        ))}
      </ul>
      <input type="hidden" name="revision" value={`${practice.revision}`} />
      <Radios
        name="decision"
        legend={t('practices.review.choice')}
        legendClasses="govuk-fieldset__legend--s"
        value={decision}
        error={fault === 'choice' ? { prefix, text: t('practices.error.choice') } : undefined}
        items={choices.map((value) => ({ value, text: t(`practices.review.${value}`) }))}
      />
      <Textarea
        name="reasons"
        label={t('practices.review.reasons')}
        labelClasses="govuk-label--s"
        hint={t('practices.review.reasonsHint')}
        rows={5}
        dir="auto"
        value={reasons}
        error={fault && fault !== 'choice' ? { prefix, text: t(`practices.error.${fault}`) } : undefined}
      />
      <Button preventDoubleClick>{t('practices.review.submit')}</Button>
    </form>
  )
}

/** One that waits, or is public: as it would be read, and the decision. */
export function ReviewPage(props: ReviewPageProps) {
  const { frame, title, town, before, conflict, publicHref, done, fault, changed = false } = props
  const { t } = frame.of.translator
  const href = fault === 'choice' ? '#decision' : '#reasons'
  return (
    <PracticesPageFrame
      frame={frame}
      title={title}
      caption={town}
      done={done}
      refused={fault !== undefined || changed}
      first={
        <Refused
          translator={frame.of.translator}
          errors={fault ? [{ text: t(`practices.error.${fault}`), href }] : []}
          changed={changed ? t('practices.review.changed') : undefined}
        />
      }
    >
      {publicHref && (
        <p class="govuk-body">
          {before.length > 0 && `${t('practices.review.newVersion')} `}
          <a class="govuk-link" href={publicHref}>
            {t('practices.own.public')}
          </a>
        </p>
      )}
      <Said {...props} />
      {conflict ? <InsetText>{t(`practices.conflict.${conflict}`)}</InsetText> : <Decide {...props} />}
    </PracticesPageFrame>
  )
}
