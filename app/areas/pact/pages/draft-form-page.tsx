import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { FileUpload } from '../../../ui/components/file-upload/file-upload.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Select } from '../../../ui/components/select/select.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { RefusedFirst } from '../../../ui/layout/written-text.tsx'
import { urls } from '../../../urls.ts'
import { largestFile, longest, type TextFault } from '../text-rules.ts'
import type { NamedLanguage, TextsFrame } from './texts-frame.ts'

export interface DraftFormPageProps {
  readonly frame: TextsFrame
  /** Of the draft; on a new one made with the page: the form sent twice begins one text. */
  readonly id: string
  /** What is changed; undefined where a text is begun. */
  readonly draft: { readonly version: string; readonly language: NamedLanguage; readonly revision: number } | undefined
  readonly languages: readonly NamedLanguage[]
  readonly fields: FormFields
  readonly faults: readonly TextFault[]
  /** Where somebody else was first: what they wrote. */
  readonly theirs: { readonly title: string; readonly body: string } | undefined
}

const typed = ({ fields }: DraftFormPageProps, name: string) => fields.get(name)?.[0] ?? ''

function faultText({ frame }: DraftFormPageProps, { field, code }: TextFault): string {
  const { t, tag } = frame.of.translator
  const most = (number: number) => ({ most: new Intl.NumberFormat(tag, { numberingSystem: 'latn' }).format(number) })
  if (code === 'missing') return t(`pact.form.error.${field}Missing`)
  if (code === 'tooLong') return t('pact.form.error.tooLong', most(longest[field]))
  return code === 'tooLarge' ? t('pact.form.error.tooLarge', most(largestFile / 1000)) : t(`pact.form.error.${code}`)
}

function errorOf(props: DraftFormPageProps, field: TextFault['field']) {
  const fault = props.faults.find((one) => one.field === field)
  return fault && { prefix: props.frame.of.translator.t('checklist.office.form.error'), text: faultText(props, fault) }
}

function Place(props: DraftFormPageProps) {
  const { frame, languages } = props
  const { t } = frame.of.translator
  return (
    <>
      <TextInput
        name="version"
        label={t('pact.text.version')}
        labelClasses="govuk-label--s"
        hint={t('pact.form.versionHint')}
        classes="govuk-input--width-5"
        value={typed(props, 'version')}
        error={errorOf(props, 'version')}
      />
      <Select
        name="language"
        label={t('pact.text.language')}
        labelClasses="govuk-label--s"
        value={typed(props, 'language')}
        error={errorOf(props, 'language')}
        items={[
          { value: '', text: t('pact.form.choose') },
          ...languages.map(({ code, tag, autonym }) => ({ value: code, text: autonym, lang: tag })),
        ]}
      />
    </>
  )
}

function Words(props: DraftFormPageProps) {
  const { frame, draft, theirs } = props
  const { t } = frame.of.translator
  const lang = draft?.language.tag
  return (
    <>
      <TextInput
        name="title"
        label={t('pact.form.title')}
        labelClasses="govuk-label--s"
        lang={lang}
        dir="auto"
        value={typed(props, 'title')}
        error={errorOf(props, 'title')}
      />
      <Textarea
        name="body"
        label={t('pact.form.body')}
        labelClasses="govuk-label--s"
        hint={t('pact.form.bodyHint', { sign: '#' })}
        lang={lang}
        dir="auto"
        rows={20}
        value={typed(props, 'body')}
        error={errorOf(props, 'body')}
      />
      <FileUpload
        name="file"
        label={t('pact.form.file')}
        labelClasses="govuk-label--s"
        hint={t('pact.form.fileHint', { most: `${largestFile / 1000}` })}
        accept=".txt,.md,text/plain,text/markdown"
        error={errorOf(props, 'file')}
      />
      {theirs && (
        <InsetText>
          {t('standards.theirs')}
          <div class="office-said" lang={lang} dir="auto">
            {`${theirs.title}\n\n${theirs.body}`}
          </div>
        </InsetText>
      )}
    </>
  )
}

/** A text is begun, or a waiting one is changed. */
export function DraftFormPage(props: DraftFormPageProps) {
  const { frame, id, draft, faults, theirs } = props
  const { of, workplace } = frame
  const { t } = of.translator
  const back = draft
    ? { href: urls.pactDraft(id), text: t('pact.draft.back') }
    : { href: urls.pactTexts(), text: t('pact.texts.back') }
  return (
    <OfficeFrame
      of={of}
      workplace={workplace}
      title={draft ? t('pact.draft.title', { ...draft, language: draft.language.autonym }) : t('pact.texts.new')}
      refused={faults.length > 0 || theirs !== undefined}
      back={back}
      first={
        <RefusedFirst
          translator={of.translator}
          errors={faults.map((fault) => ({ text: faultText(props, fault), href: `#${fault.field}` }))}
          told={theirs && 'changed'}
        />
      }
    >
      <p class="govuk-body">{t('pact.form.about')}</p>
      <form
        method="post"
        action={draft ? urls.pactDraftEdit(id) : urls.pactTextNew()}
        enctype="multipart/form-data"
        novalidate
      >
        {draft ? (
          <input type="hidden" name="revision" value={`${draft.revision}`} />
        ) : (
          <>
            <input type="hidden" name="id" value={id} />
            <Place {...props} />
          </>
        )}
        <Words {...props} />
        <Button preventDoubleClick>{t('checklist.office.form.save')}</Button>
      </form>
    </OfficeFrame>
  )
}
