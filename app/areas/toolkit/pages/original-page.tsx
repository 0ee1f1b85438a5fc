import { isFileFault } from '../../../platform/files/file-types.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { Select } from '../../../ui/components/select/select.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { FileField, type FileFieldProps, fileFaultText } from '../../../ui/files/file-field.tsx'
import { Refused } from '../../../ui/layout/refused.tsx'
import type { WrittenIn } from '../../../ui/written-in.ts'
import { urls } from '../../../urls.ts'
import type { DraftFault, DraftTyped } from '../draft-form.ts'
import type { OfferWords } from '../offer-form.ts'
import {
  ages,
  audiences,
  licences,
  licenceWords,
  mostFileBytes,
  resourceFiles,
  resourceKinds,
  sections,
} from '../resource-schema.ts'
import { type ToolkitOfficeFrame, ToolkitPageFrame } from './office-frame.tsx'

export interface OriginalPageProps {
  readonly frame: ToolkitOfficeFrame
  readonly action: string
  readonly id: string
  readonly madeFrom: number
  readonly typed: DraftTyped
  /** In which it is written. */
  readonly words: WrittenIn
  readonly faults: readonly DraftFault[]
  readonly again: boolean
  /** Of a resource that there is, which stays in it. */
  readonly language: string | undefined
  readonly languages: readonly { readonly value: string; readonly text: string }[]
  readonly draft:
    | {
        readonly id: string
        readonly revision: number
        readonly state: 'draft' | 'sent' | 'returned' | 'published'
        readonly reasons: string
      }
    | undefined
  readonly changed: boolean
  /** Somebody else has written meanwhile: what stands there now. */
  readonly theirs: OfferWords | undefined
  readonly file: FileFieldProps['present']
}

function faultText({ frame }: OriginalPageProps, { code, ...fault }: DraftFault): string {
  const { translator } = frame.of
  const { t } = translator
  if (isFileFault(code)) return fileFaultText(translator, code, resourceFiles)
  if (code === 'markup') return t('toolkit.error.markup', { line: ('line' in fault ? fault.line : undefined) ?? 1 })
  return t(`toolkit.error.${code}`)
}

function errorOf(props: OriginalPageProps, field: DraftFault['field']) {
  const fault = props.faults.find((one) => one.field === field)
  const prefix = props.frame.of.translator.t('checklist.office.form.error')
  return fault && { prefix, text: faultText(props, fault) }
}

const rows = { title: 1, summary: 3, body: 30, link: 1 } as const

function Words(props: OriginalPageProps & { readonly field: keyof OfferWords }) {
  const { frame, field, typed, words, theirs } = props
  const { t } = frame.of.translator
  return (
    <>
      <Textarea
        name={field}
        label={t(field === 'link' ? 'toolkit.original.link' : `toolkit.field.${field}`)}
        labelClasses="govuk-label--s"
        hint={field === 'body' ? t('toolkit.original.markdown') : undefined}
        rows={rows[field]}
        lang={words.lang}
        dir={words.dir}
        value={typed.words[field]}
        error={errorOf(props, field)}
      />
      {theirs && theirs[field] !== typed.words[field] && (
        <InsetText>
          {t('standards.theirs')} <bdi lang={words.lang}>{theirs[field]}</bdi>
        </InsetText>
      )}
    </>
  )
}

const small = { legendClasses: 'govuk-fieldset__legend--s' }

function ForWhom(props: OriginalPageProps) {
  const { t } = props.frame.of.translator
  const { facts } = props.typed
  return (
    <>
      <Radios
        {...small}
        name="kind"
        legend={t('toolkit.fact.kind')}
        value={facts.kind}
        items={resourceKinds.map((value) => ({ value, text: t(`toolkit.kind.${value}`) }))}
        error={errorOf(props, 'kind')}
      />
      <Checkboxes
        {...small}
        name="audiences"
        legend={t('toolkit.fact.audiences')}
        values={[...facts.audiences]}
        items={audiences.map((value) => ({ value, text: t(`toolkit.audience.${value}`) }))}
        error={errorOf(props, 'audiences')}
      />
      <Checkboxes
        {...small}
        name="ages"
        legend={t('toolkit.fact.ages')}
        values={[...facts.ages]}
        items={ages.map((value) => ({ value, text: t(`toolkit.age.${value}`) }))}
        error={errorOf(props, 'ages')}
      />
      <Checkboxes
        {...small}
        name="parts"
        legend={t('toolkit.fact.sections')}
        values={[...facts.sections]}
        items={sections.map((value) => ({ value, text: t(`practices.section.${value}`) }))}
        error={errorOf(props, 'sections')}
      />
    </>
  )
}

function Facts(props: OriginalPageProps) {
  const { frame, typed, language, languages } = props
  const { t } = frame.of.translator
  const { facts } = typed
  return (
    <>
      {language === undefined ? (
        <Select
          name="language"
          label={t('toolkit.original.language')}
          labelClasses="govuk-label--s"
          items={languages}
          value={facts.language}
          error={errorOf(props, 'language')}
        />
      ) : (
        <p class="govuk-body">{t('toolkit.original.in', { language })}</p>
      )}
      <ForWhom {...props} />
      <TextInput
        name="articles"
        label={t('toolkit.original.articles')}
        labelClasses="govuk-label--s"
        hint={t('toolkit.original.articlesHint')}
        dir="ltr"
        value={facts.articles}
        error={errorOf(props, 'articles')}
      />
      <Radios
        {...small}
        name="licence"
        legend={t('toolkit.fact.licence')}
        value={facts.licence}
        items={licences.map((value) => ({ value, text: t(`toolkit.licence.${licenceWords[value]}`) }))}
        error={errorOf(props, 'licence')}
      />
      <Checkboxes
        {...small}
        name="safeguarding"
        legend={t('toolkit.original.safeguardingTitle')}
        values={facts.safeguarding ? ['yes'] : []}
        items={[{ value: 'yes', text: t('toolkit.original.safeguarding') }]}
      />
    </>
  )
}

function Form(props: OriginalPageProps) {
  const { frame, action, id, madeFrom, typed, draft, faults, file, again } = props
  const { translator } = frame.of
  const { t } = translator
  const code = faults.find(({ field }) => field === 'file')?.code
  return (
    <form method="post" action={action} enctype="multipart/form-data" novalidate>
      <input type="hidden" name="draft" value={draft?.id ?? id} />
      <input type="hidden" name="made_from" value={`${madeFrom}`} />
      <input type="hidden" name="revision" value={`${draft?.revision ?? 0}`} />
      <Words {...props} field="title" />
      <Words {...props} field="summary" />
      <Facts {...props} />
      <Words {...props} field="body" />
      <FileField
        {...{ translator, types: resourceFiles, mostBytes: mostFileBytes, present: file }}
        again={again && (faults.length > 0 || props.changed)}
        label={t('toolkit.file.field')}
        hint={t('toolkit.file.hint')}
        fault={code !== undefined && isFileFault(code) ? code : undefined}
      />
      <Words {...props} field="link" />
      <Textarea
        name="sources"
        label={t('toolkit.sources')}
        labelClasses="govuk-label--s"
        hint={t('toolkit.original.sourcesHint')}
        rows={4}
        dir="ltr"
        value={typed.sources}
        error={errorOf(props, 'sources')}
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

/** An original: what it is, its words, its file. */
export function OriginalPage(props: OriginalPageProps) {
  const { frame, madeFrom, faults, changed, draft } = props
  const { t } = frame.of.translator
  const errors = faults.map((fault) => ({
    text: faultText(props, fault),
    href: `#${fault.field === 'sections' ? 'parts' : fault.field}`,
  }))
  return (
    <ToolkitPageFrame
      frame={frame}
      title={t(madeFrom === 0 ? 'toolkit.original.new' : 'toolkit.original.next')}
      refused={errors.length > 0 || changed}
      first={
        <Refused
          translator={frame.of.translator}
          errors={errors}
          changed={changed ? t('standards.told.changed') : undefined}
        />
      }
    >
      <p class="govuk-body">{t('toolkit.original.two')}</p>
      {madeFrom > 0 && <InsetText>{t('toolkit.original.revision', { revision: madeFrom + 1 })}</InsetText>}
      {draft?.state === 'returned' && (
        <InsetText>
          {t('toolkit.offer.reasons')} <bdi>{draft.reasons}</bdi>
        </InsetText>
      )}
      {draft?.state === 'sent' && !changed ? (
        <p class="govuk-body">{t('toolkit.translate.waits')}</p>
      ) : (
        <Form {...props} />
      )}
      {draft && (
        <form method="post" action={urls.resourceDraftDiscard(draft.id)}>
          <Button classes="govuk-button--warning" preventDoubleClick>
            {t('toolkit.original.discard')}
          </Button>
        </form>
      )}
    </ToolkitPageFrame>
  )
}
