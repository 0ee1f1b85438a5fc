import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Select, type SelectOption } from '../../../ui/components/select/select.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { urls } from '../../../urls.ts'
import { errorOf, type PactFrame, PactPageFrame, type ToldFault } from './pact-frame.tsx'

export interface MissingPageProps {
  readonly frame: PactFrame
  /** Made with the page: the form sent twice asks once. */
  readonly id: string
  readonly countries: readonly SelectOption[]
  readonly fields: FormFields
  readonly faults: readonly ToldFault[]
}

/** Somebody misses a town, district or region in the directory. */
export function MissingPage({ frame, id, countries, fields, faults }: MissingPageProps) {
  const { t } = frame.of.translator
  const typed = (name: string) => fields.get(name)?.[0] ?? ''
  return (
    <PactPageFrame
      frame={frame}
      title={t('signing.missing.title')}
      back={{ href: urls.applyPact(), text: t('signing.back') }}
      faults={faults}
    >
      <p class="govuk-body">{t('signing.missing.about')}</p>
      <form method="post" action={urls.missingBody()} novalidate>
        <input type="hidden" name="id" value={id} />
        <Select
          name="country"
          label={t('signing.begin.country')}
          items={[{ value: '', text: t('signing.missing.choose') }, ...countries]}
          value={typed('country')}
          error={errorOf(frame, faults, 'country')}
        />
        <TextInput
          name="name"
          label={t('signing.missing.name')}
          dir="auto"
          value={typed('name')}
          error={errorOf(frame, faults, 'name')}
        />
        <TextInput
          name="web"
          label={t('signing.missing.web')}
          dir="ltr"
          value={typed('web')}
          error={errorOf(frame, faults, 'web')}
        />
        <Button preventDoubleClick>{t('signing.missing.submit')}</Button>
      </form>
    </PactPageFrame>
  )
}
