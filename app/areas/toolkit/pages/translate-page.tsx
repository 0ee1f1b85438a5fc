import { isFileFault } from '../../../platform/files/file-types.ts'
import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { FileField, type FileFieldProps, fileFaultText } from '../../../ui/files/file-field.tsx'
import { Refused } from '../../../ui/layout/refused.tsx'
import type { WrittenIn } from '../../../ui/written-in.ts'
import { urls } from '../../../urls.ts'
import { type OfferFault, type OfferField, type OfferWords, offerFields } from '../offer-form.ts'
import { mostFileBytes, resourceFiles } from '../resource-schema.ts'
import type { TextChange } from '../text-changes.ts'
import { type ToolkitOfficeFrame, ToolkitPageFrame } from './office-frame.tsx'
import { TextChanges } from './text-changes.tsx'

export interface TranslatePageProps {
  readonly frame: ToolkitOfficeFrame
  readonly resource: string
  readonly language: { readonly code: string; readonly name: string } & WrittenIn
  readonly original: OfferWords & WrittenIn
  /** Revision of the original that stands beside the form. */
  readonly madeFrom: number
  /** In the original, since what is public was translated. */
  readonly changes: readonly TextChange[]
  readonly safeguarding: boolean
  readonly isLink: boolean
  readonly originalFile: { readonly href: string; readonly words: string } | undefined
  readonly file: FileFieldProps['present']
  /** A file that was chosen has to be chosen again. */
  readonly again: boolean
  readonly words: OfferWords
  readonly fields: FormFields
  readonly faults: readonly OfferFault[]
  /** Somebody else has written meanwhile: what stands there now. */
  readonly theirs: OfferWords | undefined
  readonly offer:
    | {
        readonly id: string
        readonly revision: number
        readonly state: 'draft' | 'sent' | 'returned' | 'published'
        readonly reasons: string
      }
    | undefined
}

const rows: Readonly<Record<OfferField, number>> = { title: 1, summary: 3, body: 30, link: 1 }

function faultText({ frame }: TranslatePageProps, { code, line }: OfferFault): string {
  const { translator } = frame.of
  const { t } = translator
  if (isFileFault(code)) return fileFaultText(translator, code, resourceFiles)
  return code === 'markup' ? t('toolkit.error.markup', { line: line ?? 1 }) : t(`toolkit.error.${code}`)
}

function Words(props: TranslatePageProps & { readonly field: OfferField }) {
  const { frame, original, language, field, words, faults, theirs } = props
  const { t } = frame.of.translator
  const fault = faults.find((one) => one.field === field)
  return (
    <>
      <blockquote class="govuk-inset-text office-said" lang={original.lang} dir={original.dir}>
        {original[field]}
      </blockquote>
      <Textarea
        name={field}
        label={t(`toolkit.field.${field}`)}
        labelClasses="govuk-label--s"
        hint={field === 'body' ? t('toolkit.translate.markdown') : undefined}
        rows={rows[field]}
        lang={language.lang}
        dir={language.dir}
        value={words[field]}
        error={fault && { prefix: t('checklist.office.form.error'), text: faultText(props, fault) }}
      />
      {theirs && theirs[field] !== words[field] && (
        <InsetText>
          {t('standards.theirs')} <bdi lang={language.lang}>{theirs[field]}</bdi>
        </InsetText>
      )}
    </>
  )
}

/** Its file, where the resource is one or has one. */
function Translated({ frame, originalFile, file, faults, again }: TranslatePageProps) {
  const { translator } = frame.of
  const { t } = translator
  const code = faults.find(({ field }) => field === 'file')?.code
  return (
    <>
      {originalFile && (
        <p class="govuk-body">
          <a class="govuk-link" href={originalFile.href}>
            {t('toolkit.file.original')}
          </a>{' '}
          <bdi>{originalFile.words}</bdi>
        </p>
      )}
      <FileField
        {...{ translator, types: resourceFiles, mostBytes: mostFileBytes, present: file, again }}
        label={t('toolkit.file.translated')}
        hint={t('toolkit.file.hint')}
        fault={code !== undefined && isFileFault(code) ? code : undefined}
      />
    </>
  )
}

function Form(props: TranslatePageProps) {
  const { frame, resource, language, madeFrom, isLink, offer, fields, faults } = props
  const { t } = frame.of.translator
  const unread = faults.find(({ field }) => field === 'read')
  return (
    <form
      method="post"
      action={urls.resourceTranslate(frame.toolkit, resource)}
      enctype="multipart/form-data"
      novalidate
    >
      <input type="hidden" name="into" value={language.code} />
      <input type="hidden" name="made_from" value={`${madeFrom}`} />
      <input type="hidden" name="revision" value={`${offer?.revision ?? 0}`} />
      {offerFields
        .filter((field) => (isLink ? field !== 'body' : field !== 'link'))
        .map((field) => (
          <Words {...props} field={field} />
        ))}
      {!isLink && <Translated {...props} />}
      <Checkboxes
        name="read"
        legend={t('toolkit.translate.before')}
        legendClasses="govuk-fieldset__legend--s"
        values={fields.get('read') ?? []}
        items={[{ value: 'yes', text: t('toolkit.translate.read') }]}
        error={unread && { prefix: t('checklist.office.form.error'), text: t('toolkit.error.unread') }}
      />
      <Button name="act" value="send" preventDoubleClick>
        {t('toolkit.translate.send')}
      </Button>{' '}
      <Button name="act" value="keep" classes="govuk-button--secondary" preventDoubleClick>
        {t('toolkit.translate.keep')}
      </Button>
    </form>
  )
}

/** The original above each field of its translation. */
export function TranslatePage(props: TranslatePageProps) {
  const { frame, language, original, safeguarding, faults, theirs, offer } = props
  const { t } = frame.of.translator
  const errors = faults.map((fault) => ({ text: faultText(props, fault), href: `#${fault.field}` }))
  return (
    <ToolkitPageFrame
      frame={frame}
      title={t('practices.translate.title', { language: language.name })}
      caption={original.title}
      refused={errors.length > 0 || theirs !== undefined}
      first={
        <Refused
          translator={frame.of.translator}
          errors={errors}
          changed={theirs ? t('standards.told.changed') : undefined}
        />
      }
    >
      {offer?.state === 'returned' && (
        <InsetText>
          {t('toolkit.offer.reasons')} <bdi>{offer.reasons}</bdi>
        </InsetText>
      )}
      {safeguarding && <InsetText>{t('toolkit.translate.safeguarding')}</InsetText>}
      <TextChanges title={t('toolkit.translate.changed')} changes={props.changes} words={props.original} />
      {offer?.state === 'sent' ? <p class="govuk-body">{t('toolkit.translate.waits')}</p> : <Form {...props} />}
      {offer && (
        <form method="post" action={urls.resourceOfferDiscard(frame.toolkit, offer.id)}>
          <Button classes="govuk-button--warning" preventDoubleClick>
            {t('toolkit.translate.discard')}
          </Button>
        </form>
      )}
    </ToolkitPageFrame>
  )
}
