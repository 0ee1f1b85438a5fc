import { Details } from '../../../ui/components/details/details.tsx'
import { Fieldset } from '../../../ui/components/fieldset/fieldset.tsx'
import { Select } from '../../../ui/components/select/select.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { indicatorNames, indicatorsShown, valueNames } from '../forms/indicator-form.ts'
import type { MeasurePageProps } from './measure-page.tsx'
import { errorOf } from './plan-frame.tsx'

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  /** Of a number or a day. */
  readonly short?: boolean
}

const typed = ({ fields }: MeasurePageProps, name: string): string => fields.get(name)?.[0] ?? ''

function Field({ name, label, hint, short = false, ...props }: MeasurePageProps & FieldProps) {
  return (
    <TextInput
      name={name}
      label={label}
      hint={hint}
      classes={short ? 'govuk-input--width-10' : undefined}
      dir={short ? 'ltr' : 'auto'}
      inputmode={short && !name.endsWith('-on') ? 'decimal' : undefined}
      value={typed(props, name)}
      error={errorOf(props.frame, props.faults, name)}
    />
  )
}

function Values({ index, count, ...props }: MeasurePageProps & { index: number; count: number }) {
  const { t } = props.frame.of.translator
  return (
    <>
      {Array.from({ length: count }, (_, place) => {
        const names = valueNames(index, place)
        const isNew = place === count - 1
        return (
          <Fieldset
            legend={isNew ? t('plans.indicator.newValue') : t('plans.indicator.value', { count: `${place + 1}` })}
            legendClasses="govuk-fieldset__legend--s"
          >
            <Field {...props} name={names.value} label={t('plans.indicator.figure')} short />
            <Field
              {...props}
              name={names.on}
              label={t('plans.indicator.on')}
              hint={t('plans.indicator.onHint')}
              short
            />
            <Field {...props} name={names.note} label={t('plans.indicator.note')} />
          </Fieldset>
        )
      })}
    </>
  )
}

function IndicatorFieldset({ index, values, ...props }: MeasurePageProps & { index: number; values: number }) {
  const { t } = props.frame.of.translator
  const names = indicatorNames(index)
  return (
    <>
      <input type="hidden" name={names.id} value={typed(props, names.id)} />
      <Select
        name={names.common}
        label={t('plans.indicator.common')}
        hint={t('plans.indicator.commonHint')}
        items={props.common}
        value={typed(props, names.common)}
      />
      <Field {...props} name={names.name} label={t('plans.indicator.name')} />
      <Field {...props} name={names.unit} label={t('plans.indicator.unit')} />
      <Field {...props} name={names.baseline} label={t('plans.indicator.baseline')} short />
      <Field {...props} name={names.baselineOn} label={t('plans.indicator.baselineOn')} short />
      <Field {...props} name={names.source} label={t('plans.indicator.source')} />
      <Field {...props} name={names.target} label={t('plans.indicator.target')} short />
      <Field {...props} name={names.targetOn} label={t('plans.indicator.targetOn')} short />
      <Values {...props} index={index} count={values} />
    </>
  )
}

/** What stands behind it, for the summary of what is folded away. */
function summaryOf(props: MeasurePageProps, index: number, isNew: boolean): string {
  const { t } = props.frame.of.translator
  if (isNew) return t('plans.indicator.new')
  const names = indicatorNames(index)
  const common = props.common.find(({ value }) => value === typed(props, names.common) && value !== '')
  return common?.text ?? (typed(props, names.name) || t('plans.indicator.new'))
}

/** The indicators of a measure, and a place for one more. */
export function IndicatorFields(props: MeasurePageProps) {
  const { t } = props.frame.of.translator
  const shown = indicatorsShown(props.fields)
  return (
    <Fieldset legend={t('plans.indicator.title')} legendClasses="govuk-fieldset__legend--m">
      <p class="govuk-hint">{t('plans.indicator.hint')}</p>
      {shown.map((values, index) => {
        const isNew = index === shown.length - 1 && values === 1 && typed(props, indicatorNames(index).id) === ''
        const faulty = props.faults.some(({ field }) => field.startsWith(`indicator-${index}-`))
        return (
          <Details summary={summaryOf(props, index, isNew)} open={!isNew || faulty}>
            <IndicatorFieldset {...props} index={index} values={values} />
          </Details>
        )
      })}
    </Fieldset>
  )
}
