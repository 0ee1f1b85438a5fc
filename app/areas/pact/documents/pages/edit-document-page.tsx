import type { FormFields } from '../../../../platform/http/form.ts'
import { Button } from '../../../../ui/components/button/button.tsx'
import { Details } from '../../../../ui/components/details/details.tsx'
import { InsetText } from '../../../../ui/components/inset-text/inset-text.tsx'
import { LetterText, type LetterTextProps } from '../../../../ui/components/letter-text/letter-text.tsx'
import { SummaryList } from '../../../../ui/components/summary-list/summary-list.tsx'
import { TextInput } from '../../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../../ui/components/textarea/textarea.tsx'
import { OfficeFrame } from '../../../../ui/layout/office-frame.tsx'
import { RefusedFirst } from '../../../../ui/layout/written-text.tsx'
import { urls } from '../../../../urls.ts'
import {
  type DocumentFault,
  type DocumentKind,
  type DocumentWords,
  longestDocument,
  placeholders,
} from '../document-rules.ts'
import type { DocumentsFrame } from './documents-page.tsx'

export interface EditDocumentPageProps {
  readonly frame: DocumentsFrame
  readonly kind: DocumentKind
  readonly language: { readonly code: string; readonly tag: string; readonly autonym: string }
  /** The association has words of its own. */
  readonly isOwn: boolean
  /** There are shipped words to go back to. */
  readonly hasShipped: boolean
  readonly revision: number
  readonly fields: FormFields
  readonly faults: readonly DocumentFault[]
  /** Where somebody else was first: what they wrote. */
  readonly theirs: DocumentWords | undefined
  /** As a member would get it; undefined where nothing can be filled in yet. */
  readonly preview: { readonly letter: LetterTextProps; readonly town: string } | undefined
  /** Whose facts are wanted in it. */
  readonly asked: { readonly town: string; readonly unknown: boolean }
  readonly done: 'saved' | 'reverted' | undefined
}

function faultText({ frame }: EditDocumentPageProps, { field, code }: DocumentFault): string {
  const { t, tag } = frame.of.translator
  if (code !== 'tooLong') return t(`pact.documents.error.${code}`)
  const format = new Intl.NumberFormat(tag, { numberingSystem: 'latn' })
  return t('pact.documents.error.tooLong', { most: format.format(longestDocument[field]) })
}

function errorOf(props: EditDocumentPageProps, field: DocumentFault['field']) {
  const fault = props.faults.find((one) => one.field === field)
  const prefix = props.frame.of.translator.t('checklist.office.form.error')
  return fault && { prefix, text: faultText(props, fault) }
}

function Words(props: EditDocumentPageProps) {
  const { frame, kind, language, revision, fields, theirs } = props
  const { of, association } = frame
  const { t } = of.translator
  return (
    <form method="post" action={urls.associationPactDocument(association, kind, language.code)} novalidate>
      <input type="hidden" name="revision" value={`${revision}`} />
      <TextInput
        name="title"
        label={t('pact.documents.field.title')}
        labelClasses="govuk-label--s"
        lang={language.tag}
        dir="auto"
        value={fields.get('title')?.[0] ?? ''}
        error={errorOf(props, 'title')}
      />
      <Textarea
        name="body"
        label={t('pact.documents.field.body')}
        labelClasses="govuk-label--s"
        hint={t('pact.documents.field.bodyHint')}
        lang={language.tag}
        dir="auto"
        rows={20}
        value={fields.get('body')?.[0] ?? ''}
        error={errorOf(props, 'body')}
      />
      {theirs && (
        <InsetText>
          {t('standards.theirs')}
          <div class="office-said" lang={language.tag} dir="auto">
            {`${theirs.title}\n\n${theirs.body}`}
          </div>
        </InsetText>
      )}
      <Details summary={t('pact.documents.placeholders')}>
        <SummaryList
          rows={placeholders.map((name) => ({
            key: <code dir="ltr">{`{${name}}`}</code>,
            value: t(`pact.documents.placeholder.${name}`),
          }))}
        />
      </Details>
      <Button preventDoubleClick>{t('checklist.office.form.save')}</Button>
    </form>
  )
}

function Preview({ frame, kind, language, preview, asked }: EditDocumentPageProps) {
  const { of, association } = frame
  const { t } = of.translator
  const error = asked.unknown
    ? { prefix: t('checklist.office.form.error'), text: t('pact.documents.error.town') }
    : undefined
  return (
    <section aria-labelledby="preview">
      <h2 class="govuk-heading-m" id="preview">
        {t('pact.documents.preview')}
      </h2>
      <form method="get" action={urls.associationPactDocument(association, kind, language.code)} novalidate>
        <TextInput
          name="town"
          label={t('pact.documents.previewTown')}
          dir="auto"
          classes="govuk-input--width-20"
          value={asked.town}
          error={error}
        />
        <Button classes="govuk-button--secondary">{t('pact.documents.look')}</Button>
      </form>
      {preview ? (
        <>
          <p class="govuk-body">{t('pact.documents.previewOf', { town: preview.town })}</p>
          <LetterText {...preview.letter} />
        </>
      ) : (
        !asked.unknown && <p class="govuk-body">{t('pact.documents.noPreview')}</p>
      )}
    </section>
  )
}

function Revert({ frame, kind, language, revision, hasShipped }: EditDocumentPageProps) {
  const { of, association } = frame
  const { t } = of.translator
  return (
    <Details summary={t('pact.documents.revert.link')}>
      <form method="post" action={urls.associationPactDocumentRevert(association, kind, language.code)}>
        <p class="govuk-body">{t(hasShipped ? 'pact.documents.revert.about' : 'pact.documents.revert.none')}</p>
        <input type="hidden" name="revision" value={`${revision}`} />
        <Button preventDoubleClick classes="govuk-button--warning">
          {t('pact.documents.revert.submit')}
        </Button>
      </form>
    </Details>
  )
}

/** A model document in one language, as the association words it for its towns. */
export function EditDocumentPage(props: EditDocumentPageProps) {
  const { frame, kind, language, isOwn, hasShipped, faults, theirs, done } = props
  const { of, association, workplace } = frame
  const { t } = of.translator
  return (
    <OfficeFrame
      of={of}
      workplace={workplace}
      title={t(`pact.documents.kind.${kind}`)}
      caption={language.autonym}
      refused={faults.length > 0 || theirs !== undefined}
      done={done && t(`pact.documents.done.${done}`)}
      back={{ href: urls.associationPactDocuments(association), text: t('pact.documents.back') }}
      first={
        <RefusedFirst
          translator={of.translator}
          errors={faults.map((fault) => ({ text: faultText(props, fault), href: `#${fault.field}` }))}
          told={theirs && 'changed'}
        />
      }
    >
      <p class="govuk-body">
        {t(isOwn ? 'pact.documents.isOwn' : hasShipped ? 'pact.documents.isShipped' : 'pact.documents.isNone')}
      </p>
      <Words {...props} />
      <Preview {...props} />
      {isOwn && <Revert {...props} />}
    </OfficeFrame>
  )
}
