/** Where an application stands, what has been and what comes next: a short list with days. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import type { StationView } from '../present-application.ts'

interface StationsProps {
  readonly translator: Translator
  readonly stations: readonly StationView[]
  /** What comes next, as one sentence. */
  readonly next: string
}

const colour = { done: 'govuk-tag--green', now: 'govuk-tag--blue', later: 'govuk-tag--grey' } as const

export function Stations({ translator: { t }, stations, next }: StationsProps) {
  return (
    <section aria-labelledby="stations">
      <h2 class="govuk-heading-m" id="stations">
        {t('signing.stations.title')}
      </h2>
      <ol class="govuk-list govuk-list--number govuk-list--spaced">
        {stations.map(({ text, when, state }) => (
          <li>
            {text} <Tag classes={colour[state]}>{t(`signing.stations.${state}`)}</Tag>
            {when !== '' && <div class="govuk-hint">{when}</div>}
          </li>
        ))}
      </ol>
      <p class="govuk-body">
        <strong>{t('signing.stations.next')}</strong> {next}
      </p>
    </section>
  )
}
