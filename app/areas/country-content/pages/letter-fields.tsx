import type { OfficeFor } from '../../../platform/http/env.ts'
import type { FormFields } from '../../../platform/http/form.ts'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import type { OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import type { LetterFault, LetterSlot } from '../letter-rules.ts'

export interface LettersFrame {
  readonly of: OfficeFor
  readonly association: { readonly country: string; readonly slug: string }
  readonly workplace: NonNullable<OfficeFrameProps['workplace']>
}

interface LetterFieldsProps {
  readonly of: OfficeFor
  readonly fields: FormFields
  readonly faults: readonly LetterFault[]
  /** BCP 47, where it is known already. */
  readonly lang?: string | undefined
}

export function letterErrors({ translator: { t } }: OfficeFor, faults: readonly LetterFault[]) {
  return faults.map(({ field, code }) => ({ text: t(`letters.error.${code}`), href: `#${field}` }))
}

/** Title and words of a letter. */
export function LetterFields({ of, fields, faults, lang }: LetterFieldsProps) {
  const { t } = of.translator
  const errorOf = (field: LetterSlot) => {
    const fault = faults.find((one) => one.field === field)
    return fault && { prefix: t('checklist.office.form.error'), text: t(`letters.error.${fault.code}`) }
  }
  return (
    <>
      <TextInput
        name="title"
        label={t('letters.field.title')}
        hint={t('letters.field.titleHint')}
        lang={lang}
        dir="auto"
        value={fields.get('title')?.[0] ?? ''}
        error={errorOf('title')}
      />
      <Textarea
        name="body"
        label={t('letters.field.body')}
        hint={t('letters.field.bodyHint', { town: '{town}', office: '{office}' })}
        lang={lang}
        dir="auto"
        rows={14}
        value={fields.get('body')?.[0] ?? ''}
        error={errorOf('body')}
      />
    </>
  )
}
