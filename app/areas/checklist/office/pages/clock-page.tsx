import { Details } from '../../../../ui/components/details/details.tsx'
import { NotificationBanner } from '../../../../ui/components/notification-banner/notification-banner.tsx'
import { Select } from '../../../../ui/components/select/select.tsx'
import { urls } from '../../../../urls.ts'
import { type Frame, OfficeForm, OfficePage } from './office-page.tsx'

export interface ClockPageProps {
  readonly frame: Frame
  /** Of what is chosen. */
  readonly stamp: string
  readonly clocks: readonly {
    /** Of the checklist, in months. */
    readonly clock: number
    readonly chosen: number | undefined
    /** Chosen by a colleague who was faster. */
    readonly now: number | undefined
    readonly choices: readonly number[]
    /** Names of the kinds that have it. */
    readonly kinds: readonly string[]
  }[]
}

export const clockField = (clock: number): string => `clock-${clock}`

export function ClockPage({ frame, stamp, clocks }: ClockPageProps) {
  const { t } = frame.translator
  const late = clocks.some(({ now }) => now !== undefined)
  const months = (count: number) => t('checklist.office.clocks.months', { count })
  return (
    <OfficePage
      frame={frame}
      title={t('checklist.office.clocks.title')}
      section="checklist"
      refused={late}
      back={{ href: urls.officeTown(frame.town), text: t('checklist.office.form.backToList') }}
      first={
        late && (
          <NotificationBanner
            title={t('checklist.office.conflict.title')}
            role="alert"
            text={t('checklist.office.clocks.late')}
          />
        )
      }
    >
      <p class="govuk-body">{t('checklist.office.clocks.about')}</p>
      <p class="govuk-body">{t('checklist.office.clocks.public')}</p>
      <OfficeForm of={frame.of} revision={stamp} submit={t('checklist.office.form.save')}>
        {clocks.map(({ clock, chosen, now, choices, kinds }) => (
          <>
            <Select
              name={clockField(clock)}
              label={t('checklist.office.clocks.label', { months: months(clock) })}
              hint={now === undefined ? undefined : t('checklist.office.clocks.now', { months: months(now) })}
              value={chosen === undefined ? '' : `${chosen}`}
              items={[
                { value: '', text: t('checklist.office.clocks.usual', { months: months(clock) }) },
                ...choices.map((count) => ({ value: `${count}`, text: months(count) })),
              ]}
            />
            <Details summary={t('checklist.office.clocks.kinds', { count: kinds.length })}>
              <ul class="govuk-list govuk-list--bullet">
                {kinds.map((name) => (
                  <li>{name}</li>
                ))}
              </ul>
            </Details>
          </>
        ))}
      </OfficeForm>
    </OfficePage>
  )
}
