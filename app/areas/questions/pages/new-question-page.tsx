import type { OfficeFor } from '../../../platform/http/env.ts'
import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'
import type { QuestionFault } from '../form-rules.ts'
import { NoCase } from './no-case.tsx'
import { errorOf, RefusedQuestion } from './refused-form.tsx'

export interface NewQuestionPageProps {
  readonly of: OfficeFor
  readonly workplace: OfficeFrameProps['workplace']
  readonly town: Parameters<typeof urls.officeTown>[0]
  /** Made with the page: the form sent twice asks once. */
  readonly id: string
  /** Path of the page on which somebody began to ask. */
  readonly from: string | null
  /** That the town can ask; none: it belongs to none. */
  readonly associations: readonly { readonly id: string; readonly name: string }[]
  /** Answers by mail go to the person's own address. */
  readonly showsAddress: boolean
  readonly fields: FormFields
  readonly faults: readonly QuestionFault[]
}

function Whom({ of: { translator }, associations, fields, faults }: NewQuestionPageProps) {
  const { t } = translator
  const [only] = associations
  if (associations.length === 1 && only) {
    return (
      <p class="govuk-body">
        {t('questions.new.to')} <bdi>{only.name}</bdi>
      </p>
    )
  }
  return (
    <Radios
      name="association"
      legend={t('questions.new.whom')}
      legendClasses="govuk-fieldset__legend--s"
      value={fields.get('association')?.[0] ?? ''}
      error={errorOf(translator, faults, 'association')}
      items={associations.map(({ id, name }) => ({ value: id, text: <bdi>{name}</bdi> }))}
    />
  )
}

function Form(props: NewQuestionPageProps) {
  const { of, town, id, from, showsAddress, fields, faults } = props
  const { translator } = of
  const { t } = translator
  return (
    <form method="post" action={urls.townQuestions(town)} novalidate>
      <input type="hidden" name="id" value={id} />
      {from !== null && <input type="hidden" name="from" value={from} />}
      <Whom {...props} />
      <TextInput
        name="subject"
        label={t('questions.new.subject')}
        labelClasses="govuk-label--s"
        dir="auto"
        value={fields.get('subject')?.[0] ?? ''}
        error={errorOf(translator, faults, 'subject')}
      />
      <Textarea
        name="text"
        label={t('questions.new.text')}
        labelClasses="govuk-label--s"
        rows={8}
        dir="auto"
        value={fields.get('text')?.[0] ?? ''}
        error={errorOf(translator, faults, 'text')}
      />
      {from !== null && (
        <p class="govuk-body">
          {t('questions.new.from')} <bdi dir="ltr">{from}</bdi>
        </p>
      )}
      <p class="govuk-hint">{t(showsAddress ? 'questions.new.seenAddress' : 'questions.new.seen')}</p>
      <Button preventDoubleClick>{t('questions.new.submit')}</Button>
    </form>
  )
}

/** A town asks its association. */
export function NewQuestionPage(props: NewQuestionPageProps) {
  const { of, workplace, town, associations, faults } = props
  const { t } = of.translator
  return (
    <OfficeFrame
      of={of}
      workplace={workplace}
      title={t('questions.new.title')}
      back={{ href: urls.townQuestions(town), text: t('questions.back') }}
      refused={faults.length > 0}
      first={<RefusedQuestion translator={of.translator} faults={faults} />}
    >
      <NoCase translator={of.translator} country={town.country} />
      {associations.length > 0 ? <Form {...props} /> : <p class="govuk-body">{t('questions.none.association')}</p>}
    </OfficeFrame>
  )
}
