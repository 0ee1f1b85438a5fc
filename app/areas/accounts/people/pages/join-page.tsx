/** The pages on which somebody asks to work for a town. */
import type { OfficeFor } from '../../../../platform/http/env.ts'
import { Button } from '../../../../ui/components/button/button.tsx'
import { Radios } from '../../../../ui/components/radios/radios.tsx'
import { TextInput } from '../../../../ui/components/text-input/text-input.tsx'
import { NotHere } from '../../../../ui/layout/not-here.tsx'
import { OfficeFrame } from '../../../../ui/layout/office-frame.tsx'
import { urls } from '../../../../urls.ts'
import { type Fault, FaultSummary, faultAt } from './people-frame.tsx'

export interface JoinPageProps {
  readonly of: OfficeFor
  readonly typed: {
    readonly town: string
    /** Id of the authority that was chosen. */
    readonly authority: string
    readonly name: string
    readonly email: string
    readonly post: string
  }
  /** Towns of the name that was typed; undefined before it was looked for. */
  readonly found: readonly { readonly id: string; readonly name: string; readonly where: string }[] | undefined
  readonly faults: readonly Fault[]
}

export function JoinPage(props: JoinPageProps) {
  const { of, faults } = props
  const { t } = of.translator
  const refused = faults.length > 0
  return (
    <OfficeFrame
      of={of}
      title={t('people.join.title')}
      refused={refused}
      back={{ href: urls.signIn(), text: t('accounts.signIn.title') }}
      first={refused && <FaultSummary translator={of.translator} faults={faults} />}
    >
      <NotHere of={of} text={t('people.join.notHere')} />
      <p class="govuk-body">{t('people.join.about')}</p>
      <form method="post" action={urls.join()} novalidate>
        <TownFields {...props} />
        <PersonFields {...props} />
        <Button preventDoubleClick>{t(props.found ? 'people.join.send' : 'people.join.continue')}</Button>
      </form>
      <p class="govuk-body">{t('people.join.kept')}</p>
    </OfficeFrame>
  )
}

function TownFields({ of: { translator }, typed, found, faults }: JoinPageProps) {
  const { t } = translator
  return (
    <>
      <TextInput
        name="town"
        autocomplete="off"
        dir="auto"
        label={t('people.join.town')}
        hint={t('people.join.townHint')}
        value={typed.town}
        error={faultAt(translator, faults, 'town')}
      />
      {faults.some(({ code }) => code === 'townUnknown') && (
        <p class="govuk-body">
          {t('people.join.missing')}{' '}
          <a class="govuk-link" href={urls.missingBody()}>
            {t('signing.missing.title')}
          </a>
        </p>
      )}
      {found && found.length > 0 && (
        <>
          <input type="hidden" name="searched" value={typed.town} />
          <Radios
            name="authority"
            legend={t('people.join.which')}
            value={typed.authority}
            error={faultAt(translator, faults, 'authority')}
            items={found.map(({ id, name, where }) => ({
              value: id,
              text: (
                <>
                  <bdi>{name}</bdi>
                  {`, ${where}`}
                </>
              ),
            }))}
          />
        </>
      )}
    </>
  )
}

function PersonFields({ of: { translator }, typed, faults }: JoinPageProps) {
  const { t } = translator
  return (
    <>
      <TextInput
        name="name"
        autocomplete="name"
        dir="auto"
        label={t('people.join.name')}
        value={typed.name}
        error={faultAt(translator, faults, 'name')}
      />
      <TextInput
        name="email"
        type="email"
        autocomplete="email"
        spellcheck={false}
        dir="ltr"
        label={t('people.join.email')}
        hint={t('people.join.emailHint')}
        value={typed.email}
        error={faultAt(translator, faults, 'email')}
      />
      <TextInput
        name="post"
        autocomplete="organization-title"
        dir="auto"
        label={t('people.join.post')}
        hint={t('people.join.postHint')}
        value={typed.post}
        error={faultAt(translator, faults, 'post')}
      />
    </>
  )
}

type SimpleProps = Pick<JoinPageProps, 'of'>

export function JoinSentPage({ of }: SimpleProps) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('people.joinSent.title')}>
      <p class="govuk-body">{t('people.joinSent.text')}</p>
      <p class="govuk-body">{t('people.joinSent.nothing')}</p>
    </OfficeFrame>
  )
}

export function ConfirmPage({ of, token, town }: SimpleProps & { token: string; town: string }) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('people.confirm.title')}>
      <p class="govuk-body">{t('people.confirm.text', { town })}</p>
      <form method="post" action={urls.joinConfirm('').split('?')[0]}>
        <input type="hidden" name="token" value={token} />
        <Button preventDoubleClick>{t('people.confirm.button')}</Button>
      </form>
    </OfficeFrame>
  )
}

export function ConfirmedPage({ of }: SimpleProps) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('people.confirmed.title')}>
      <p class="govuk-body">{t('people.confirmed.text')}</p>
    </OfficeFrame>
  )
}

export function ConfirmOverPage({ of }: SimpleProps) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('people.over.title')}>
      <p class="govuk-body">{t('people.confirmOver.text')}</p>
      <Button href={urls.join()}>{t('people.confirmOver.again')}</Button>
    </OfficeFrame>
  )
}
