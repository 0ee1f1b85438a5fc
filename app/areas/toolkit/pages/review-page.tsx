import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { urls } from '../../../urls.ts'
import { Decide, Refusal, type Shown, Text, type Typed } from './decide-form.tsx'
import { type ToolkitOfficeFrame, ToolkitPageFrame } from './office-frame.tsx'

export interface ReviewPageProps {
  readonly frame: ToolkitOfficeFrame
  readonly id: string
  readonly revision: number
  readonly language: string
  readonly from: string
  readonly original: Shown
  readonly translation: Shown
  /** Of the translation. */
  readonly file: { readonly href: string; readonly words: string } | undefined
  readonly safeguarding: boolean
  /** Whoever wrote it does not decide. */
  readonly own: boolean
  readonly fault: Typed['fault'] | undefined
  readonly decision: string
  readonly reasons: string
}

/** The original, the translation, and the decision. */
export function ToolkitReviewPage(props: ReviewPageProps) {
  const { frame, language, from, original, translation, safeguarding, own, fault } = props
  const { t } = frame.of.translator
  return (
    <ToolkitPageFrame
      frame={frame}
      title={t('toolkit.review.title', { language })}
      caption={from}
      refused={fault !== undefined}
      first={<Refusal frame={frame} fault={fault} />}
    >
      <InsetText>{t(safeguarding ? 'toolkit.review.safeguarding' : 'toolkit.review.about')}</InsetText>
      <Text text={translation} title={t('toolkit.review.translation')} />
      {props.file && (
        <p class="govuk-body">
          <a class="govuk-link" href={props.file.href}>
            {t('toolkit.file.translated')}
          </a>{' '}
          <bdi>{props.file.words}</bdi>
        </p>
      )}
      <Text text={original} title={t('toolkit.review.original')} />
      {own ? (
        <p class="govuk-body">{t('toolkit.review.own')}</p>
      ) : (
        <Decide {...props} action={urls.resourceOfferReview(props.id)} />
      )}
    </ToolkitPageFrame>
  )
}
