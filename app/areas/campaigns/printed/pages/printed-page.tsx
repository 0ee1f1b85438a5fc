import { Button } from '../../../../ui/components/button/button.tsx'
import { Select } from '../../../../ui/components/select/select.tsx'
import { Textarea } from '../../../../ui/components/textarea/textarea.tsx'
import { urls } from '../../../../urls.ts'
import type { Campaign } from '../../campaign-rules.ts'
import { errorAt, type FormError, type UnionFrame, UnionPage } from '../../pages/union-frame.tsx'

export interface PrintedPageProps {
  readonly frame: UnionFrame
  readonly campaign: Pick<Campaign, 'id' | 'name'>
  readonly letters: number
  readonly unprinted: number
  /** In their order. */
  readonly files: readonly { readonly value: string; readonly letters: number }[]
  readonly sender: string
  readonly part: string
  readonly errors: readonly FormError[]
}

/** Letters to print: one file, or one for each some thousand. */
export function PrintedPage(props: PrintedPageProps) {
  const { frame, campaign, letters, unprinted, files, sender, part, errors } = props
  const { t } = frame.of.translator
  let before = 0
  const parts = files.flatMap(({ value, letters: inFile }) => {
    const [from, to] = [before + 1, before + inFile]
    before = to
    return inFile > 0 ? [{ value, text: t('campaigns.printed.part', { from: `${from}`, to: `${to}` }) }] : []
  })
  return (
    <UnionPage
      frame={frame}
      title={t('campaigns.printed.title')}
      caption={campaign.name}
      errors={errors}
      back={{ href: urls.campaign(frame.union, campaign.id), text: t('campaigns.backToOne') }}
    >
      <p class="govuk-body">{t('campaigns.printed.count', { letters, unprinted: `${unprinted}` })}</p>
      {letters > 0 && (
        <>
          <p class="govuk-body">{t('campaigns.printed.about')}</p>
          <form method="post" action={urls.campaignPart(frame.union, campaign.id, 'printed')} novalidate>
            <Textarea
              name="sender"
              label={t('campaigns.printed.sender')}
              hint={t('campaigns.printed.senderHint')}
              rows={4}
              dir="auto"
              value={sender}
              error={errorAt(frame, errors, 'sender')}
            />
            <Select name="part" label={t('campaigns.printed.which')} value={part} items={parts} />
            <Button>{t('campaigns.printed.submit')}</Button>
          </form>
        </>
      )}
    </UnionPage>
  )
}
