/** The pages that the link of an invitation opens. */
import type { OfficeFor } from '../../../../platform/http/env.ts'
import type { RoleName } from '../../../../platform/session/actor.ts'
import { Button } from '../../../../ui/components/button/button.tsx'
import { Select } from '../../../../ui/components/select/select.tsx'
import { TextInput } from '../../../../ui/components/text-input/text-input.tsx'
import { OfficeFrame } from '../../../../ui/layout/office-frame.tsx'
import { urls } from '../../../../urls.ts'
import type { LanguageChoice } from './invite-page.tsx'
import { type Fault, FaultSummary, faultAt } from './people-frame.tsx'

export interface AcceptPageProps {
  readonly of: OfficeFor
  readonly token: string
  readonly place: string
  readonly role: RoleName
  readonly email: string
  /** Undefined: the person is known here, nothing is asked of them. */
  readonly introduction:
    | { readonly name: string; readonly language: string; readonly languages: readonly LanguageChoice[] }
    | undefined
  readonly faults: readonly Fault[]
}

/** Opening the link does nothing: programs that check mails open links too. Pressing the button accepts. */
export function AcceptPage({ of, token, place, role, email, introduction, faults }: AcceptPageProps) {
  const { t } = of.translator
  const refused = faults.length > 0
  return (
    <OfficeFrame
      of={of}
      title={t('people.accept.title', { place })}
      refused={refused}
      first={refused && <FaultSummary translator={of.translator} faults={faults} />}
    >
      <p class="govuk-body">{t('people.accept.about', { place, role: t(`people.role.${role}`) })}</p>
      <p class="govuk-body">{t(`people.roleHint.${role}`)}</p>
      <p class="govuk-body">
        {t('people.accept.address')} <bdi>{email}</bdi>
      </p>
      <form method="post" action={urls.invitation('').split('?')[0]} novalidate>
        <input type="hidden" name="token" value={token} />
        {introduction && <IntroductionFields of={of} introduction={introduction} faults={faults} />}
        <Button preventDoubleClick>{t('people.accept.accept')}</Button>
      </form>
      <p class="govuk-body">{t('people.accept.not')}</p>
    </OfficeFrame>
  )
}

/** What somebody new tells about themselves. */
export function IntroductionFields({
  of: { translator },
  introduction: { name, language, languages },
  faults,
}: Pick<AcceptPageProps, 'of' | 'faults'> & { introduction: NonNullable<AcceptPageProps['introduction']> }) {
  const { t } = translator
  return (
    <>
      <TextInput
        name="name"
        autocomplete="name"
        dir="auto"
        label={t('accounts.own.name')}
        hint={t('accounts.own.nameHint')}
        value={name}
        error={faultAt(translator, faults, 'name')}
      />
      <Select
        name="language"
        label={t('accounts.own.language')}
        hint={t('accounts.own.languageHint')}
        value={language}
        items={languages.map(({ code, tag, autonym }) => ({ value: code, text: autonym, lang: tag }))}
      />
    </>
  )
}

/** Used, withdrawn, replaced by a newer one, expired, or never one. */
export function InvitationOverPage({ of }: Pick<AcceptPageProps, 'of'>) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('people.over.title')}>
      <p class="govuk-body">{t('people.over.text')}</p>
      <Button href={urls.signIn()}>{t('people.over.signIn')}</Button>
    </OfficeFrame>
  )
}

/** Somebody else than the one who was invited is signed in on this device. */
export function OtherSessionPage({ of }: Pick<AcceptPageProps, 'of'>) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('people.other.title')}>
      <p class="govuk-body">{t('people.other.text')}</p>
      <form method="post" action={urls.signOut()}>
        <Button preventDoubleClick>{t('office.frame.signOut')}</Button>
      </form>
    </OfficeFrame>
  )
}
