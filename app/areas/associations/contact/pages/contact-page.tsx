import type { AskHere, OfficeFor } from '../../../../platform/http/env.ts'
import type { FormFields } from '../../../../platform/http/form.ts'
import { Button } from '../../../../ui/components/button/button.tsx'
import { Details } from '../../../../ui/components/details/details.tsx'
import { Fieldset } from '../../../../ui/components/fieldset/fieldset.tsx'
import { TextInput, type TextInputProps } from '../../../../ui/components/text-input/text-input.tsx'
import { weekdayName } from '../../../../ui/dates.ts'
import { AskList } from '../../../../ui/layout/ask-footer.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../../ui/layout/office-frame.tsx'
import { Refused } from '../../../../ui/layout/refused.tsx'
import { type ContactFault, weekdays } from '../contact-rules.ts'

export interface ContactPageProps {
  readonly of: OfficeFor
  readonly workplace: OfficeFrameProps['workplace']
  readonly action: string
  readonly revision: number
  readonly fields: FormFields
  readonly faults: readonly ContactFault[]
  /** What towns see now; undefined where there is nothing. */
  readonly shown: AskHere | undefined
  /** Somebody has changed it since the form was made. */
  readonly changed: boolean
  readonly done: boolean
  readonly languages: readonly { readonly code: string; readonly tag: string; readonly autonym: string }[]
}

type Form = Pick<ContactPageProps, 'of' | 'fields' | 'faults'>
type FieldProps = Form & Omit<TextInputProps, 'value' | 'error'>

function Field({ of, fields, faults, dir = 'auto', ...input }: FieldProps) {
  const { t } = of.translator
  const fault = faults.find(({ field }) => field === input.name)
  const error = fault && { prefix: t('checklist.office.form.error'), text: t(`asking.error.${fault.code}`) }
  return <TextInput {...input} dir={dir} value={fields.get(input.name)?.[0] ?? ''} error={error} />
}

function Names({ languages, ...form }: Form & Pick<ContactPageProps, 'languages'>) {
  const { t } = form.of.translator
  const open = form.faults.some(({ field }) => field.startsWith('name-'))
  return (
    <Details summary={t('asking.form.names')} open={open}>
      {languages.map(({ code, autonym }) => (
        <Field {...form} name={`name-${code}`} label={t('asking.form.nameIn', { language: autonym })} />
      ))}
    </Details>
  )
}

function Hours(form: Form) {
  const { t } = form.of.translator
  return (
    <Fieldset legend={t('asking.form.hours')} legendClasses="govuk-fieldset__legend--m" describedBy="hours-hint">
      <p class="govuk-hint" id="hours-hint">
        {t('asking.form.hoursHint')}
      </p>
      {weekdays.map((day) => (
        <Field
          {...form}
          name={`day-${day}`}
          label={weekdayName(form.of.translator, day, 'long')}
          classes="govuk-input--width-20"
          dir="ltr"
        />
      ))}
    </Fieldset>
  )
}

/** Whom towns may ask, and what their pages show of it. */
export function ContactPage(props: ContactPageProps) {
  const { of, workplace, action, revision, fields, faults, shown, changed, done, languages } = props
  const { t } = of.translator
  const form = { of, fields, faults }
  const errors = faults.map(({ field, code }) => ({ text: t(`asking.error.${code}`), href: `#${field}` }))
  return (
    <OfficeFrame
      of={of}
      title={t('asking.title')}
      workplace={workplace}
      refused={faults.length > 0 || changed}
      done={done ? t('asking.saved') : undefined}
      first={<Refused translator={of.translator} errors={errors} changed={changed ? t('asking.changed') : undefined} />}
    >
      <p class="govuk-body">{t('asking.about')}</p>
      <form method="post" action={action} novalidate>
        <input type="hidden" name="revision" value={`${revision}`} />
        <Field {...form} name="name" label={t('asking.form.name')} hint={t('asking.form.nameHint')} />
        <Names {...form} languages={languages} />
        <Field {...form} name="email" label={t('asking.form.email')} type="email" dir="ltr" spellcheck={false} />
        <Field
          {...form}
          name="phone"
          label={t('asking.form.phone')}
          hint={t('asking.form.phoneHint')}
          type="tel"
          dir="ltr"
          classes="govuk-input--width-20"
        />
        <Hours {...form} />
        <Field {...form} name="languages" label={t('asking.form.languages')} hint={t('asking.form.languagesHint')} />
        <p class="govuk-hint">{t('asking.form.empty')}</p>
        <Button preventDoubleClick>{t('asking.form.submit')}</Button>
      </form>
      <h2 class="govuk-heading-m">{t('asking.shown')}</h2>
      {shown ? <AskList translator={of.translator} ask={[shown]} /> : <p class="govuk-body">{t('asking.none')}</p>}
    </OfficeFrame>
  )
}
