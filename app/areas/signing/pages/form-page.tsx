/** The pages of the journey that have a form. */
import type { FormFields } from '../../../platform/http/form.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { FileUpload } from '../../../ui/components/file-upload/file-upload.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { urls } from '../../../urls.ts'
import type { Candidate } from '../form-rules.ts'
import type { FormPage as Page } from '../journey-rules.ts'
import type { LabelledField, ReturnView, StationView, TextOption } from '../present-application.ts'
import { Returned } from './application-page.tsx'
import { errorOf, type PactFrame, PactPageFrame, type ToldFault } from './pact-frame.tsx'
import { PactText, type PactTextView } from './pact-text.tsx'
import { Stations } from './stations.tsx'

export interface FormPageProps {
  readonly frame: PactFrame
  readonly id: string
  readonly name: string
  readonly page: Page
  /** The page before; undefined: the overview. */
  readonly before: string | undefined
  readonly step: { readonly number: number; readonly of: number }
  readonly revision: number
  readonly fields: FormFields
  readonly faults: readonly ToldFault[]
  /** Somebody else was faster: what they wrote, by field. */
  readonly changed: boolean
  readonly theirs: readonly { readonly field: string; readonly label: string; readonly value: string }[]
  readonly representative: boolean
  readonly document: { readonly name: string; readonly pages: number; readonly href: string } | undefined
  readonly candidates: readonly Candidate[]
  readonly texts: readonly TextOption[]
  readonly text: PactTextView | undefined
  readonly stations: readonly StationView[]
  readonly next: string
  readonly returned: ReturnView | undefined
}

const typed = ({ fields }: Pick<FormPageProps, 'fields'>, name: string): string => fields.get(name)?.[0] ?? ''

type FieldProps = Pick<FormPageProps, 'frame' | 'fields' | 'faults'> & {
  name: string
  field: LabelledField
  hint?: string
  type?: 'email' | 'tel'
  ltr?: true
}

function Field({ name, field, hint, type, ltr, ...props }: FieldProps) {
  return (
    <TextInput
      name={name}
      type={type}
      label={props.frame.of.translator.t(`signing.field.${field}`)}
      labelClasses="govuk-label--s"
      hint={hint}
      dir={ltr ? 'ltr' : 'auto'}
      value={typed(props, name)}
      error={errorOf(props.frame, props.faults, name)}
    />
  )
}

function Who(props: FormPageProps) {
  const { t } = props.frame.of.translator
  return (
    <>
      <Field
        {...props}
        name="name"
        field="name"
        hint={t(props.representative ? 'signing.hint.ownName' : 'signing.hint.name')}
      />
      {props.representative && <Field {...props} name="mandate" field="mandate" hint={t('signing.hint.mandate')} />}
      <Field {...props} name="domain" field="domain" hint={t('signing.hint.domain')} ltr />
    </>
  )
}

function Sits(props: FormPageProps) {
  const { frame, candidates, faults } = props
  const { t } = frame.of.translator
  return (
    <>
      <Field {...props} name="name" field="sitsIn" hint={t('signing.hint.sitsIn')} />
      {candidates.length > 1 && (
        <Radios
          name="authority"
          legend={t('signing.body.which')}
          legendClasses="govuk-fieldset__legend--s"
          value={typed(props, 'authority')}
          items={candidates.map(({ id, name }) => ({ value: id, text: <bdi>{name}</bdi> }))}
        />
      )}
      {(faults.length > 0 || typed(props, 'unknown') === 'yes') && candidates.length === 0 && (
        <Checkboxes
          name="unknown"
          values={[typed(props, 'unknown')]}
          items={[{ value: 'yes', text: t('signing.body.unknown') }]}
        />
      )}
    </>
  )
}

function Decision(props: FormPageProps) {
  const { frame, document, faults } = props
  const { t } = frame.of.translator
  return (
    <>
      <Field {...props} name="body" field="body" hint={t('signing.hint.body')} />
      <Field {...props} name="on" field="on" hint={t('signing.hint.day')} ltr />
      <Field {...props} name="reference" field="reference" hint={t('signing.hint.reference')} />
      {document && (
        <p class="govuk-body">
          <a class="govuk-link" href={document.href}>
            <bdi>{t('signing.check.document', document)}</bdi>
          </a>
        </p>
      )}
      <FileUpload
        name="document"
        label={t(document ? 'signing.document.another' : 'signing.field.document')}
        labelClasses="govuk-label--s"
        hint={t('signing.hint.document')}
        accept="application/pdf,.pdf"
        error={errorOf(frame, faults, 'document')}
      />
    </>
  )
}

function Office(props: FormPageProps) {
  const { t } = props.frame.of.translator
  return (
    <>
      <Field {...props} name="office" field="office" hint={t('signing.hint.office')} />
      <Field {...props} name="person" field="person" hint={t('signing.hint.person')} />
    </>
  )
}

function Contact(props: FormPageProps) {
  const { t } = props.frame.of.translator
  return (
    <>
      <Field {...props} name="name" field="contact" hint={t('signing.hint.contact')} />
      <Field {...props} name="email" field="email" type="email" ltr />
      <Field {...props} name="phone" field="phone" type="tel" ltr />
    </>
  )
}

function Text(props: FormPageProps) {
  const { frame, id, texts, text, faults } = props
  const { t } = frame.of.translator
  if (!text) return <p class="govuk-body">{t('signing.text.none')}</p>
  return (
    <>
      {texts.length > 1 && (
        <nav aria-label={t('signing.text.languages')}>
          <ul class="govuk-list">
            {texts.map(({ value, name, tag }) => (
              <li>
                {value === text.value ? (
                  <strong lang={tag}>{name}</strong>
                ) : (
                  <a class="govuk-link" href={urls.applicationText(frame.base, id, value)} lang={tag} hreflang={tag}>
                    {name}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </nav>
      )}
      <PactText translator={frame.of.translator} text={text} />
      <input type="hidden" name="text" value={text.value} />
      <Checkboxes
        name="agree"
        values={[typed(props, 'agree')]}
        error={errorOf(frame, faults, 'agree')}
        items={[
          { value: 'yes', text: t('signing.text.agree', { version: text.version, language: text.languageName }) },
        ]}
      />
    </>
  )
}

function Ceremony(props: FormPageProps) {
  const { frame, faults } = props
  const { t } = frame.of.translator
  return (
    <Radios
      name="held"
      legend={t('signing.ceremony.question')}
      legendClasses="govuk-fieldset__legend--s"
      value={typed(props, 'held')}
      error={errorOf(frame, faults, 'held')}
      items={[
        { value: 'no', text: t('signing.ceremony.no') },
        {
          value: 'yes',
          text: t('signing.ceremony.yes'),
          conditional: (
            <>
              <Field {...props} name="on" field="ceremony" hint={t('signing.hint.ceremony')} ltr />
              <Field {...props} name="place" field="place" />
              <Field {...props} name="witness" field="witness" hint={t('signing.hint.witness')} />
            </>
          ),
        },
      ]}
    />
  )
}

const forms = {
  who: Who,
  body: Sits,
  decision: Decision,
  office: Office,
  contact: Contact,
  text: Text,
  ceremony: Ceremony,
} as const satisfies Record<Page, (props: FormPageProps) => unknown>

function Theirs({ frame, theirs, changed }: FormPageProps) {
  const { t } = frame.of.translator
  if (!changed || theirs.length === 0) return null
  return (
    <>
      <p class="govuk-body">{t('standards.theirs')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {theirs.map(({ label, value }) => (
          <li>
            {label}: <bdi>{value}</bdi>
          </li>
        ))}
      </ul>
    </>
  )
}

export function FormPage(props: FormPageProps) {
  const { frame, id, name, page, before, step, revision, faults, changed, returned } = props
  const { t } = frame.of.translator
  const Form = forms[page]
  const href = before === undefined ? urls.application(frame.base, id) : urls.applicationPage(frame.base, id, before)
  return (
    <PactPageFrame
      frame={frame}
      title={t(`signing.page.${page}`)}
      caption={`${name} · ${t('signing.step', { number: `${step.number}`, count: `${step.of}` })}`}
      back={{ href, text: t('signing.before') }}
      faults={faults}
      changed={changed}
    >
      <Returned frame={frame} returned={returned} />
      <Theirs {...props} />
      <p class="govuk-body">{t(`signing.about.${page}`)}</p>
      <form
        method="post"
        action={urls.applicationPage(frame.base, id, page)}
        enctype={page === 'decision' ? 'multipart/form-data' : undefined}
        novalidate
      >
        <input type="hidden" name="revision" value={`${revision}`} />
        <Form {...props} />
        {(page !== 'text' || props.text) && <Button preventDoubleClick>{t('signing.saveOn')}</Button>}
      </form>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.application(frame.base, id)}>
          {t('signing.later')}
        </a>
      </p>
      <Details summary={t('signing.stations.title')}>
        <Stations translator={frame.of.translator} stations={props.stations} next={props.next} />
      </Details>
    </PactPageFrame>
  )
}
