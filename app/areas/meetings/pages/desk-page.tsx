/** Every page about meetings in the office: what there is to know, what there is to do. */
import { acceptOf } from '../../../platform/files/file-types.ts'
import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { FileUpload } from '../../../ui/components/file-upload/file-upload.tsx'
import { NotificationBanner } from '../../../ui/components/notification-banner/notification-banner.tsx'
import { Select } from '../../../ui/components/select/select.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { paperTypes } from '../call/file-rules.ts'

export interface DeskFrame extends Pick<OfficeFrameProps, 'workplace' | 'back'> {
  readonly of: OfficeFor
}

export interface DeskField {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  /** `figures`: short, from left to right. `file`: one that browsers never fill in again. */
  readonly kind: 'line' | 'text' | 'figures' | 'select' | 'tick' | 'file'
  readonly options?: readonly { readonly value: string; readonly text: string }[]
  readonly value: string
}

export interface DeskForm {
  readonly title?: string
  readonly about?: string
  readonly action: string
  readonly hidden?: Readonly<Record<string, string>>
  readonly fields: readonly DeskField[]
  readonly submit: string
  readonly warning?: boolean
}

export interface DeskPart {
  readonly title?: string
  readonly paragraphs?: readonly string[]
  /** `words`: what it is, in the reader's language, behind a text in any. */
  readonly links?: readonly { readonly text: string; readonly href: string; readonly words?: string }[]
  readonly rows?: readonly {
    readonly key: string
    readonly value: string
    readonly link?: { readonly text: string; readonly href: string } | undefined
  }[]
  readonly form?: DeskForm | undefined
}

export interface DeskPageProps {
  readonly frame: DeskFrame
  readonly title: string
  readonly caption?: string | undefined
  readonly parts: readonly DeskPart[]
  readonly faults?: readonly { readonly field: string; readonly text: string }[]
  readonly refused?: string | undefined
  /** Somebody else was faster. */
  readonly changed?: boolean | undefined
  readonly done?: string | undefined
}

type Faults = NonNullable<DeskPageProps['faults']>

function FieldOf({ field, faults, prefix }: { field: DeskField; faults: Faults; prefix: string }) {
  const fault = faults.find((one) => one.field === field.name)
  const shared = {
    ...{ name: field.name, label: field.label, labelClasses: 'govuk-label--s', hint: field.hint },
    ...{ value: field.value, error: fault && { prefix, text: fault.text } },
  }
  switch (field.kind) {
    case 'text':
      return <Textarea {...shared} rows={4} dir="auto" />
    case 'file':
      return <FileUpload {...shared} accept={acceptOf(paperTypes)} />
    case 'select':
      return <Select {...shared} items={field.options ?? []} />
    case 'tick':
      return (
        <Checkboxes
          name={field.name}
          hint={field.hint}
          error={shared.error}
          items={[{ value: 'yes', text: field.label, checked: field.value === 'yes' }]}
        />
      )
    default:
      return (
        <TextInput
          {...shared}
          classes={field.kind === 'figures' ? 'govuk-input--width-10' : undefined}
          dir={field.kind === 'figures' ? 'ltr' : 'auto'}
        />
      )
  }
}

const isFile = ({ kind }: DeskField) => kind === 'file'

function FormOf({ form, faults, prefix }: { form: DeskForm; faults: Faults; prefix: string }) {
  const { title, about, action, hidden = {}, fields, submit, warning } = form
  return (
    <form method="post" action={action} enctype={fields.some(isFile) ? 'multipart/form-data' : undefined} novalidate>
      {title && <h2 class="govuk-heading-m">{title}</h2>}
      {about && <p class="govuk-body">{about}</p>}
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <FieldOf field={field} faults={faults} prefix={prefix} />
      ))}
      <Button preventDoubleClick classes={warning ? 'govuk-button--warning' : undefined}>
        {submit}
      </Button>
    </form>
  )
}

function PartOf({ part, faults, prefix }: { part: DeskPart; faults: Faults; prefix: string }) {
  const { title, paragraphs = [], links = [], rows = [], form } = part
  return (
    <>
      {title && <h2 class="govuk-heading-m">{title}</h2>}
      {paragraphs.map((text) => (
        <p class="govuk-body">
          <bdi>{text}</bdi>
        </p>
      ))}
      {links.length > 0 && (
        <ul class="govuk-list">
          {links.map(({ text, href, words }) => (
            <li>
              <a class="govuk-link" href={href}>
                <bdi>{text}</bdi>
                {words && ` (${words})`}
              </a>
            </li>
          ))}
        </ul>
      )}
      {rows.length > 0 && (
        <SummaryList
          rows={rows.map(({ key, value, link }) => ({
            key: <bdi>{key}</bdi>,
            value: <bdi>{value}</bdi>,
            actions: link && [{ ...link, visuallyHiddenText: key }],
          }))}
        />
      )}
      {form && <FormOf form={form} faults={faults} prefix={prefix} />}
    </>
  )
}

export function DeskPage({ frame, title, caption, parts, faults = [], refused, changed, done }: DeskPageProps) {
  const { t } = frame.of.translator
  const errors = [
    ...faults.map(({ field, text }) => ({ text, href: `#${field}` })),
    ...(refused === undefined ? [] : [{ text: refused }]),
  ]
  const prefix = t('checklist.office.form.error')
  return (
    <OfficeFrame
      {...frame}
      title={title}
      caption={caption}
      refused={errors.length > 0 || changed === true}
      done={done}
      first={
        <>
          {errors.length > 0 && <ErrorSummary title={t('checklist.office.form.errors')} errors={errors} />}
          {changed && (
            <NotificationBanner title={t('checklist.office.conflict.title')} role="alert" text={t('meeting.changed')} />
          )}
        </>
      }
    >
      {parts.map((part) => (
        <PartOf part={part} faults={faults} prefix={prefix} />
      ))}
    </OfficeFrame>
  )
}
