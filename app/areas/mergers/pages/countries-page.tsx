import type { OfficeFor } from '../../../platform/http/env.ts'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'

export interface PlanLine {
  /** In the reader's language. */
  readonly name: string
  readonly href: string
  /** How many items nobody has decided about; undefined where there is no plan. */
  readonly open: number | undefined
}

/** All countries, and which of them have a plan that waits. */
export function CountriesPage({ of, countries }: { of: OfficeFor; countries: readonly PlanLine[] }) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('mergers.countries')} back={{ href: urls.office(), text: t('office.frame.work') }}>
      <p class="govuk-body">{t('mergers.countries.about')}</p>
      <SummaryList
        rows={countries.map(({ name, href, open }) => ({
          key: (
            <a class="govuk-link" href={href}>
              {name}
            </a>
          ),
          value: open === undefined ? t('mergers.countries.none') : t('mergers.plan.open', { count: open }),
        }))}
      />
    </OfficeFrame>
  )
}
