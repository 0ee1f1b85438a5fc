import type { FormFields } from '../../../platform/http/form.ts'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { errorIn, type ReportFrameProps, type ToldFault } from './report-frame.tsx'

export interface CycleFormProps {
  readonly frame: Omit<ReportFrameProps, 'title' | 'children'>
  readonly fields: FormFields
  readonly faults: readonly ToldFault[]
}

/** The three days of a cycle. */
export function CycleFields({ frame, fields, faults }: CycleFormProps) {
  const { t } = frame.of.translator
  return (
    <>
      {(['opens', 'due', 'meeting'] as const).map((name) => (
        <TextInput
          name={name}
          label={t(`progress.cycle.field.${name}`)}
          labelClasses="govuk-label--s"
          hint={t(`progress.cycle.hint.${name}`)}
          classes="govuk-input--width-10"
          value={fields.get(name)?.[0] ?? ''}
          error={errorIn(frame, faults, name)}
        />
      ))}
    </>
  )
}
