import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'
import type { SupportView } from './support-page.tsx'

export interface AskSupportPageProps {
  readonly of: OfficeFor
  readonly town: Parameters<typeof urls.officeTown>[0]
  readonly townName: string
  /** Those that the person coordinates. */
  readonly associations: readonly SupportView[]
  readonly done: boolean
}

function Ask({ of, town, one }: Pick<AskSupportPageProps, 'of' | 'town'> & { one: SupportView }) {
  const { t } = of.translator
  if (one.state === 'running') {
    return (
      <p class="govuk-body">
        {t('support.page.until', { until: one.until ?? '' })}{' '}
        <a class="govuk-link" href={urls.officeTown(town)}>
          {t('support.ask.look')}
        </a>
      </p>
    )
  }
  if (one.state === 'asked') return <p class="govuk-body">{t('support.ask.waiting', { when: one.asked?.at ?? '' })}</p>
  return (
    <form method="post">
      <input type="hidden" name="association" value={one.id} />
      <Button preventDoubleClick>{t('support.ask.submit')}</Button>
    </form>
  )
}

/** A coordinator asks a town to let the association look at its office. */
export function AskSupportPage({ of, town, townName, associations, done }: AskSupportPageProps) {
  const { t } = of.translator
  return (
    <OfficeFrame
      of={of}
      title={t('support.ask.title', { town: townName })}
      done={done ? t('support.ask.done') : undefined}
    >
      <p class="govuk-body">{t('support.ask.about')}</p>
      {associations.map((one) => (
        <section aria-labelledby={`association-${one.id}`}>
          <h2 class="govuk-heading-m" id={`association-${one.id}`}>
            <bdi>{one.name}</bdi>
          </h2>
          <Ask of={of} town={town} one={one} />
        </section>
      ))}
    </OfficeFrame>
  )
}
