import { Button } from '../../../ui/components/button/button.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { urls } from '../../../urls.ts'
import type { TextChange } from '../text-changes.ts'
import { Decide, type DecideProps, Refusal, type Shown, Text } from './decide-form.tsx'
import { ToolkitPageFrame } from './office-frame.tsx'

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

function Changes({ frame, changes, text }: DraftReviewPageProps) {
  const { t } = frame.of.translator
  if (changes.length === 0) return null
  return (
    <Details summary={t('toolkit.original.changed')} open>
      {changes.map(({ before, now }) => (
        <div lang={text.lang} dir={text.dir}>
          {before.map((line) => (
            <p class="govuk-body">
              <del>{line}</del>
            </p>
          ))}
          {now.map((line) => (
            <p class="govuk-body">
              <ins>{line}</ins>
            </p>
          ))}
        </div>
      ))}
    </Details>
  )
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
      <Changes {...props} />
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
