import { Button } from '../../../../ui/components/button/button.tsx'
import { Radios } from '../../../../ui/components/radios/radios.tsx'
import { TextInput } from '../../../../ui/components/text-input/text-input.tsx'
import { urls } from '../../../../urls.ts'
import type { Campaign } from '../../campaign-rules.ts'
import { errorAt, type FormError, type UnionFrame, UnionPage } from '../../pages/union-frame.tsx'
import type { ReplyAddress } from '../reply-rules.ts'

export interface ReplyPageProps {
  readonly frame: UnionFrame
  readonly campaign: Pick<Campaign, 'id' | 'name' | 'revision'>
  readonly addresses: readonly ReplyAddress[]
  /** The value that stands for one that is typed. */
  readonly another: string
  readonly chosen: string
  readonly typed: string
  readonly errors: readonly FormError[]
  readonly conflict: boolean
  readonly done: string | undefined
}

/** Where towns answer. */
export function ReplyPage(props: ReplyPageProps) {
  const { frame, campaign, addresses, another, chosen, typed, errors, conflict, done } = props
  const { t } = frame.of.translator
  const waiting = addresses.filter(({ confirmed }) => !confirmed)
  const confirmed = addresses.filter((one) => one.confirmed)
  const email = (
    <TextInput
      name="email"
      type="email"
      dir="ltr"
      spellcheck={false}
      label={t('campaigns.reply.email')}
      hint={t('campaigns.reply.emailHint')}
      value={typed}
      error={errorAt(frame, errors, 'email')}
    />
  )
  return (
    <UnionPage
      frame={frame}
      title={t('campaigns.step.reply')}
      caption={campaign.name}
      errors={errors}
      conflict={conflict}
      done={done}
      back={{ href: urls.campaign(frame.union, campaign.id), text: t('campaigns.backToOne') }}
    >
      <p class="govuk-body">{t('campaigns.reply.about')}</p>
      {waiting.map((one) => (
        <p class="govuk-body">
          <bdi>{one.email}</bdi>
          {t('ui.colonAfter', { what: '' })} {t('campaigns.reply.waiting')}
        </p>
      ))}
      <form method="post" action={urls.campaignPart(frame.union, campaign.id, 'reply')} novalidate>
        <input type="hidden" name="revision" value={`${campaign.revision}`} />
        {confirmed.length === 0 ? (
          <>
            <input type="hidden" name="address" value={another} />
            {email}
          </>
        ) : (
          <Radios
            name="address"
            legend={t('campaigns.reply.which')}
            value={chosen}
            error={errorAt(frame, errors, 'address')}
            items={[
              ...confirmed.map((one) => ({ value: one.id, text: <bdi>{one.email}</bdi> })),
              { value: another, text: t('campaigns.reply.another'), conditional: email },
            ]}
          />
        )}
        <Button preventDoubleClick>{t('checklist.office.form.save')}</Button>
      </form>
    </UnionPage>
  )
}
