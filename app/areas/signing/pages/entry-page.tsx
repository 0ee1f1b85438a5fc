import { Button } from '../../../ui/components/button/button.tsx'
import { Select, type SelectOption } from '../../../ui/components/select/select.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { WarningText } from '../../../ui/components/warning-text/warning-text.tsx'
import { urls } from '../../../urls.ts'
import type { CommittedField } from '../../register/index.ts'
import type { DoneNotice } from '../office-request.ts'
import { errorOf, type PactFrame, PactPageFrame, type ToldFault } from './pact-frame.tsx'

export interface EntryPageProps {
  readonly frame: PactFrame
  readonly number: number
  readonly name: string
  readonly standing: string
  readonly signed: boolean
  /** It has no office here that could withdraw it. */
  readonly ends: boolean
  /** What stood there when the form was made. */
  readonly seen: string
  readonly on: string
  readonly text: string
  readonly words: string
  readonly texts: readonly SelectOption[]
  /** What can be erased. */
  readonly held: readonly { readonly field: CommittedField; readonly value: string }[]
  readonly faults: readonly ToldFault[]
  readonly done: DoneNotice | undefined
}

function Correct({ frame, number, seen, on, text, words, texts, faults }: EntryPageProps) {
  const { t } = frame.of.translator
  return (
    <form method="post" action={urls.pactSignatoryAct(number, 'correct')} novalidate>
      <h2 class="govuk-heading-m">{t('signing.entry.correct')}</h2>
      <p class="govuk-body">{t('signing.entry.correctAbout')}</p>
      <input type="hidden" name="seen" value={seen} />
      <TextInput
        name="on"
        label={t('signing.entry.on')}
        hint={t('signing.hint.day')}
        dir="ltr"
        value={on}
        error={errorOf(frame, faults, 'on')}
      />
      <Select
        name="text"
        label={t('signing.field.text')}
        items={texts}
        value={text}
        error={errorOf(frame, faults, 'text')}
      />
      <Textarea
        name="words"
        label={t('signing.entry.words')}
        hint={t('signing.entry.wordsHint')}
        rows={3}
        dir="auto"
        value={words}
        error={errorOf(frame, faults, 'words')}
      />
      <Button preventDoubleClick>{t('signing.entry.correctNow')}</Button>
    </form>
  )
}

/** An entry of the register for the secretariat: putting it right, erasing a person or a text. */
export function EntryPage(props: EntryPageProps) {
  const { frame, number, name, standing, signed, ends, held, faults, done } = props
  const { t } = frame.of.translator
  return (
    <PactPageFrame
      frame={frame}
      title={name === '' ? t('signing.stand.erased') : name}
      caption={t('signing.stations.number', { number: `${number}` })}
      back={{ href: frame.base, text: t('signing.desk.back') }}
      faults={faults}
      done={done && t(`signing.done.${done}`)}
    >
      <p class="govuk-body">{standing}</p>
      {signed && <Correct {...props} />}
      {ends && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.pactSignatoryAct(number, 'withdraw')}>
            {t('signing.withdrawFor.title')}
          </a>
        </p>
      )}
      <h2 class="govuk-heading-m">{t('signing.entry.erase')}</h2>
      <WarningText iconFallbackText={t('checklist.office.form.warning')}>{t('signing.entry.eraseAbout')}</WarningText>
      {held.length === 0 && <p class="govuk-body">{t('signing.entry.nothing')}</p>}
      <SummaryList
        rows={held.map(({ field, value }) => ({
          key: t(`signing.committed.${field}`),
          value: (
            <form method="post" action={urls.pactSignatoryAct(number, 'erase')}>
              <p class="govuk-body office-said" dir="auto">
                {value}
              </p>
              <input type="hidden" name="field" value={field} />
              <Button classes="govuk-button--warning govuk-!-margin-bottom-0" preventDoubleClick>
                {t('signing.entry.eraseNow')}{' '}
                <span class="govuk-visually-hidden">{t(`signing.committed.${field}`)}</span>
              </Button>
            </form>
          ),
        }))}
      />
    </PactPageFrame>
  )
}
