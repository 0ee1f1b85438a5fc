import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { Select } from '../../../ui/components/select/select.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'
import type { Workplaces } from '../workplaces.ts'
import { WorkplaceList } from './workplace-list.tsx'

export type AccountPageProps = {
  of: OfficeFor
  email: string
  name: string
  /** Code. */
  language: string
  languages: readonly { readonly code: string; readonly tag: string; readonly autonym: string }[]
  done: boolean
  workplaces: Workplaces
  /** The name is missing or too long. */
  refused?: boolean
}

/** The person's own page: who they are here, and in which language the office speaks to them. */
export function AccountPage(props: AccountPageProps) {
  const { of, email, name, language, languages, done, workplaces, refused = false } = props
  const { t } = of.translator
  const fault = t('accounts.own.nameInvalid')
  return (
    <OfficeFrame
      of={of}
      title={t('accounts.own.title')}
      current="account"
      done={done ? t('accounts.own.done') : undefined}
      refused={refused}
      first={refused && <ErrorSummary title={t('office.form.errorTitle')} errors={[{ text: fault, href: '#name' }]} />}
    >
      <SummaryList
        rows={[
          {
            key: t('accounts.own.email'),
            value: <bdi>{email}</bdi>,
            actions: [{ href: urls.changeAddress(), text: t('privacy.own.changeAddress') }],
          },
        ]}
      />
      <form method="post" action={urls.account()} novalidate>
        <TextInput
          name="name"
          autocomplete="name"
          label={t('accounts.own.name')}
          hint={t('accounts.own.nameHint')}
          value={name}
          error={refused ? { prefix: t('office.form.errorPrefix'), text: fault } : undefined}
        />
        <Select
          name="language"
          label={t('accounts.own.language')}
          hint={t('accounts.own.languageHint')}
          value={language}
          items={languages.map(({ code, tag, autonym }) => ({ value: code, text: autonym, lang: tag }))}
        />
        <Button preventDoubleClick>{t('accounts.own.save')}</Button>
      </form>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.security()}>
          {t('accounts.security.title')}
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.accountMail()}>
          {t('notifications.choices.link')}
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.myData()}>
          {t('privacy.own.title')}
        </a>
      </p>
      <WorkplaceList translator={of.translator} workplaces={workplaces} />
      <p class="govuk-body">
        <a class="govuk-link" href={urls.applyPact()}>
          {t('signing.begin.own')}
        </a>
      </p>
    </OfficeFrame>
  )
}
