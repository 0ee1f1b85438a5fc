/** What a coordinator writes: an answer, a note for colleagues, what the town sent by mail. */
import { Button } from '../../../ui/components/button/button.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { urls } from '../../../urls.ts'
import type { AssociationQuestionPageProps, FormName } from './association-question-page.tsx'
import { NoCase } from './no-case.tsx'
import { errorOf } from './refused-form.tsx'

/** What was typed into one of the forms. */
const typed = ({ form, fields }: AssociationQuestionPageProps, name: FormName, field: string): string =>
  form === name ? (fields.get(field)?.[0] ?? '') : ''

const faultsOf = ({ form, faults }: AssociationQuestionPageProps, name: FormName) => (form === name ? faults : [])

function Text({ name, label, hint, rows, ...props }: AssociationQuestionPageProps & TextProps) {
  return (
    <Textarea
      id={`${name}-text`}
      name="text"
      label={label}
      hint={hint}
      rows={rows}
      dir="auto"
      value={typed(props, name, 'text')}
      error={errorOf(props.of.translator, faultsOf(props, name), 'text')}
    />
  )
}

interface TextProps {
  readonly name: FormName
  readonly label: string
  readonly hint?: string
  readonly rows: number
}

function Hidden({ id, revision }: { id: string; revision: number }) {
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="revision" value={`${revision}`} />
    </>
  )
}

export function AnswerForm(props: AssociationQuestionPageProps) {
  const { of, association, town, question, messageIds } = props
  const { t } = of.translator
  return (
    <form method="post" action={urls.associationQuestionAct(association, question.id, 'answer')} novalidate>
      <h2 class="govuk-heading-m">{t('questions.answer.title')}</h2>
      <NoCase translator={of.translator} country={town.country} />
      <Hidden id={messageIds.answer} revision={question.revision} />
      <Text {...props} name="answer" label={t('questions.answer.text')} rows={8} />
      <Radios
        name="next"
        legend={t('questions.answer.then')}
        legendClasses="govuk-fieldset__legend--s"
        classes="govuk-radios--small"
        value={typed(props, 'answer', 'next') || 'answers'}
        items={[
          { value: 'answers', text: t('questions.answer.answers') },
          { value: 'asks-back', text: t('questions.answer.asksBack') },
        ]}
      />
      <Button preventDoubleClick>{t('questions.answer.submit')}</Button>
    </form>
  )
}

export function NoteForm(props: AssociationQuestionPageProps) {
  const { of, association, question, messageIds, form } = props
  const { t } = of.translator
  return (
    <Details summary={t('questions.note.title')} open={form === 'note'}>
      <form method="post" action={urls.associationQuestionAct(association, question.id, 'note')} novalidate>
        <Hidden id={messageIds.note} revision={question.revision} />
        <Text {...props} name="note" label={t('questions.note.text')} hint={t('questions.note.hint')} rows={4} />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          {t('questions.note.submit')}
        </Button>
      </form>
    </Details>
  )
}

export function PasteForm(props: AssociationQuestionPageProps) {
  const { of, association, question, messageIds, form } = props
  const { t } = of.translator
  return (
    <Details summary={t('questions.paste.title')} open={form === 'paste'}>
      <form method="post" action={urls.associationQuestionAct(association, question.id, 'paste')} novalidate>
        <Hidden id={messageIds.paste} revision={question.revision} />
        <p class="govuk-body">{t('questions.paste.about')}</p>
        <TextInput
          id="paste-received"
          name="received"
          label={t('questions.paste.received')}
          hint={t('questions.paste.receivedHint')}
          classes="govuk-input--width-10"
          dir="ltr"
          value={typed(props, 'paste', 'received')}
          error={errorOf(of.translator, faultsOf(props, 'paste'), 'received')}
        />
        <Text {...props} name="paste" label={t('questions.paste.text')} rows={6} />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          {t('questions.paste.submit')}
        </Button>
      </form>
    </Details>
  )
}
