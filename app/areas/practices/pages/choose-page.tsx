import type { OfficeFor } from '../../../platform/http/env.ts'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'

export interface ChoosePageProps {
  readonly of: OfficeFor
  /** Of the practice. */
  readonly title: string
  readonly offices: readonly { readonly name: string; readonly href: string }[]
}

/** In which of their offices somebody goes on. */
export function ChoosePage({ of, title, offices }: ChoosePageProps) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={title} caption={t('practices.other.caption')}>
      {offices.length === 0 ? (
        <p class="govuk-body">{t('practices.choose.none')}</p>
      ) : (
        <>
          <p class="govuk-body">{t('practices.choose.about')}</p>
          <ul class="govuk-list govuk-list--spaced">
            {offices.map(({ name, href }) => (
              <li>
                <a class="govuk-link" href={href}>
                  <bdi>{name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </OfficeFrame>
  )
}
