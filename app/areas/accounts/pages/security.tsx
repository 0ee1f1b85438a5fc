/** How the person signs in, and where they are signed in now. */
import type { OfficeFor } from '../../../platform/http/env.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'
import { PasskeyScript } from './passkey.tsx'

/** Moments and ways are words already. */
export type SecurityPageProps = {
  of: OfficeFor
  app: { readonly since: string; readonly recoveryCodes: number; readonly removable: boolean } | undefined
  passkeys: readonly {
    readonly id: string
    readonly name: string
    readonly added: string
    readonly lastUsed: string | undefined
    readonly removable: boolean
  }[]
  sessions: readonly {
    readonly id: string
    readonly way: string
    readonly since: string
    readonly lastUsed: string
    readonly current: boolean
  }[]
  done: boolean
  /** The name of a passkey was left empty or is too long: its id, and what was typed. */
  unnamed?: { readonly id: string; readonly typed: string } | undefined
}

type Of = { translator: Translator }

const secondary = 'govuk-button--secondary'

export function SecurityPage(props: SecurityPageProps) {
  const { of, done, unnamed } = props
  const { translator } = of
  const { t } = translator
  const refused = unnamed !== undefined
  const errors = [{ text: t('accounts.passkey.nameInvalid'), href: `#name-${unnamed?.id}` }]
  return (
    <OfficeFrame
      of={of}
      title={t('accounts.security.title')}
      current="account"
      done={done ? t('accounts.security.done') : undefined}
      refused={refused}
      back={{ href: urls.account(), text: t('accounts.security.back') }}
      first={refused && <ErrorSummary title={t('office.form.errorTitle')} errors={errors} />}
    >
      <p class="govuk-body">{t('accounts.security.introduction')}</p>
      <App translator={translator} app={props.app} />
      <PasskeyList translator={translator} passkeys={props.passkeys} unnamed={unnamed} />
      <SessionList translator={translator} sessions={props.sessions} />
      <PasskeyScript />
    </OfficeFrame>
  )
}

function App({ translator: { t }, app }: Of & Pick<SecurityPageProps, 'app'>) {
  return (
    <section aria-labelledby="app">
      <h2 class="govuk-heading-m" id="app">
        {t('accounts.app.title')}
      </h2>
      <p class="govuk-body">{t('accounts.app.what')}</p>
      {app && (
        <SummaryList
          rows={[
            { key: t('accounts.app.since'), value: app.since },
            { key: t('accounts.recovery.left'), value: String(app.recoveryCodes) },
          ]}
        />
      )}
      <form method="post" action={urls.setUp('account', 'app')}>
        <Button classes={app && secondary} preventDoubleClick>
          {t(app ? 'accounts.app.replace' : 'accounts.app.setUp')}
        </Button>
      </form>
      {app && (
        <form method="post" action={urls.securityAct('recovery-codes')}>
          <Button classes={secondary} preventDoubleClick>
            {t('accounts.recovery.renew')}
          </Button>
        </form>
      )}
      {app?.removable && (
        <form method="post" action={urls.securityAct('app/remove')}>
          <Button classes="govuk-button--warning" preventDoubleClick>
            {t('accounts.app.remove')}
          </Button>
        </form>
      )}
      {app && !app.removable && <p class="govuk-body">{t('accounts.security.last')}</p>}
    </section>
  )
}

type PasskeyListProps = Of & Pick<SecurityPageProps, 'passkeys' | 'unnamed'>

function PasskeyList({ translator, passkeys, unnamed }: PasskeyListProps) {
  const { t } = translator
  return (
    <section aria-labelledby="passkeys">
      <h2 class="govuk-heading-m" id="passkeys">
        {t('accounts.passkeys.title')}
      </h2>
      <p class="govuk-body">{t('accounts.passkey.what')}</p>
      {passkeys.map((passkey) => (
        <OnePasskey
          translator={translator}
          passkey={passkey}
          typed={passkey.id === unnamed?.id ? unnamed.typed : undefined}
        />
      ))}
      <template data-passkey-able>
        <Button href={urls.setUp('account', 'passkey')}>{t('accounts.passkey.addTitle')}</Button>
      </template>
      <noscript>
        <p class="govuk-body">{t('accounts.passkey.needsScript')}</p>
      </noscript>
    </section>
  )
}

/** `typed`: a name that was refused. */
type OnePasskeyProps = Of & { passkey: SecurityPageProps['passkeys'][number]; typed: string | undefined }

function OnePasskey({ translator: { t }, passkey, typed }: OnePasskeyProps) {
  const { id, name, added, lastUsed, removable } = passkey
  return (
    <>
      <SummaryList
        card={{ title: <bdi>{name}</bdi>, headingLevel: 3 }}
        rows={[
          { key: t('accounts.passkey.added'), value: added },
          { key: t('accounts.security.lastUsed'), value: lastUsed ?? t('accounts.passkey.neverUsed') },
        ]}
      />
      <form method="post" action={urls.securityAct('passkey/rename')} novalidate>
        <input type="hidden" name="id" value={id} />
        <TextInput
          id={`name-${id}`}
          name="name"
          autocomplete="off"
          label={t('accounts.passkey.rename', { name })}
          value={typed ?? name}
          error={
            typed === undefined
              ? undefined
              : { prefix: t('office.form.errorPrefix'), text: t('accounts.passkey.nameInvalid') }
          }
        />
        <Button classes={secondary} preventDoubleClick>
          {t('accounts.own.save')}
        </Button>
      </form>
      {removable ? (
        <form method="post" action={urls.securityAct('passkey/remove')}>
          <input type="hidden" name="id" value={id} />
          <Button classes="govuk-button--warning" preventDoubleClick>
            {t('accounts.passkey.remove', { name })}
          </Button>
        </form>
      ) : (
        <p class="govuk-body">{t('accounts.security.last')}</p>
      )}
    </>
  )
}

function SessionList({ translator: { t }, sessions }: Of & Pick<SecurityPageProps, 'sessions'>) {
  return (
    <section aria-labelledby="sessions">
      <h2 class="govuk-heading-m" id="sessions">
        {t('accounts.sessions.title')}
      </h2>
      <p class="govuk-body">{t('accounts.sessions.text')}</p>
      {sessions.map(({ id, way, since, lastUsed, current }) => (
        <>
          <SummaryList
            card={{ title: current ? t('accounts.sessions.this') : way, headingLevel: 3 }}
            rows={[
              { key: t('accounts.sessions.way'), value: way },
              { key: t('accounts.sessions.since'), value: since },
              { key: t('accounts.security.lastUsed'), value: lastUsed },
            ]}
          />
          {!current && (
            <form method="post" action={urls.securityAct('sessions/end')}>
              <input type="hidden" name="id" value={id} />
              <Button classes={secondary} preventDoubleClick>
                {t('accounts.sessions.end', { since })}
              </Button>
            </form>
          )}
        </>
      ))}
      {sessions.length > 1 && (
        <form method="post" action={urls.securityAct('sessions/end-others')}>
          <Button preventDoubleClick>{t('accounts.sessions.endOthers')}</Button>
        </form>
      )}
    </section>
  )
}
