import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { Select, type SelectOption } from '../../../ui/components/select/select.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { WarningText } from '../../../ui/components/warning-text/warning-text.tsx'
import { Refused } from '../../../ui/layout/refused.tsx'
import type { PracticeFault } from '../form-rules.ts'
import type { PracticesFrame } from '../office-request.ts'
import { actions, categories, costs, type Part, sections, targets } from '../practice-schema.ts'
import { PracticesPageFrame } from './practices-frame.tsx'

export interface PracticeFormPageProps {
  readonly frame: PracticesFrame
  readonly action: string
  /** Made with the page: the form sent twice begins one. */
  readonly id: string
  /** Of what is changed; undefined where one begins. */
  readonly revision: number | undefined
  /** It waits to be reviewed: changing it takes it back. */
  readonly waits: boolean
  readonly languages: readonly SelectOption[]
  readonly kinds: readonly SelectOption[]
  readonly fields: FormFields
  readonly faults: readonly PracticeFault[]
  /** Somebody else was faster; what they wrote, by part. */
  readonly changed: boolean
  readonly theirs: ReadonlyMap<Part, string>
}

const typed = ({ fields }: PracticeFormPageProps, name: string): string => fields.get(name)?.[0] ?? ''
const chosen = ({ fields }: PracticeFormPageProps, name: string): readonly string[] => fields.get(name) ?? []

function errorOf({ frame, faults }: PracticeFormPageProps, name: string) {
  const { t } = frame.of.translator
  const fault = faults.find(({ field }) => field === name)
  return fault && { prefix: t('checklist.office.form.error'), text: t(`practices.error.${fault.code}`) }
}

function shared(props: PracticeFormPageProps, name: Part | OneLine) {
  const { t } = props.frame.of.translator
  return {
    ...{ name, label: t(`practices.form.${name}`), hint: t(`practices.hint.${name}`) },
    ...{ labelClasses: 'govuk-label--s', dir: 'auto' as const },
    ...{ value: typed(props, name), error: errorOf(props, name) },
  }
}
type OneLine = 'articles' | 'evidence' | 'yearFrom' | 'yearTo' | 'contactOffice' | 'contactMail' | 'contactLanguages'

function Theirs({ frame, theirs, part }: PracticeFormPageProps & { readonly part: Part }) {
  const text = theirs.get(part) ?? ''
  if (text === '') return null
  return (
    <InsetText>
      {frame.of.translator.t('standards.theirs')} <bdi>{text}</bdi>
    </InsetText>
  )
}

function Words(props: PracticeFormPageProps & { readonly part: Part; readonly rows: number }) {
  return (
    <>
      <Textarea {...shared(props, props.part)} rows={props.rows} />
      <Theirs {...props} />
    </>
  )
}

function Beginning(props: PracticeFormPageProps) {
  const { frame, languages } = props
  const { t } = frame.of.translator
  return (
    <>
      <TextInput {...shared(props, 'title')} />
      <Theirs {...props} part="title" />
      <Words {...props} part="summary" rows={3} />
      <Select
        name="language"
        label={t('practices.form.language')}
        labelClasses="govuk-label--s"
        value={typed(props, 'language')}
        error={errorOf(props, 'language')}
        items={languages}
      />
      <Radios
        name="section"
        legend={t('practices.form.section')}
        legendClasses="govuk-fieldset__legend--s"
        value={typed(props, 'section')}
        items={sections.map((value) => ({ value, text: t(`practices.section.${value}`) }))}
      />
    </>
  )
}

function Cost(props: PracticeFormPageProps) {
  const { t } = props.frame.of.translator
  return (
    <>
      <Radios
        name="cost"
        legend={t('practices.form.cost')}
        legendClasses="govuk-fieldset__legend--s"
        hint={t('practices.hint.cost')}
        value={typed(props, 'cost')}
        items={costs.map((value) => ({ value, text: t(`practices.cost.${value}`) }))}
      />
      <Words {...props} part="costNote" rows={2} />
    </>
  )
}

function Sorts(props: PracticeFormPageProps) {
  const { t } = props.frame.of.translator
  const none = { value: '', text: t('practices.form.choose') }
  return (
    <>
      <Checkboxes
        name="targets"
        legend={t('practices.form.targets')}
        legendClasses="govuk-fieldset__legend--s"
        values={chosen(props, 'targets')}
        items={targets.map((value) => ({ value, text: t(`practices.target.${value}`) }))}
      />
      <Select
        name="category"
        label={t('practices.form.category')}
        labelClasses="govuk-label--s"
        value={typed(props, 'category')}
        items={[none, ...categories.map((value) => ({ value, text: t(`practices.category.${value}`) }))]}
      />
      <Select
        name="action"
        label={t('practices.form.action')}
        labelClasses="govuk-label--s"
        value={typed(props, 'action')}
        items={[none, ...actions.map((value) => ({ value, text: t(`practices.action.${value}`) }))]}
      />
      <TextInput {...shared(props, 'yearFrom')} inputmode="numeric" classes="govuk-input--width-4" />
      <TextInput {...shared(props, 'yearTo')} inputmode="numeric" classes="govuk-input--width-4" />
      <TextInput {...shared(props, 'articles')} />
      <Details summary={t('practices.form.kinds')} open={chosen(props, 'kinds').length > 0}>
        <Checkboxes
          name="kinds"
          legend={t('practices.form.kinds')}
          legendClasses="govuk-visually-hidden"
          values={chosen(props, 'kinds')}
          items={props.kinds.map(({ value = '', text }) => ({ value, text }))}
        />
      </Details>
    </>
  )
}

function Contact(props: PracticeFormPageProps) {
  const { t } = props.frame.of.translator
  return (
    <>
      <h2 class="govuk-heading-m">{t('practices.form.contact')}</h2>
      <TextInput {...shared(props, 'contactOffice')} />
      <TextInput {...shared(props, 'contactMail')} type="email" dir="ltr" autocomplete="off" />
      <TextInput {...shared(props, 'contactLanguages')} />
      <Checkboxes
        name="nobody"
        legend={t('practices.form.nobodyLegend')}
        legendClasses="govuk-fieldset__legend--s"
        values={chosen(props, 'nobody')}
        items={[{ value: 'yes', text: t('practices.form.nobody') }]}
      />
    </>
  )
}

/** Beginning a practice, or going on with one. It may be left half written. */
export function PracticeFormPage(props: PracticeFormPageProps) {
  const { frame, action, id, revision, waits, faults, changed } = props
  const { t } = frame.of.translator
  const errors = faults.map(({ field, code }) => ({ text: t(`practices.error.${code}`), href: `#${field}` }))
  return (
    <PracticesPageFrame
      frame={frame}
      title={t(revision === undefined ? 'practices.form.new' : 'practices.form.change')}
      refused={errors.length > 0 || changed}
      first={
        <Refused
          translator={frame.of.translator}
          errors={errors}
          changed={changed ? t('standards.told.changed') : undefined}
        />
      }
    >
      <WarningText iconFallbackText={t('checklist.office.form.warning')}>{t('practices.form.children')}</WarningText>
      <p class="govuk-body">{t('practices.form.about')}</p>
      {waits && <InsetText>{t('practices.form.waits')}</InsetText>}
      <form method="post" action={action} novalidate>
        {revision === undefined ? (
          <input type="hidden" name="id" value={id} />
        ) : (
          <input type="hidden" name="revision" value={`${revision}`} />
        )}
        <Beginning {...props} />
        <Words {...props} part="problem" rows={6} />
        <Words {...props} part="done" rows={10} />
        <Words {...props} part="results" rows={8} />
        <Textarea {...shared(props, 'evidence')} rows={3} dir="ltr" />
        <Cost {...props} />
        <Words {...props} part="needs" rows={6} />
        <Sorts {...props} />
        <Contact {...props} />
        <Button preventDoubleClick>{t('practices.form.save')}</Button>
      </form>
    </PracticesPageFrame>
  )
}
