/** Fields of these forms: the components with what was typed and what is wrong with it. */
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
import { checkWays } from '../../schema.ts'
import type { FormFault } from '../form.ts'

/** What a form shows: what was typed, and what is wrong with it. */
export interface FormView {
  readonly translator: Translator
  readonly fields: FormFields
  readonly faults: readonly FormFault[]
}

const typed = ({ fields }: FormView, name: string): string => fields.get(name)?.[0] ?? ''

export function errorFor({ translator: { t }, faults }: FormView, field: string): FieldError | undefined {
  const fault = faults.find((one) => one.field === field)
  return fault && { prefix: t('checklist.office.form.error'), text: t(`helplines.error.${fault.code}`) }
}

/** First on a refused page: every fault, linked to its field. */
export function FormErrors({ view: { translator, faults } }: { view: FormView }) {
  const { t } = translator
  if (faults.length === 0) return null
  const errors = faults.map(({ field, anchor, code }) => ({
    text: t(`helplines.error.${code}`),
    href: `#${anchor ?? field}`,
  }))
  return <ErrorSummary title={t('checklist.office.form.errors')} errors={errors} />
}

interface FieldProps {
  view: FormView
  name: string
  label: Content
  hint?: Content
}

export function TextField({
  view,
  name,
  dir = 'auto',
  ...rest
}: FieldProps & Pick<TextInputProps, 'type' | 'classes' | 'dir' | 'spellcheck' | 'labelClasses'>) {
  return <TextInput {...rest} name={name} value={typed(view, name)} error={errorFor(view, name)} dir={dir} />
}

export function NoteField({ view }: { view: FormView }) {
  const { t } = view.translator
  return (
    <Textarea
      name="note"
      label={t('helplines.field.note')}
      hint={t('helplines.field.noteHint')}
      rows={3}
      value={typed(view, 'note')}
      error={errorFor(view, 'note')}
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
}

export function RadioField({ view, name, ...rest }: ChoiceFieldProps) {
  const error = errorFor(view, name)
  return (
    <Radios
      legendClasses="govuk-fieldset__legend--s"
      {...rest}
      name={name}
      value={typed(view, name)}
      error={error}
      classes="govuk-radios--small"
    />
  )
}

export function CheckField({ view, name, ...rest }: ChoiceFieldProps) {
  return (
    <Checkboxes
      legendClasses="govuk-fieldset__legend--s"
      {...rest}
      name={name}
      values={view.fields.get(name) ?? []}
      error={errorFor(view, name)}
      classes="govuk-checkboxes--small"
    />
  )
}

/** A fact that may be unknown: nothing is guessed. */
export function FactField({
  view,
  name,
  legend,
  yes,
  no,
}: {
  view: FormView
  name: string
  legend: Content
  yes: string
  no: string
}) {
  const items = [
    { value: 'yes', text: yes },
    { value: 'no', text: no },
    { value: '', text: view.translator.t('checklist.office.form.notSaid') },
  ]
  return <RadioField view={view} name={name} legend={legend} items={items} />
}

const parts = ['day', 'month', 'year'] as const

/** How somebody made sure, when, and by which page. */
export function CheckFields({ view, partOrder }: { view: FormView; partOrder: readonly (typeof parts)[number][] }) {
  const { t } = view.translator
  return (
    <>
      <RadioField
        view={view}
        name="how"
        legend={t('helplines.field.how')}
        items={checkWays.map((way) => ({ value: way, text: t(`helplines.how.${way}`) }))}
      />
      <DateInput
        id="on"
        namePrefix="on"
        legend={t('helplines.field.on')}
        legendClasses="govuk-fieldset__legend--s"
        error={errorFor(view, 'on')}
        parts={partOrder.map((part) => ({
          name: part,
          label: t(`checklist.office.form.${part}`),
          width: part === 'year' ? 4 : 2,
          value: typed(view, `on-${part}`),
        }))}
      />
      <TextField
        view={view}
        name="source"
        label={t('helplines.field.source')}
        hint={t('helplines.field.sourceHint')}
        type="url"
        dir="ltr"
        spellcheck={false}
      />
      <NoteField view={view} />
    </>
  )
}

export type PartOrder = Parameters<typeof CheckFields>[0]['partOrder']
