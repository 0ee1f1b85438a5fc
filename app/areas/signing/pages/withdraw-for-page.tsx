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

export interface WithdrawForPageProps {
  readonly frame: PactFrame
  readonly number: number
  readonly name: string
  /** Made with the page: the form sent twice asks once. */
  readonly id: string
  readonly fields: FormFields
  /** What waits for a second person. */
  readonly asked:
    | { readonly id: string; readonly date: string; readonly words: string; readonly mine: boolean }
    | undefined
  readonly conflict: Conflict | undefined
  readonly faults: readonly ToldFault[]
  readonly done: DoneNotice | undefined
}

function Ask({ frame, number, id, fields, faults }: WithdrawForPageProps) {
  const { t } = frame.of.translator
  const typed = (name: string) => fields.get(name)?.[0] ?? ''
  return (
    <form method="post" action={urls.pactSignatoryAct(number, 'withdraw')} novalidate>
      <input type="hidden" name="id" value={id} />
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
        label={t('signing.withdrawFor.words')}
        hint={t('signing.withdrawFor.wordsHint')}
        rows={6}
        dir="auto"
        value={typed('words')}
        error={errorOf(frame, faults, 'words')}
      />
      <Button preventDoubleClick>{t('signing.withdrawFor.ask')}</Button>
    </form>
  )
}

function Asked({ frame, number, asked }: WithdrawForPageProps) {
  const { t } = frame.of.translator
  if (!asked) return null
  return (
    <>
      <InsetText>
        <p class="govuk-body">{t('signing.withdraw.decided', { date: asked.date })}</p>
        <p class="govuk-body office-said" dir="auto">
          {asked.words}
        </p>
      </InsetText>
      {asked.mine ? (
        <p class="govuk-body">{t('signing.withdrawFor.again')}</p>
      ) : (
        <>
          <WarningText iconFallbackText={t('checklist.office.form.warning')}>
            {t('signing.withdraw.atOnce')}
          </WarningText>
          <form method="post" action={urls.pactSignatoryAct(number, 'withdraw/agree')}>
            <input type="hidden" name="id" value={asked.id} />
            <Button classes="govuk-button--warning" preventDoubleClick>
              {t('signing.withdrawFor.agree')}
            </Button>
          </form>
        </>
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
        <Asked {...props} />
      ) : (
        <Ask {...props} />
      )}
    </PactPageFrame>
  )
}
