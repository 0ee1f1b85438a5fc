import { Button } from '../../../ui/components/button/button.tsx'
import { FormLine } from '../../../ui/form-lines.tsx'
import { FormFrame } from '../../../ui/layout/form-frame.tsx'
import { urls } from '../../../urls.ts'
import type { MeetingTown, OpenMeeting } from '../../meetings/index.ts'
import { type PersonFault, quotaField } from '../person-form.ts'
import { categories } from '../place-rules.ts'
import { errorsOf, formOf } from './form-words.ts'

export interface RegistrationPageProps {
  readonly opened: OpenMeeting<MeetingTown>
  readonly fields: ReadonlyMap<string, readonly string[]>
  readonly faults: readonly PersonFault[]
  readonly changed: boolean
  readonly revision: number
  /** How many there are so far. */
  readonly delegations: number
  readonly coming: number
  readonly waiting: number
  readonly done: boolean
}

/** When people are registered, and how many each delegation has. */
export function RegistrationPage(props: RegistrationPageProps) {
  const { opened, faults, changed, revision, delegations, coming, waiting, done } = props
  const { of, workplace, town, meeting } = opened
  const { t } = of.translator
  const { year } = meeting
  const form = formOf(of, props)
  const hint = t('programme.hint.day')
  return (
    <FormFrame
      {...{ of, workplace }}
      title={t('delegation.registration', { year: `${year}` })}
      errors={errorsOf(of, faults)}
      changed={changed ? t('programme.changed') : undefined}
      done={done ? t('programme.done.saved') : undefined}
    >
      <p class="govuk-body">{t('delegation.counts', { delegations, coming, waiting })}</p>
      <form method="post" action={urls.hostRegistration(town, year)} novalidate>
        <input type="hidden" name="revision" value={`${revision}`} />
        <FormLine {...{ form, hint, name: 'opens', label: t('delegation.form.opens') }} width="govuk-input--width-10" />
        <FormLine
          {...{ form, hint, name: 'closes', label: t('delegation.form.closes') }}
          width="govuk-input--width-10"
        />
        <p class="govuk-body">{t('delegation.quotas.about')}</p>
        {categories.map((one) => (
          <FormLine
            {...{ form, name: quotaField(one), label: t(`delegation.quota.${one}`) }}
            width="govuk-input--width-4"
          />
        ))}
        <FormLine
          {...{ form, name: 'conference', label: t('delegation.form.conference') }}
          hint={t('delegation.hint.conference')}
        />
        <Button preventDoubleClick>{t('programme.save')}</Button>
      </form>
    </FormFrame>
  )
}
