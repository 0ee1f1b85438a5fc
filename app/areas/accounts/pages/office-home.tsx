import type { OfficeFor } from '../../../platform/http/env.ts'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'

export type OfficeHomePageProps = {
  of: OfficeFor
  /** Sorted by name. */
  towns: readonly { readonly country: string; readonly slug: string; readonly name: string }[]
  showsOutbox: boolean
}

export function OfficeHomePage({ of, towns, showsOutbox }: OfficeHomePageProps) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('office.home.title')} current="home">
      <p class="govuk-body">{t(towns.length > 0 ? 'office.home.introduction' : 'office.home.none')}</p>
      {towns.length > 0 && (
        <ul class="govuk-list govuk-list--spaced">
          {towns.map((town) => (
            <li>
              <a class="govuk-link" href={urls.officeTown(town)}>
                <bdi>{town.name}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
      {showsOutbox && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.outbox()}>
            {t('office.home.outbox')}
          </a>
        </p>
      )}
    </OfficeFrame>
  )
}
