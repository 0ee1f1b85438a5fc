import { Button } from '../../../ui/components/button/button.tsx'
import { FormLine, FormSelect } from '../../../ui/form-lines.tsx'
import { FormFrame } from '../../../ui/layout/form-frame.tsx'
import { urls } from '../../../urls.ts'
import type { MeetingTown, OpenMeeting } from '../../meetings/index.ts'
import { type PersonFault, quotaField } from '../person-form.ts'
import { categories } from '../place-rules.ts'
import { type Guest, guestKinds } from '../schema.ts'
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
  readonly done: 'saved' | 'invited' | 'uninvited' | undefined
  /** Organisations that are invited. */
  readonly guests: readonly (Pick<Guest, 'id' | 'name' | 'kind'> & { readonly people: number })[]
  /** One more, as it was typed. */
  readonly guest: {
    readonly id: string
    readonly fields: ReadonlyMap<string, readonly string[]>
    readonly faults: readonly PersonFault[]
  }
}

function Guests({ opened, guests, guest }: RegistrationPageProps) {
  const { of, town, meeting } = opened
  const { t } = of.translator
  const form = formOf(of, guest)
  return (
    <>
      <h2 class="govuk-heading-m">{t('delegation.guests')}</h2>
      <p class="govuk-body">{t('delegation.guests.about')}</p>
      <ul class="govuk-list govuk-list--spaced">
        {guests.map(({ id, name, kind, people }) => (
          <li>
            <strong>
              <bdi>{name}</bdi>
            </strong>
            <br />
            {t(`delegation.guest.${kind}`)}; {t('delegation.guest.people', { count: people })}
            <form method="post" action={urls.hostGuestRemove(town, meeting.year)}>
              <input type="hidden" name="guest" value={id} />
              <Button classes="govuk-button--secondary" preventDoubleClick>
                {t('delegation.guest.remove')}
                <span class="govuk-visually-hidden">: {name}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={urls.hostGuests(town, meeting.year)} novalidate>
        <input type="hidden" name="id" value={guest.id} />
        <FormSelect
          {...{ form, name: 'kind', label: t('delegation.guest.kind') }}
          items={[
            { value: '', text: '' },
            ...guestKinds.map((value) => ({ value, text: t(`delegation.guest.${value}`) })),
          ]}
        />
        <FormLine {...{ form, name: 'name', label: t('delegation.guest.name') }} />
        <FormLine
          {...{ form, name: 'email', label: t('delegation.guest.email') }}
          hint={t('delegation.guest.emailHint')}
        />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          {t('delegation.guest.invite')}
        </Button>
      </form>
    </>
  )
}

/** When people are registered, and how many each delegation has. */
export function RegistrationPage(props: RegistrationPageProps) {
  const { opened, faults, guest, changed, revision, delegations, coming, waiting, done } = props
  const { of, workplace, town, meeting } = opened
  const { t } = of.translator
  const { year } = meeting
  const form = formOf(of, props)
  const hint = t('programme.hint.day')
  return (
    <FormFrame
      {...{ of, workplace }}
      title={t('delegation.registration', { year: `${year}` })}
      errors={errorsOf(of, [...faults, ...guest.faults])}
      changed={changed ? t('programme.changed') : undefined}
      done={done && t(done === 'saved' ? 'programme.done.saved' : `delegation.done.${done}`)}
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
      <Guests {...props} />
    </FormFrame>
  )
}
