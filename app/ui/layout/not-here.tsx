import type { OfficeFor } from '../../platform/http/env.ts'
import { urls } from '../../urls.ts'
import { InsetText } from '../components/inset-text/inset-text.tsx'

interface NotHereProps {
  readonly of: OfficeFor
  readonly text: string
  /** Where one turns to; left out: the first page. */
  readonly href?: string
}

/** Before a form that strangers find: nobody tells of a child here, and where to turn stands beside it. */
export function NotHere({ of: { translator }, text, href }: NotHereProps) {
  const { t, language } = translator
  return (
    <InsetText>
      <p class="govuk-body">
        <strong>{text}</strong>
      </p>
      <p class="govuk-body govuk-!-margin-bottom-0">
        <a class="govuk-link" href={href ?? urls.home(language)}>
          {t('people.join.help')}
        </a>
      </p>
    </InsetText>
  )
}
