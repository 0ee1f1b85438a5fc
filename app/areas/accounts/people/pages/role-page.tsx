/** Changing one role; handing over; leaving. */
import type { RoleName } from '../../../../platform/session/actor.ts'
import { Button } from '../../../../ui/components/button/button.tsx'
import { Radios } from '../../../../ui/components/radios/radios.tsx'
import { WarningText } from '../../../../ui/components/warning-text/warning-text.tsx'
import { urls } from '../../../../urls.ts'
import { InvitedFields, type LanguageChoice } from './invite-page.tsx'
import { type Fault, faultAt, PeopleFrame, type PlaceFrame } from './people-frame.tsx'

/** The choice that ends a role. */
export const noRole = 'none'
/** The choice of a successor who has to be invited. */
export const somebodyNew = 'new'

export interface RolePageProps {
  readonly frame: PlaceFrame
  readonly person: { readonly id: string; readonly name: string }
  readonly role: RoleName
  /** Roles it can become, this one first. */
  readonly roles: readonly RoleName[]
  readonly chosen: string
  readonly faults: readonly Fault[]
}

export function RolePage({ frame, person, role, roles, chosen, faults }: RolePageProps) {
  const { translator } = frame.of
  const { t } = translator
  return (
    <PeopleFrame frame={frame} title={t('people.change.title', { person: person.name })} faults={faults}>
      {faults.some(({ code }) => code === 'last') && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.peopleHandOver(frame.path, person.id)}>
            {t('people.leave.handOver')}
          </a>
        </p>
      )}
      <form method="post" novalidate>
        <Radios
          name="role"
          legend={t('people.change.role', { role: t(`people.role.${role}`) })}
          legendClasses="govuk-fieldset__legend--m"
          value={chosen}
          error={faultAt(translator, faults, 'role')}
          items={[
            ...roles.map((one) => ({
              value: one,
              text: t(`people.role.${one}`),
              hint: t(`people.roleHint.${one}`),
            })),
            { divider: t('people.or') },
            { value: noRole, text: t('people.change.none'), hint: t('people.change.noneHint') },
          ]}
        />
        <Button preventDoubleClick>{t('people.change.save')}</Button>
      </form>
    </PeopleFrame>
  )
}

export interface HandOverPageProps {
  readonly frame: PlaceFrame
  readonly person: string
  readonly roles: readonly RoleName[]
  readonly colleagues: readonly { readonly id: string; readonly name: string }[]
  readonly languages: readonly LanguageChoice[]
  readonly typed: { readonly successor: string; readonly email: string; readonly language: string }
  readonly faults: readonly Fault[]
}

export function HandOverPage(props: HandOverPageProps) {
  const { frame, person, roles, colleagues, typed, faults } = props
  const { translator } = frame.of
  const { t } = translator
  return (
    <PeopleFrame frame={frame} title={t('people.handOver.title', { person })} faults={faults}>
      <p class="govuk-body">{t('people.handOver.about')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {roles.map((role) => (
          <li>{t(`people.role.${role}`)}</li>
        ))}
        <li>{t('people.handOver.invitations')}</li>
      </ul>
      <p class="govuk-body">{t('people.handOver.nothingLost')}</p>
      <form method="post" novalidate>
        <Radios
          name="successor"
          legend={t('people.handOver.successor')}
          legendClasses="govuk-fieldset__legend--m"
          value={typed.successor}
          error={faultAt(translator, faults, 'successor')}
          items={[
            ...colleagues.map(({ id, name }) => ({ value: id, text: <bdi>{name}</bdi> })),
            ...(colleagues.length > 0 ? [{ divider: t('people.or') }] : []),
            {
              value: somebodyNew,
              text: t('people.handOver.new'),
              hint: t('people.handOver.newHint'),
              conditional: <InvitedFields {...props} />,
            },
          ]}
        />
        <Button preventDoubleClick>{t('people.handOver.save')}</Button>
      </form>
    </PeopleFrame>
  )
}

export interface LeavePageProps {
  readonly frame: PlaceFrame
  readonly person: string
  readonly roles: readonly RoleName[]
  /** Nobody else could let anybody in: they have to hand over. */
  readonly last: boolean
  readonly mayHandOver: boolean
}

export function LeavePage({ frame, person, roles, last, mayHandOver }: LeavePageProps) {
  const { t } = frame.of.translator
  return (
    <PeopleFrame frame={frame} title={t('people.leave.title', { place: frame.place })}>
      <ul class="govuk-list govuk-list--bullet">
        {roles.map((role) => (
          <li>{t(`people.role.${role}`)}</li>
        ))}
      </ul>
      <p class="govuk-body">{t(last ? 'people.leave.last' : 'people.leave.about')}</p>
      {mayHandOver && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.peopleHandOver(frame.path, person)}>
            {t('people.leave.handOver')}
          </a>
        </p>
      )}
      {!last && (
        <form method="post">
          <WarningText iconFallbackText={t('people.warning')}>{t('people.leave.final')}</WarningText>
          <Button classes="govuk-button--warning" preventDoubleClick>
            {t('people.leave.confirm')}
          </Button>
        </form>
      )}
    </PeopleFrame>
  )
}
