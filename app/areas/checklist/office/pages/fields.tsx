/** Fields of the office: the components with what was typed, its faults, and the direction of what is typed. */
import type { FormFields } from '../../../../platform/http/form.ts'
import type { Translator } from '../../../../platform/i18n/messages.ts'
import { Checkboxes } from '../../../../ui/components/checkboxes/checkboxes.tsx'
import type { Choice } from '../../../../ui/components/choices/choices.tsx'
import { DateInput } from '../../../../ui/components/date-input/date-input.tsx'
import type { FieldError } from '../../../../ui/components/error-message/error-message.tsx'
import { ErrorSummary } from '../../../../ui/components/error-summary/error-summary.tsx'
import { Radios } from '../../../../ui/components/radios/radios.tsx'
import { TextInput, type TextInputProps } from '../../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../../ui/components/textarea/textarea.tsx'
import type { Content } from '../../../../ui/content.ts'
import { type FormFault, typed } from '../forms/form.ts'
import { datePartOrder, faultText } from '../wording.ts'

/** What a form shows: what was typed, and what is wrong with it. */
export interface FormView {
  readonly translator: Translator
  readonly fields: FormFields
  readonly faults: readonly FormFault[]
}

export function errorFor({ translator, faults }: FormView, field: string): FieldError | undefined {
  const fault = faults.find((one) => one.field === field)
  return fault && { prefix: translator.t('checklist.office.form.error'), text: faultText(translator, fault) }
}

/** First on a refused page: every fault, linked to its field. */
export function FormErrors({ view }: { view: FormView }) {
  const { translator, faults } = view
  if (faults.length === 0) return null
  return (
    <ErrorSummary
      title={translator.t('checklist.office.form.errors')}
      errors={faults.map((fault) => ({
        text: faultText(translator, fault),
        href: fault.href ?? `#${fault.anchor ?? fault.field}`,
      }))}
    />
  )
}

interface FieldProps {
  view: FormView
  name: string
  label: Content
  hint?: Content
}

type TextFieldProps = FieldProps &
  Pick<
    TextInputProps,
    'type' | 'inputmode' | 'classes' | 'lang' | 'autocomplete' | 'dir' | 'labelClasses' | 'spellcheck'
  >

export function TextField({ view, name, dir = 'auto', ...rest }: TextFieldProps) {
  return <TextInput {...rest} name={name} value={typed(view.fields, name)} error={errorFor(view, name)} dir={dir} />
}

/** A longer text; `lang` is the BCP 47 tag of what is typed. */
/** A date typed in one field. */
export function DayField({ view, name, label, hint }: FieldProps) {
  return <TextField view={view} name={name} label={label} hint={hint} classes="govuk-input--width-10" dir="ltr" />
}

export function TextareaField({
  view,
  name,
  rows = 4,
  ...rest
}: FieldProps & { rows?: number; lang?: string | undefined; labelClasses?: string }) {
  return (
    <Textarea
      {...rest}
      name={name}
      rows={rows}
      value={typed(view.fields, name)}
      error={errorFor(view, name)}
      dir="auto"
    />
  )
}

interface ChoiceFieldProps {
  view: FormView
  name: string
  legend: Content
  hint?: Content
  items: readonly Choice[]
  small?: boolean
  legendClasses?: string
  inline?: boolean
}

export function RadioField({ view, name, items, small, inline, ...rest }: ChoiceFieldProps) {
  const classes = [small && 'govuk-radios--small', inline && 'govuk-radios--inline'].filter(Boolean).join(' ')
  return (
    <Radios
      legendClasses="govuk-fieldset__legend--s"
      {...rest}
      name={name}
      items={items}
      value={typed(view.fields, name)}
      error={errorFor(view, name)}
      classes={classes || undefined}
    />
  )
}

export function CheckField({ view, name, items, small, ...rest }: ChoiceFieldProps) {
  return (
    <Checkboxes
      legendClasses="govuk-fieldset__legend--s"
      {...rest}
      name={name}
      items={items}
      values={view.fields.get(name) ?? []}
      error={errorFor(view, name)}
      classes={small ? 'govuk-checkboxes--small' : undefined}
    />
  )
}

/** One tick without a legend. */
export function TickField({ view, name, label, hint }: FieldProps) {
  return (
    <Checkboxes
      name={name}
      items={[{ value: 'yes', text: label, hint }]}
      values={view.fields.get(name) ?? []}
      error={errorFor(view, name)}
      classes="govuk-checkboxes--small"
    />
  )
}

export function DateField({
  view,
  name,
  legend,
  hint,
}: {
  view: FormView
  name: string
  legend: Content
  hint?: Content
}) {
  const { t } = view.translator
  return (
    <DateInput
      id={name}
      namePrefix={name}
      legend={legend}
      legendClasses="govuk-fieldset__legend--s"
      hint={hint}
      error={errorFor(view, name)}
      parts={datePartOrder(view.translator).map((part) => ({
        name: part,
        label: t(`checklist.office.form.${part}`),
        width: part === 'year' ? 4 : 2,
        value: typed(view.fields, `${name}-${part}`),
      }))}
    />
  )
}

/** A choice nobody has made yet: facts that are not known are not guessed. */
export function withNotSaid(translator: Translator, items: readonly Choice[]): Choice[] {
  return [...items, { value: '', text: translator.t('checklist.office.form.notSaid') }]
}
