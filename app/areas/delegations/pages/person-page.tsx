import { Button } from '../../../ui/components/button/button.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { FormLine, FormSelect, FormTicks } from '../../../ui/form-lines.tsx'
import { FormFrame } from '../../../ui/layout/form-frame.tsx'
import { urls } from '../../../urls.ts'
import type { OpenDelegation } from '../office/open-sender.ts'
import type { PersonFault } from '../person-form.ts'
import { accessNeeds, ageGroups, diets } from '../schema.ts'
import { errorsOf, formOf } from './form-words.ts'

export interface PersonPageProps {
  readonly opened: OpenDelegation
  readonly id: string
  /** Undefined: somebody new. */
  readonly revision: number | undefined
  readonly child: boolean
  readonly fields: ReadonlyMap<string, readonly string[]>
  readonly faults: readonly PersonFault[]
  readonly changed: boolean
  /** In words: why it is not done. */
  readonly refused: string | undefined
  /** Who could go with a child. */
  readonly adults: readonly { readonly value: string; readonly text: string }[]
  readonly mayChange: boolean
}

function AdultFields(props: PersonPageProps) {
  const { t } = props.opened.of.translator
  const form = formOf(props.opened.of, props)
  return (
    <>
      <FormLine {...{ form, name: 'name', label: t('delegation.form.name') }} />
      <FormLine
        {...{ form, name: 'function', label: t('delegation.form.function') }}
        hint={t('delegation.hint.function')}
      />
      <FormLine {...{ form, name: 'email', label: t('delegation.form.email') }} hint={t('delegation.hint.email')} />
      <FormLine
        {...{ form, name: 'companion', label: t('delegation.form.companion') }}
        hint={t('delegation.hint.companion')}
      />
      <FormTicks
        {...{ form, name: 'visa', label: t('delegation.form.papers') }}
        items={[{ value: 'yes', text: t('delegation.form.visa') }]}
      />
    </>
  )
}

function ChildFields(props: PersonPageProps) {
  const { opened, adults } = props
  const { t } = opened.of.translator
  const form = formOf(opened.of, props)
  return (
    <>
      <InsetText>{t('delegation.child.about')}</InsetText>
      <FormLine
        {...{ form, name: 'name', label: t('delegation.form.firstName') }}
        hint={t('delegation.hint.firstName')}
      />
      <FormSelect
        {...{ form, name: 'ageGroup', label: t('delegation.form.ageGroup') }}
        items={[{ value: '', text: '' }, ...ageGroups.map((value) => ({ value, text: t(`delegation.age.${value}`) }))]}
      />
      <FormSelect
        {...{ form, name: 'adult', label: t('delegation.form.adult'), hint: t('delegation.hint.adult') }}
        items={[{ value: '', text: '' }, ...adults]}
      />
      <FormLine
        {...{ form, name: 'safeguarding', label: t('delegation.form.safeguarding') }}
        hint={t('delegation.hint.safeguarding')}
      />
      <FormTicks
        {...{ form, name: 'consent', label: t('delegation.form.consent') }}
        items={[{ value: 'yes', text: t('delegation.form.consented') }]}
      />
    </>
  )
}

/** For everybody. */
function CommonFields(props: PersonPageProps) {
  const { t } = props.opened.of.translator
  const form = formOf(props.opened.of, props)
  return (
    <>
      <FormLine
        {...{ form, name: 'languages', label: t('delegation.form.languages') }}
        hint={t('programme.hint.interpreted')}
      />
      <p class="govuk-body">{t('delegation.needs.about')}</p>
      <FormSelect
        {...{ form, name: 'diet', label: t('delegation.form.diet') }}
        items={diets.map((value) => ({ value, text: t(`delegation.diet.${value}`) }))}
      />
      <FormLine {...{ form, name: 'dietNote', label: t('delegation.form.dietNote') }} />
      <FormTicks
        {...{ form, name: 'access', label: t('delegation.form.access') }}
        items={accessNeeds.map((value) => ({ value, text: t(`delegation.access.${value}`) }))}
      />
      <FormLine {...{ form, name: 'accessNote', label: t('delegation.form.accessNote') }} />
      <FormLine {...{ form, name: 'arrives', label: t('delegation.form.arrives') }} width="govuk-input--width-10" />
      <FormLine {...{ form, name: 'leaves', label: t('delegation.form.leaves') }} width="govuk-input--width-10" />
    </>
  )
}

/** Somebody of the delegation, and taking them out. */
export function PersonPage(props: PersonPageProps) {
  const { opened, id, revision, child, faults, changed, refused, mayChange } = props
  const {
    of,
    workplace,
    from: { place },
    meeting,
  } = opened
  const { t } = of.translator
  const { year } = meeting
  const isNew = revision === undefined
  const errors = [...errorsOf(of, faults), ...(refused === undefined ? [] : [{ text: refused }])]
  return (
    <FormFrame
      {...{ of, workplace, errors }}
      title={t(
        isNew ? (child ? 'delegation.addChild' : 'delegation.add') : child ? 'delegation.child' : 'delegation.person',
      )}
      back={{ href: urls.delegation(place, year), text: t('delegation.title', { year: `${year}` }) }}
      changed={changed ? t('programme.changed') : undefined}
    >
      <form method="post" action={isNew ? urls.delegation(place, year) : urls.delegate(place, year, id)} novalidate>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="who" value={child ? 'child' : 'adult'} />
        {!isNew && <input type="hidden" name="revision" value={`${revision}`} />}
        {child ? <ChildFields {...props} /> : <AdultFields {...props} />}
        <CommonFields {...props} />
        {mayChange && <Button preventDoubleClick>{t('programme.save')}</Button>}
      </form>
      {!isNew && (
        <form method="post" action={urls.delegateOut(place, year, id)}>
          <p class="govuk-body">{t('delegation.takeOut.about')}</p>
          <Button classes="govuk-button--warning" preventDoubleClick>
            {t('delegation.takeOut')}
          </Button>
        </form>
      )}
    </FormFrame>
  )
}
