import { Button } from '../../../ui/components/button/button.tsx'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import type { WrittenIn } from '../../../ui/written-in.ts'
import { urls } from '../../../urls.ts'
import type { Block } from '../markdown.ts'
import { Markdown } from './markdown.tsx'
import { type ToolkitOfficeFrame, ToolkitPageFrame } from './office-frame.tsx'

interface Shown extends WrittenIn {
  readonly title: string
  readonly summary: string
  readonly link: string
  readonly blocks: readonly Block[]
}

export interface ReviewPageProps {
  readonly frame: ToolkitOfficeFrame
  readonly id: string
  readonly revision: number
  readonly language: string
  readonly from: string
  readonly original: Shown
  readonly translation: Shown
  readonly safeguarding: boolean
  /** Whoever wrote it does not decide. */
  readonly own: boolean
  readonly fault: 'choice' | 'reasons' | 'changed' | 'older' | undefined
  readonly decision: string
  readonly reasons: string
}

function Text({ text, title }: { readonly text: Shown; readonly title: string }) {
  return (
    <section aria-label={title}>
      <h2 class="govuk-heading-m">{title}</h2>
      <div class="office-said" lang={text.lang} dir={text.dir}>
        <p class="govuk-body">
          <strong>{text.title}</strong>
        </p>
        <p class="govuk-body">{text.summary}</p>
        {text.link !== '' && (
          <p class="govuk-body">
            <bdi dir="ltr">{text.link}</bdi>
          </p>
        )}
        <Markdown blocks={text.blocks} />
      </div>
    </section>
  )
}

function Decide({ frame, id, revision, fault, decision, reasons }: ReviewPageProps) {
  const { t } = frame.of.translator
  const prefix = t('checklist.office.form.error')
  return (
    <form method="post" action={urls.resourceOfferReview(id)} novalidate>
      <input type="hidden" name="revision" value={`${revision}`} />
      <Radios
        name="decision"
        legend={t('toolkit.review.decide')}
        legendClasses="govuk-fieldset__legend--m"
        value={decision}
        items={[
          { value: 'publish', text: t('toolkit.review.publish') },
          { value: 'return', text: t('toolkit.review.return') },
        ]}
        error={fault === 'choice' ? { prefix, text: t('toolkit.error.choice') } : undefined}
      />
      <Textarea
        name="reasons"
        label={t('toolkit.review.reasons')}
        labelClasses="govuk-label--s"
        rows={4}
        value={reasons}
        error={fault === 'reasons' ? { prefix, text: t('toolkit.error.reasons') } : undefined}
      />
      <Button preventDoubleClick>{t('toolkit.review.submit')}</Button>
    </form>
  )
}

/** The original, the translation, and the decision. */
export function ToolkitReviewPage(props: ReviewPageProps) {
  const { frame, language, from, original, translation, safeguarding, own, fault } = props
  const { t } = frame.of.translator
  const href = fault === 'choice' ? '#decision' : '#reasons'
  return (
    <ToolkitPageFrame
      frame={frame}
      title={t('toolkit.review.title', { language })}
      caption={from}
      refused={fault !== undefined}
      first={
        fault && (
          <ErrorSummary
            title={t('checklist.office.form.errors')}
            errors={[{ text: t(`toolkit.error.${fault}`), href }]}
          />
        )
      }
    >
      <InsetText>{t(safeguarding ? 'toolkit.review.safeguarding' : 'toolkit.review.about')}</InsetText>
      <Text text={translation} title={t('toolkit.review.translation')} />
      <Text text={original} title={t('toolkit.review.original')} />
      {own ? <p class="govuk-body">{t('toolkit.review.own')}</p> : <Decide {...props} />}
    </ToolkitPageFrame>
  )
}
