import { Button } from '../../../ui/components/button/button.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { urls } from '../../../urls.ts'
import type { TextChange } from '../text-changes.ts'
import { Decide, type DecideProps, Refusal, type Shown, Text } from './decide-form.tsx'
import { ToolkitPageFrame } from './office-frame.tsx'
import { TextChanges } from './text-changes.tsx'

export interface DraftReviewPageProps extends Omit<DecideProps, 'action'> {
  readonly id: string
  readonly text: Shown
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly articles: readonly number[]
  readonly sources: readonly string[]
  /** Since the revision that is public. */
  readonly changes: readonly TextChange[]
  readonly file: { readonly href: string; readonly words: string } | undefined
  readonly safeguarding: boolean
  /** Whoever wrote it does not decide. */
  readonly own: boolean
}

/** The original as it will be, and the decision. */
export function DraftReviewPage(props: DraftReviewPageProps) {
  const { frame, id, text, facts, articles, sources, file, safeguarding, own, fault } = props
  const { t } = frame.of.translator
  return (
    <ToolkitPageFrame
      frame={frame}
      title={t('toolkit.original.review')}
      refused={fault !== undefined}
      first={<Refusal frame={frame} fault={fault} />}
    >
      <InsetText>{t(safeguarding ? 'toolkit.review.safeguarding' : 'toolkit.original.about')}</InsetText>
      <Text text={text} title={text.title} />
      {file && (
        <p class="govuk-body">
          <a class="govuk-link" href={file.href}>
            {t('files.present')}
          </a>{' '}
          <bdi>{file.words}</bdi>
        </p>
      )}
      <SummaryList
        rows={[
          ...facts.map(({ label, value }) => ({ key: label, value })),
          { key: t('toolkit.original.articles'), value: articles.join(', ') },
          { key: t('toolkit.sources'), value: <bdi dir="ltr">{sources.join(' ')}</bdi> },
        ]}
      />
      <TextChanges title={t('toolkit.original.changed')} changes={props.changes} words={props.text} />
      {own ? (
        <p class="govuk-body">{t('toolkit.review.own')}</p>
      ) : (
        <Decide {...props} action={urls.resourceDraft(id)} />
      )}
      {own && (
        <form method="post" action={urls.resourceDraftDiscard(id)}>
          <Button classes="govuk-button--warning" preventDoubleClick>
            {t('toolkit.original.discard')}
          </Button>
        </form>
      )}
    </ToolkitPageFrame>
  )
}
