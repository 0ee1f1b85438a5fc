/** A signature ends: by the signatory itself, or by two people of the secretariat for one without an office. */
import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { WarningText } from '../../../ui/components/warning-text/warning-text.tsx'
import { urls } from '../../../urls.ts'
import type { DoneNotice } from '../office-request.ts'
import type { Conflict } from '../policy.ts'
import { errorOf, type PactFrame, PactPageFrame, type ToldFault } from './pact-frame.tsx'

interface Withdrawing {
  readonly frame: PactFrame
  readonly name: string
  readonly number: number
  readonly fields: FormFields
  readonly faults: readonly ToldFault[]
}

/** What somebody has said: the day of the decision as it is read, and the words. */
interface Said {
  readonly date: string
  readonly words: string
}

export interface WithdrawPageProps extends Withdrawing {
  /** What was typed, to be looked at once more before it is done. */
  readonly checked: Said | undefined
}

export interface WithdrawForPageProps extends Withdrawing {
  /** Made with the page: the form sent twice asks once. */
  readonly id: string
  /** What waits for a second person. */
  readonly asked: (Said & { readonly id: string; readonly mine: boolean }) | undefined
  readonly conflict: Conflict | undefined
  readonly done: DoneNotice | undefined
}

const typedIn = (fields: FormFields, name: string) => fields.get(name)?.[0] ?? ''

interface FormProps extends Pick<Withdrawing, 'frame' | 'fields' | 'faults'> {
  readonly action: string
  /** Sent with what is typed. */
  readonly id?: string
  /** Whose words, what they are for, what the button does. */
  readonly says: { readonly words: string; readonly hint: string; readonly submit: string }
}

function Form({ frame, fields, faults, action, id, says }: FormProps) {
  const { t } = frame.of.translator
  return (
    <form method="post" action={action} novalidate>
      {id !== undefined && <input type="hidden" name="id" value={id} />}
      <TextInput
        name="on"
        label={t('signing.withdraw.on')}
        hint={t('signing.hint.day')}
        dir="ltr"
        value={typedIn(fields, 'on')}
        error={errorOf(frame, faults, 'on')}
      />
      <Textarea
        name="words"
        label={says.words}
        hint={says.hint}
        rows={6}
        dir="auto"
        value={typedIn(fields, 'words')}
        error={errorOf(frame, faults, 'words')}
      />
      <Button preventDoubleClick>{says.submit}</Button>
    </form>
  )
}

function SaidBefore({ frame, said }: { readonly frame: PactFrame; readonly said: Said }) {
  return (
    <InsetText>
      <p class="govuk-body">{frame.of.translator.t('signing.withdraw.decided', { date: said.date })}</p>
      <p class="govuk-body office-said" dir="auto">
        {said.words}
      </p>
    </InsetText>
  )
}

interface EndProps {
  readonly frame: PactFrame
  readonly action: string
  readonly sent: Readonly<Record<string, string>>
  readonly button: string
}

/** The button by which it ends. */
function End({ frame, action, sent, button }: EndProps) {
  const { t } = frame.of.translator
  return (
    <>
      <WarningText iconFallbackText={t('checklist.office.form.warning')}>{t('signing.withdraw.atOnce')}</WarningText>
      <form method="post" action={action}>
        {Object.entries(sent).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Button classes="govuk-button--warning" preventDoubleClick>
          {button}
        </Button>
      </form>
    </>
  )
}

const happens = ['register', 'certificate', 'history', 'documents', 'again'] as const

function WhatHappens({ frame }: Pick<WithdrawPageProps, 'frame'>) {
  const { t } = frame.of.translator
  return (
    <>
      <h2 class="govuk-heading-m">{t('signing.withdraw.happens')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {happens.map((one) => (
          <li>{t(`signing.withdraw.then.${one}`)}</li>
        ))}
      </ul>
    </>
  )
}

function Confirm({ frame, number, fields, said }: Withdrawing & { readonly said: Said }) {
  const { t } = frame.of.translator
  const same = { on: typedIn(fields, 'on'), words: typedIn(fields, 'words') }
  return (
    <>
      <SaidBefore frame={frame} said={said} />
      <End
        frame={frame}
        action={urls.withdrawPactNow(frame.base, number)}
        sent={same}
        button={t('signing.withdraw.now')}
      />
      <form method="post" action={urls.withdrawPact(frame.base, number)}>
        {Object.entries({ ...same, do: 'change' }).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Button classes="govuk-button--secondary">{t('signing.check.change')}</Button>
      </form>
    </>
  )
}

/** A signatory withdraws: what will happen, then its own words, then the button. */
export function WithdrawPage(props: WithdrawPageProps) {
  const { frame, name, number, faults, checked } = props
  const { t } = frame.of.translator
  const says = {
    words: t('signing.withdraw.words'),
    hint: t('signing.withdraw.wordsHint'),
    submit: t('signing.saveOn'),
  }
  return (
    <PactPageFrame
      frame={frame}
      title={t(checked ? 'signing.withdraw.confirm' : 'signing.withdraw.title')}
      caption={name}
      back={{ href: frame.base, text: t('signing.back') }}
      faults={faults}
    >
      <WhatHappens frame={frame} />
      {checked ? (
        <Confirm {...props} said={checked} />
      ) : (
        <Form {...props} action={urls.withdrawPact(frame.base, number)} says={says} />
      )}
    </PactPageFrame>
  )
}

type Asked = NonNullable<WithdrawForPageProps['asked']>

function AskedBefore({ frame, number, asked }: Pick<Withdrawing, 'frame' | 'number'> & { readonly asked: Asked }) {
  const { t } = frame.of.translator
  return (
    <>
      <SaidBefore frame={frame} said={asked} />
      {asked.mine ? (
        <p class="govuk-body">{t('signing.withdrawFor.again')}</p>
      ) : (
        <End
          frame={frame}
          action={urls.pactSignatoryAct(number, 'withdraw/agree')}
          sent={{ id: asked.id }}
          button={t('signing.withdrawFor.agree')}
        />
      )}
      <form method="post" action={urls.pactSignatoryAct(number, 'withdraw/drop')}>
        <Button classes="govuk-button--secondary" preventDoubleClick>
          {t('signing.withdrawFor.drop')}
        </Button>
      </form>
    </>
  )
}

/** A signatory without an office has told the secretariat that it withdraws: two people enter it. */
export function WithdrawForPage(props: WithdrawForPageProps) {
  const { frame, number, name, asked, conflict, faults, done } = props
  const { t } = frame.of.translator
  const says = {
    words: t('signing.withdrawFor.words'),
    hint: t('signing.withdrawFor.wordsHint'),
    submit: t('signing.withdrawFor.ask'),
  }
  return (
    <PactPageFrame
      frame={frame}
      title={t('signing.withdrawFor.title')}
      caption={name}
      back={{ href: urls.pactSignatory(number), text: t('signing.entry.title') }}
      faults={faults}
      done={done && t(`signing.done.${done}`)}
    >
      <p class="govuk-body">{t('signing.withdrawFor.about')}</p>
      {conflict ? (
        <InsetText>{t(`signing.conflict.${conflict}`)}</InsetText>
      ) : asked ? (
        <AskedBefore frame={frame} number={number} asked={asked} />
      ) : (
        <Form {...props} action={urls.pactSignatoryAct(number, 'withdraw')} says={says} />
      )}
    </PactPageFrame>
  )
}
