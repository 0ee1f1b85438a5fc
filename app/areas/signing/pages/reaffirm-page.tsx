import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { FileUpload } from '../../../ui/components/file-upload/file-upload.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { urls } from '../../../urls.ts'
import type { DoneNotice } from '../office-request.ts'
import { errorOf, type PactFrame, PactPageFrame, type ToldFault } from './pact-frame.tsx'

export interface ReaffirmPageProps {
  readonly frame: PactFrame
  readonly name: string
  /** Made with the page: the form sent twice sends once. */
  readonly id: string
  readonly fields: FormFields
  readonly faults: readonly ToldFault[]
  /** One is with the secretariat, until this day. */
  readonly waiting: string | undefined
  /** Why the last one came back. */
  readonly returned: string | undefined
  readonly reaffirmed: string | undefined
  readonly done: DoneNotice | undefined
}

function Form({ frame, id, fields, faults }: ReaffirmPageProps) {
  const { t } = frame.of.translator
  const typed = (name: string) => fields.get(name)?.[0] ?? ''
  const field = (name: 'body' | 'on' | 'reference', hint: string) => (
    <TextInput
      name={name}
      label={t(`signing.field.${name}`)}
      labelClasses="govuk-label--s"
      hint={hint}
      dir={name === 'on' ? 'ltr' : 'auto'}
      value={typed(name)}
      error={errorOf(frame, faults, name)}
    />
  )
  return (
    <form method="post" action={urls.reaffirmPact(frame.base)} enctype="multipart/form-data" novalidate>
      <input type="hidden" name="id" value={id} />
      {field('body', t('signing.hint.body'))}
      {field('on', t('signing.hint.day'))}
      {field('reference', t('signing.hint.reference'))}
      <FileUpload
        name="document"
        label={t('signing.reaffirm.document')}
        labelClasses="govuk-label--s"
        hint={t('signing.hint.document')}
        accept="application/pdf,.pdf"
        error={errorOf(frame, faults, 'document')}
      />
      <Button preventDoubleClick>{t('signing.reaffirm.submit')}</Button>
    </form>
  )
}

/** A council stands by its signature. */
export function ReaffirmPage(props: ReaffirmPageProps) {
  const { frame, name, faults, waiting, returned, reaffirmed, done } = props
  const { t } = frame.of.translator
  return (
    <PactPageFrame
      frame={frame}
      title={t('signing.reaffirm.title')}
      caption={name}
      back={{ href: frame.base, text: t('signing.back') }}
      faults={faults}
      done={done && t(`signing.done.${done}`)}
    >
      <p class="govuk-body-l">{t('signing.reaffirm.about')}</p>
      <p class="govuk-body">{t('signing.reaffirm.stays')}</p>
      {reaffirmed !== undefined && <p class="govuk-body">{t('signing.stand.reaffirmed', { date: reaffirmed })}</p>}
      {returned !== undefined && (
        <InsetText>
          <p class="govuk-body">{t('signing.reaffirm.returned')}</p>
          <p class="govuk-body office-said" dir="auto">
            {returned}
          </p>
        </InsetText>
      )}
      {waiting === undefined ? (
        <Form {...props} />
      ) : (
        <InsetText>{t('signing.reaffirm.waiting', { date: waiting })}</InsetText>
      )}
    </PactPageFrame>
  )
}
