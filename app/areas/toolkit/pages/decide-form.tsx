/** What somebody reads before they decide, and the form in which they do. */
import { Button } from '../../../ui/components/button/button.tsx'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import type { WrittenIn } from '../../../ui/written-in.ts'
import type { Block } from '../markdown.ts'
import { Markdown } from './markdown.tsx'
import type { ToolkitOfficeFrame } from './office-frame.tsx'

export interface Shown extends WrittenIn {
  readonly title: string
  readonly summary: string
  readonly link: string
  readonly blocks: readonly Block[]
}

export interface Typed {
  readonly fault?: 'choice' | 'reasons' | 'changed' | 'older'
  readonly decision?: string
  readonly reasons?: string
}

export interface DecideProps {
  readonly frame: ToolkitOfficeFrame
  readonly action: string
  readonly revision: number
  readonly fault: Typed['fault'] | undefined
  readonly decision: string
  readonly reasons: string
}

export function Refusal({ frame, fault }: Pick<DecideProps, 'frame' | 'fault'>) {
  const { t } = frame.of.translator
  if (!fault) return null
  const href = fault === 'choice' ? '#decision' : '#reasons'
  return (
    <ErrorSummary title={t('checklist.office.form.errors')} errors={[{ text: t(`toolkit.error.${fault}`), href }]} />
  )
}

export function Text({ text, title }: { readonly text: Shown; readonly title: string }) {
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

export function Decide({ frame, action, revision, fault, decision, reasons }: DecideProps) {
  const { t } = frame.of.translator
  const prefix = t('checklist.office.form.error')
  return (
    <form method="post" action={action} novalidate>
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
