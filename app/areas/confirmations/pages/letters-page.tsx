import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { Refused } from '../../../ui/layout/refused.tsx'
import { townSections } from '../../../ui/layout/town-sections.ts'
import { urls } from '../../../urls.ts'

export interface LetterView {
  /** Which letter, and how often it was printed. */
  readonly value: string
  /** Of the service. */
  readonly name: string
  /** The first line of its address. */
  readonly to: string
  readonly again: boolean
  /** Days in words. */
  readonly dueOn: string
  readonly printedOn: string | undefined
}

export interface LettersFault {
  readonly field: 'letters' | 'sender'
  readonly code: 'noLetter' | 'notPrinted' | 'sender'
}

export interface LettersPageProps {
  readonly of: OfficeFor
  readonly town: { readonly country: string; readonly slug: string }
  readonly townName: string
  /** The longest due first. */
  readonly letters: readonly LetterView[]
  /** There are more than are shown. */
  readonly more: boolean
  readonly most: number
  /** Values of letters. */
  readonly ticked: readonly string[]
  /** Lines. */
  readonly sender: string
  /** Of the sender. */
  readonly revision: number
  /** Of this very form. */
  readonly printing: string
  /** They were marked as posted. */
  readonly done: boolean
  readonly fault: LettersFault | undefined
  /** A colleague was faster. */
  readonly late: boolean
}

function errorOf({ of: { translator }, fault }: LettersPageProps, field: LettersFault['field']) {
  const { t } = translator
  if (fault?.field !== field) return undefined
  return { prefix: t('checklist.office.form.error'), text: t(`confirm.error.${fault.code}`) }
}

function stateOf({ of: { translator } }: LettersPageProps, { again, dueOn, printedOn }: LetterView): string {
  const { t } = translator
  const which = again ? 'second' : 'first'
  return printedOn === undefined
    ? t(`confirm.office.letter.${which}.due`, { date: dueOn })
    : t(`confirm.office.letter.${which}.printed`, { date: printedOn })
}

/** One form with two buttons: the document comes beside the page, which stays as it was. */
function LettersForm(props: LettersPageProps) {
  const { of, town, letters, ticked, sender, revision, printing } = props
  const { t } = of.translator
  return (
    <form method="post" action={urls.officeLettersPrint(town)} novalidate>
      <input type="hidden" name="printing" value={printing} />
      <input type="hidden" name="revision" value={`${revision}`} />
      <Checkboxes
        name="letters"
        legend={t('confirm.letters.which')}
        legendClasses="govuk-fieldset__legend--s"
        values={ticked}
        error={errorOf(props, 'letters')}
        items={letters.map((letter) => ({
          value: letter.value,
          text: <bdi>{letter.name}</bdi>,
          hint: (
            <>
              <bdi>{letter.to}</bdi>
              <br />
              {stateOf(props, letter)}
            </>
          ),
        }))}
      />
      <Textarea
        name="sender"
        label={t('confirm.letters.sender')}
        hint={t('confirm.letters.senderHint')}
        rows={4}
        value={sender}
        error={errorOf(props, 'sender')}
        dir="auto"
        autocomplete="off"
        spellcheck={false}
      />
      <div class="govuk-button-group">
        <Button>{t('confirm.letters.print')}</Button>
        <Button preventDoubleClick formAction={urls.officeLettersPosted(town)} classes="govuk-button--secondary">
          {t('confirm.letters.posted')}
        </Button>
      </div>
      <p class="govuk-body">{t('confirm.letters.again')}</p>
    </form>
  )
}

/** Letters to whoever runs a service and has no e-mail: to be printed, then posted. */
export function LettersPage(props: LettersPageProps) {
  const { of, town, townName, letters, more, most, done, fault, late } = props
  const { t } = of.translator
  const errors = fault ? [{ text: t(`confirm.error.${fault.code}`), href: `#${fault.field}` }] : []
  return (
    <OfficeFrame
      of={of}
      title={t('confirm.letters.title')}
      workplace={{ name: townName, items: townSections(of, town, 'checklist') }}
      back={{ href: urls.officeTown(town), text: t('confirm.letters.back') }}
      done={done ? t('confirm.letters.done') : undefined}
      refused={errors.length > 0 || late}
      first={
        <Refused translator={of.translator} errors={errors} changed={late ? t('confirm.letters.late') : undefined} />
      }
    >
      {letters.length === 0 ? (
        <p class="govuk-body">{t('confirm.letters.none')}</p>
      ) : (
        <>
          <p class="govuk-body">{t('confirm.letters.about')}</p>
          {more && <p class="govuk-body">{t('confirm.letters.more', { most: `${most}` })}</p>}
          <LettersForm {...props} />
        </>
      )}
    </OfficeFrame>
  )
}
