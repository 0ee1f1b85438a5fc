import { urls } from '../../../urls.ts'
import { type PactFrame, PactPageFrame } from './pact-frame.tsx'

export interface ElectionCountriesPageProps {
  readonly frame: PactFrame
  /** In the order of the reader's language. */
  readonly countries: readonly { readonly name: string; readonly href: string }[]
}

/** Countries whose elections nobody enters but the secretariat. */
export function ElectionCountriesPage({ frame, countries }: ElectionCountriesPageProps) {
  const { t } = frame.of.translator
  return (
    <PactPageFrame
      frame={frame}
      title={t('signing.elections.title')}
      back={{ href: urls.pactApplications(), text: t('signing.desk.back') }}
    >
      <p class="govuk-body">{t('signing.elections.countries')}</p>
      <ul class="govuk-list">
        {countries.map(({ name, href }) => (
          <li>
            <a class="govuk-link" href={href}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </PactPageFrame>
  )
}
