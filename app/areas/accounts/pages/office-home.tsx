import type { Translator } from '../../../platform/i18n/messages.ts'
import { urls } from '../../../urls.ts'
import { OfficeFrame } from './office-frame.tsx'

export type OfficeHomePageProps = {
  translator: Translator
  instance: string
  person: { readonly name: string }
  /** Sorted by name. */
  towns: readonly { readonly country: string; readonly slug: string; readonly name: string }[]
  showsOutbox: boolean
}

export function OfficeHomePage({ translator, instance, person, towns, showsOutbox }: OfficeHomePageProps) {
  const { t } = translator
  return (
    <OfficeFrame translator={translator} instance={instance} title={t('office.home.title')} person={person} isHome>
      <h1 class="govuk-heading-l">{t('office.home.title')}</h1>
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
