import type { OfficeFor } from '../../../../platform/http/env.ts'
import { SummaryList } from '../../../../ui/components/summary-list/summary-list.tsx'
import { OfficeFrame } from '../../../../ui/layout/office-frame.tsx'
import { urls } from '../../../../urls.ts'

export interface CountryLine {
  /** In the reader's language. */
  readonly name: string
  readonly href: string
  /** How many of its numbers nobody has confirmed, or not lately. */
  readonly due: number
}

export function CountriesPage({ of, countries }: { of: OfficeFor; countries: readonly CountryLine[] }) {
  const { t } = of.translator
  return (
    <OfficeFrame
      of={of}
      title={t('helplines.countries')}
      back={{ href: urls.office(), text: t('helplines.countries.back') }}
    >
      <p class="govuk-body">{t('helplines.countries.about')}</p>
      <SummaryList
        rows={countries.map(({ name, href, due }) => ({
          key: (
            <a class="govuk-link" href={href}>
              {name}
            </a>
          ),
          value: t('helplines.office.due', { count: due }),
        }))}
      />
    </OfficeFrame>
  )
}
