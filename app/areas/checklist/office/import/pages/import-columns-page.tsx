import { ColumnChoices } from '../../../../../ui/components/column-choices/column-choices.tsx'
import { Select } from '../../../../../ui/components/select/select.tsx'
import { urls } from '../../../../../urls.ts'
import { winners } from '../../../import-services/winner-rules.ts'
import { typed } from '../../forms/form.ts'
import { errorFor, FormErrors, type FormView, RadioField, TextField } from '../../pages/fields.tsx'
import type { LanguageChoice } from '../../pages/introduction-page.tsx'
import { type Frame, OfficeForm, OfficePage } from '../../pages/office-page.tsx'
import { columnWords } from './column-words.ts'
import { DiscardForm } from './discard-form.tsx'

export interface ImportColumnsPageProps {
  readonly frame: Frame
  readonly view: FormView
  /** Of the list that was brought. */
  readonly name: string
  /** Lists that were taken over before. */
  readonly sources: readonly string[]
  /** It has its name: what a feed said. */
  readonly named: boolean
  readonly languages: readonly LanguageChoice[]
  readonly kinds: readonly { readonly id: string; readonly name: string }[]
  /** Of the first row; empty for formats whose fields have fixed names. */
  readonly headings: readonly string[]
  /** Our columns to choose from. */
  readonly offered: readonly string[]
  readonly languageName: (code: string) => string
  readonly discard: string
}

function ListFields({
  frame,
  view,
  sources,
  named,
}: Pick<ImportColumnsPageProps, 'frame' | 'view' | 'sources' | 'named'>) {
  if (named) return null
  const { t } = frame.translator
  return (
    <>
      {sources.length > 0 && (
        <Select
          name="source"
          label={t('checklist.office.import.source')}
          labelClasses="govuk-label--s"
          hint={t('checklist.office.import.sourceHint')}
          items={[
            { value: '', text: t('checklist.office.import.newList') },
            ...sources.map((source) => ({ value: source, text: source })),
          ]}
          value={typed(view.fields, 'source')}
        />
      )}
      <TextField
        view={view}
        name="listName"
        label={t('checklist.office.import.listName')}
        labelClasses="govuk-label--s"
        hint={t('checklist.office.import.listNameHint')}
      />
    </>
  )
}

/** A select for each heading: what it stands for. */
function ColumnFields({
  frame,
  view,
  headings,
  offered,
  languageName,
}: Pick<ImportColumnsPageProps, 'frame' | 'view' | 'headings' | 'offered' | 'languageName'>) {
  const { translator } = frame
  const { t } = translator
  if (headings.length === 0) return null
  const items = [
    { value: '', text: t('checklist.office.import.notRead') },
    { value: 'source_id', text: t('checklist.office.import.idColumn') },
    ...offered.map((column) => ({ value: column, text: columnWords(translator, column, languageName) })),
  ]
  return (
    <>
      <Select
        name="idHeading"
        label={t('checklist.office.import.idHeading')}
        labelClasses="govuk-label--s"
        hint={t('checklist.office.import.idHeadingHint')}
        items={[
          { value: '', text: t('checklist.office.import.choose') },
          ...headings.map((heading) => ({ value: heading, text: heading })),
        ]}
        value={typed(view.fields, 'idHeading')}
        error={errorFor(view, 'idHeading')}
      />
      <h2 class="govuk-heading-m">{t('checklist.office.import.columns')}</h2>
      <p class="govuk-body">{t('checklist.office.import.columnsAbout')}</p>
      <ColumnChoices
        headings={headings}
        items={items}
        value={(name) => typed(view.fields, name)}
        error={(name) => errorFor(view, name)}
      />
    </>
  )
}

/** What a list is and what its columns stand for, as proposed or as decided last. */
export function ImportColumnsPage(props: ImportColumnsPageProps) {
  const { frame, view, name, languages, kinds, discard } = props
  const { t } = frame.translator
  return (
    <OfficePage
      frame={frame}
      title={t('checklist.office.import.columnsTitle')}
      caption={name}
      section="checklist"
      refused={view.faults.length > 0}
      back={{ href: urls.officeImport(frame.town), text: t('checklist.office.import.title') }}
      first={<FormErrors view={view} />}
    >
      <OfficeForm of={frame.of} revision={0} submit={t('checklist.office.import.preview')}>
        <ListFields {...props} />
        <Select
          name="language"
          label={t('checklist.office.import.language')}
          labelClasses="govuk-label--s"
          hint={t('checklist.office.import.languageHint')}
          items={languages.map(({ code, tag, autonym }) => ({ value: code, text: autonym, lang: tag }))}
          value={typed(view.fields, 'language')}
        />
        <Select
          name="defaultKind"
          label={t('checklist.office.import.defaultKind')}
          labelClasses="govuk-label--s"
          hint={t('checklist.office.import.defaultKindHint')}
          items={[
            { value: '', text: t('checklist.office.import.noDefaultKind') },
            ...kinds.map((kind) => ({ value: kind.id, text: kind.name })),
          ]}
          value={typed(view.fields, 'defaultKind')}
        />
        <RadioField
          view={view}
          name="winner"
          legend={t('checklist.office.import.winner')}
          hint={t('checklist.office.import.winnerHint')}
          items={winners.map((value) => ({ value, text: t(`checklist.office.import.winner.${value}`) }))}
        />
        <ColumnFields {...props} />
      </OfficeForm>
      <DiscardForm translator={frame.translator} action={discard} name={name} />
    </OfficePage>
  )
}
