import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'

export type IdentityRefusedPageProps = {
  of: OfficeFor
  /** Of the identity provider. */
  name: string
  to: string | undefined
  /** `refused` is the same for every reason: unknown here, an address nobody has checked, an answer to nothing. */
  why: 'refused' | 'away'
}

export function IdentityRefusedPage({ of, name, to, why }: IdentityRefusedPageProps) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t(`accounts.identity.${why}.title`, { name })}>
      <p class="govuk-body">{t(`accounts.identity.${why}.text`, { name })}</p>
      <Button href={urls.signIn(to)}>{t('accounts.identity.byLink')}</Button>
    </OfficeFrame>
  )
}
