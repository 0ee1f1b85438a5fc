/** What is kept about the person, where from and how long; and what they can do about it. */
import type { OfficeFor } from '../../../platform/http/env.ts'
import type { DataGroup } from '../../../platform/privacy/personal-data.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'

export type MyDataPageProps = {
  of: OfficeFor
  email: string
  groups: readonly { readonly group: DataGroup; readonly count: number }[]
}

export function MyDataPage({ of, email, groups }: MyDataPageProps) {
  const { t } = of.translator
  return (
    <OfficeFrame
      of={of}
      title={t('privacy.own.title')}
      current="account"
      back={{ href: urls.account(), text: t('accounts.security.back') }}
    >
      <p class="govuk-body">{t('privacy.own.about')}</p>
      <SummaryList
        rows={groups.map(({ group, count }) => ({
          key: t(`privacy.group.${group}.title`),
          value: (
            <>
              <p class="govuk-body govuk-!-margin-bottom-1">{t('privacy.own.entries', { count })}</p>
              <p class="govuk-body govuk-!-margin-bottom-0">{t(`privacy.group.${group}.about`)}</p>
            </>
          ),
        }))}
      />
      <h2 class="govuk-heading-m">{t('privacy.own.fileTitle')}</h2>
      <p class="govuk-body">{t('privacy.own.fileAbout')}</p>
      <form method="post" action={urls.myDataFile()}>
        <Button>{t('privacy.own.fileButton')}</Button>
      </form>
      <h2 class="govuk-heading-m">{t('accounts.address.title')}</h2>
      <p class="govuk-body">
        {t('accounts.address.now')}: <bdi>{email}</bdi>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.changeAddress()}>
          {t('privacy.own.changeAddress')}
        </a>
      </p>
      <h2 class="govuk-heading-m">{t('privacy.delete.title')}</h2>
      <p class="govuk-body">{t('privacy.own.deleteAbout')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.deleteAccount()}>
          {t('privacy.own.delete')}
        </a>
      </p>
    </OfficeFrame>
  )
}
