import type { RoleName } from '../../../../platform/session/actor.ts'
import { Button } from '../../../../ui/components/button/button.tsx'
import { Radios } from '../../../../ui/components/radios/radios.tsx'
import { Select } from '../../../../ui/components/select/select.tsx'
import { TextInput } from '../../../../ui/components/text-input/text-input.tsx'
import { WarningText } from '../../../../ui/components/warning-text/warning-text.tsx'
import { type Fault, faultAt, PeopleFrame, type PlaceFrame } from './people-frame.tsx'

export interface LanguageChoice {
  readonly code: string
  readonly tag: string
  readonly autonym: string
}

export interface InvitePageProps {
  readonly frame: PlaceFrame
  readonly roles: readonly RoleName[]
  readonly languages: readonly LanguageChoice[]
  readonly typed: { readonly email: string; readonly role: string; readonly language: string }
  readonly faults: readonly Fault[]
}

/** The address and the language of somebody to be invited. */
export function InvitedFields({
  frame,
  languages,
  typed,
  faults,
}: Pick<InvitePageProps, 'frame' | 'languages' | 'faults'> & { typed: Omit<InvitePageProps['typed'], 'role'> }) {
  const { translator } = frame.of
  const { t } = translator
  return (
    <>
      <TextInput
        name="email"
        type="email"
        autocomplete="off"
        spellcheck={false}
        dir="ltr"
        label={t('people.invite.email')}
        hint={t('people.invite.emailHint')}
        value={typed.email}
        error={faultAt(translator, faults, 'email')}
      />
      <Select
        name="language"
        label={t('people.invite.language')}
        hint={t('people.invite.languageHint')}
        value={typed.language}
        items={languages.map(({ code, tag, autonym }) => ({ value: code, text: autonym, lang: tag }))}
      />
    </>
  )
}

/** Radios for roles, each with what it is for. */
function RoleRadios({
  frame,
  roles,
  legend,
  value,
  faults,
}: Pick<InvitePageProps, 'frame' | 'roles' | 'faults'> & { legend: string; value: string }) {
  const { translator } = frame.of
  const { t } = translator
  return (
    <Radios
      name="role"
      legend={legend}
      legendClasses="govuk-fieldset__legend--m"
      value={value}
      error={faultAt(translator, faults, 'role')}
      items={roles.map((role) => ({
        value: role,
        text: t(`people.role.${role}`),
        hint: t(`people.roleHint.${role}`),
      }))}
    />
  )
}

export function InvitePage(props: InvitePageProps) {
  const { frame, roles, typed, faults } = props
  const { t } = frame.of.translator
  return (
    <PeopleFrame frame={frame} title={t('people.invite.title')} faults={faults}>
      <p class="govuk-body">{t('people.invite.about')}</p>
      <form method="post" novalidate>
        <RoleRadios frame={frame} roles={roles} legend={t('people.invite.role')} value={typed.role} faults={faults} />
        <InvitedFields {...props} />
        <Button preventDoubleClick>{t('people.invite.send')}</Button>
      </form>
    </PeopleFrame>
  )
}

export interface InvitationPageProps {
  readonly frame: PlaceFrame
  readonly email: string
  readonly role: RoleName
  /** ISO 8601: which sending the page is about. */
  readonly sentAt: string
  readonly maySendAgain: boolean
}

export function InvitationPage({ frame, email, role, sentAt, maySendAgain }: InvitationPageProps) {
  const { t } = frame.of.translator
  return (
    <PeopleFrame frame={frame} title={t('people.invitation.title')}>
      <p class="govuk-body">
        <strong>{t(`people.role.${role}`)}</strong> · <bdi>{email}</bdi>
      </p>
      <form method="post">
        <input type="hidden" name="sent" value={sentAt} />
        {maySendAgain && (
          <>
            <p class="govuk-body">{t('people.invitation.again')}</p>
            <Button name="do" value="again" preventDoubleClick>
              {t('people.invitation.sendAgain')}
            </Button>
          </>
        )}
        <WarningText iconFallbackText={t('people.warning')}>{t('people.invitation.withdrawn')}</WarningText>
        <Button name="do" value="withdraw" classes="govuk-button--warning" preventDoubleClick>
          {t('people.invitation.withdraw')}
        </Button>
      </form>
    </PeopleFrame>
  )
}
