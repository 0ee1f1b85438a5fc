import { Button } from '../../../ui/components/button/button.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'
import type { CountryFrame } from '../country-request.ts'

export interface NationalOffice {
  readonly name: string
  /** Its checklist. */
  readonly href: string
  readonly publish: string
  /** In the draft. */
  readonly services: number
  /** That inherit them. */
  readonly towns: number
}

export interface NationalPageProps {
  readonly frame: CountryFrame
  readonly offices: readonly NationalOffice[]
  /** The country has none yet. */
  readonly open: boolean
}

/** What the country itself offers, for all its towns. */
export function NationalPage({ frame: { of, country, workplace }, offices, open }: NationalPageProps) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} workplace={workplace} title={t('national.title')}>
      <p class="govuk-body">{t('national.about')}</p>
      <p class="govuk-body">{t('national.who')}</p>
      {offices.map(({ name, href, publish, services, towns }) => (
        <SummaryList
          rows={[
            {
              key: <bdi>{name}</bdi>,
              value: (
                <>
                  <p class="govuk-body govuk-!-margin-bottom-1">{t('national.services', { services })}</p>
                  <p class="govuk-body govuk-!-margin-bottom-0">{t('national.towns', { towns })}</p>
                </>
              ),
              actions: [
                { href, text: t('national.edit'), visuallyHiddenText: name },
                { href: publish, text: t('national.publish'), visuallyHiddenText: name },
              ],
            },
          ]}
        />
      ))}
      {open && (
        <form method="post" action={urls.officeNational(country)}>
          <p class="govuk-body">{t('national.none')}</p>
          <Button preventDoubleClick>{t('national.open')}</Button>
        </form>
      )}
    </OfficeFrame>
  )
}
