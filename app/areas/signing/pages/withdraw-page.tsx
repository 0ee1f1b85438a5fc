import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { WarningText } from '../../../ui/components/warning-text/warning-text.tsx'
import { urls } from '../../../urls.ts'
import { errorOf, type PactFrame, PactPageFrame, type ToldFault } from './pact-frame.tsx'

export interface WithdrawPageProps {
  readonly frame: PactFrame
  readonly name: string
  readonly number: number
  readonly fields: FormFields
  readonly faults: readonly ToldFault[]
  /** What was typed, to be looked at once more before it is done. */
  readonly checked: { readonly date: string; readonly words: string } | undefined
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

function Form({ frame, number, fields, faults }: WithdrawPageProps) {
  const { t } = frame.of.translator
  const typed = (name: string) => fields.get(name)?.[0] ?? ''
  return (
    <form method="post" action={urls.withdrawPact(frame.base, number)} novalidate>
      <TextInput
        name="on"
        label={t('signing.withdraw.on')}
        hint={t('signing.hint.day')}
        dir="ltr"
        value={typed('on')}
        error={errorOf(frame, faults, 'on')}
      />
      <Textarea
        name="words"
        label={t('signing.withdraw.words')}
        hint={t('signing.withdraw.wordsHint')}
        rows={6}
        dir="auto"
        value={typed('words')}
        error={errorOf(frame, faults, 'words')}
      />
      <Button preventDoubleClick>{t('signing.saveOn')}</Button>
    </form>
  )
}

function Confirm({ frame, number, fields, checked }: WithdrawPageProps) {
  const { t } = frame.of.translator
  const typed = (name: string) => fields.get(name)?.[0] ?? ''
  const same = ['on', 'words'].map((name) => <input type="hidden" name={name} value={typed(name)} />)
  if (!checked) return null
  return (
    <>
      <InsetText>
        <p class="govuk-body">{t('signing.withdraw.decided', { date: checked.date })}</p>
        <p class="govuk-body office-said" dir="auto">
          {checked.words}
        </p>
      </InsetText>
      <WarningText iconFallbackText={t('checklist.office.form.warning')}>{t('signing.withdraw.atOnce')}</WarningText>
      <form method="post" action={urls.withdrawPactNow(frame.base, number)}>
        {same}
        <Button classes="govuk-button--warning" preventDoubleClick>
          {t('signing.withdraw.now')}
        </Button>
      </form>
      <form method="post" action={urls.withdrawPact(frame.base, number)}>
        {same}
        <input type="hidden" name="do" value="change" />
        <Button classes="govuk-button--secondary">{t('signing.check.change')}</Button>
      </form>
    </>
  )
}

/** A signatory withdraws: what will happen, then its own words, then the button. */
export function WithdrawPage(props: WithdrawPageProps) {
  const { frame, name, faults, checked } = props
  const { t } = frame.of.translator
  return (
    <PactPageFrame
      frame={frame}
      title={t(checked ? 'signing.withdraw.confirm' : 'signing.withdraw.title')}
      caption={name}
      back={{ href: frame.base, text: t('signing.back') }}
      faults={faults}
    >
      <WhatHappens frame={frame} />
      {checked ? <Confirm {...props} /> : <Form {...props} />}
    </PactPageFrame>
  )
}
