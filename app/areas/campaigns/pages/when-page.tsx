import { Button } from '../../../ui/components/button/button.tsx'
import { DateInput } from '../../../ui/components/date-input/date-input.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { Select } from '../../../ui/components/select/select.tsx'
import { urls } from '../../../urls.ts'
import { type Campaign, type Reach, reminderChoices } from '../campaign-rules.ts'
import { ReachLines } from './campaign-page.tsx'
import { errorAt, type FormError, type UnionFrame, UnionPage } from './union-frame.tsx'

export interface WhenPageProps {
  readonly frame: UnionFrame
  readonly campaign: Pick<Campaign, 'id' | 'name' | 'revision'>
  readonly reach: Reach
  /** Mails a minute. */
  readonly pace: number
  readonly typed: {
    readonly when: string
    readonly day: string
    readonly month: string
    readonly year: string
    readonly reminder: string
  }
  readonly errors: readonly FormError[]
  readonly conflict: boolean
}

/** When it starts, and whether those who do nothing are reminded. The button is the last before letters go. */
export function WhenPage({ frame, campaign, reach, pace, typed, errors, conflict }: WhenPageProps) {
  const { t } = frame.of.translator
  const part = (name: 'day' | 'month' | 'year') => ({
    ...{ name, label: t(`checklist.office.form.${name}`), value: typed[name] },
    width: name === 'year' ? (4 as const) : (2 as const),
  })
  return (
    <UnionPage
      frame={frame}
      title={t('campaigns.step.when')}
      caption={campaign.name}
      errors={errors}
      conflict={conflict}
      back={{ href: urls.campaign(frame.union, campaign.id), text: t('campaigns.backToOne') }}
    >
      <ReachLines frame={frame} reach={reach} />
      <p class="govuk-body govuk-!-margin-top-4">
        {t('campaigns.when.pace', { count: `${pace}`, hours: Math.round(reach.mail / pace / 60) })}
      </p>
      <form method="post" action={urls.campaignPart(frame.union, campaign.id, 'when')} novalidate>
        <input type="hidden" name="revision" value={`${campaign.revision}`} />
        <Radios
          name="when"
          legend={t('campaigns.when.legend')}
          value={typed.when}
          error={errorAt(frame, errors, 'when')}
          items={[
            { value: 'now', text: t('campaigns.when.now') },
            {
              value: 'day',
              text: t('campaigns.when.day'),
              conditional: (
                <DateInput
                  id="start"
                  namePrefix="start"
                  legend={t('campaigns.when.date')}
                  error={errorAt(frame, errors, 'start-day')}
                  parts={[part('day'), part('month'), part('year')]}
                />
              ),
            },
          ]}
        />
        <Select
          name="reminder"
          label={t('campaigns.when.reminder')}
          hint={t('campaigns.when.reminderHint')}
          value={typed.reminder}
          items={[
            { value: '', text: t('campaigns.when.noReminder') },
            ...reminderChoices.map((days) => ({ value: `${days}`, text: t('campaigns.when.days', { count: days }) })),
          ]}
        />
        <Button preventDoubleClick>{t('campaigns.when.submit')}</Button>
      </form>
    </UnionPage>
  )
}
