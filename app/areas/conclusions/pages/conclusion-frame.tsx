/** What the office's pages of conclusions share. */
import type { OfficeFor } from '../../../platform/http/env.ts'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { NotificationBanner } from '../../../ui/components/notification-banner/notification-banner.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import type { Content } from '../../../ui/content.ts'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import type { WrittenIn } from '../../../ui/written-in.ts'
import type { Fault } from '../forms.ts'
import type { DoneNotice } from '../office-request.ts'

export interface ConclusionFrame {
  readonly of: OfficeFor
  readonly workplace: OfficeFrameProps['workplace']
  readonly back: OfficeFrameProps['back']
  /** How markup says that words are in a language. */
  readonly written: (code: string) => WrittenIn
}

export interface FormProps {
  readonly frame: ConclusionFrame
  readonly fields: ReadonlyMap<string, readonly string[]>
  readonly faults: readonly Fault[]
}

export const typed = ({ fields }: Pick<FormProps, 'fields'>, name: string): string => fields.get(name)?.[0] ?? ''

export function errorOf({ frame, faults }: Pick<FormProps, 'frame' | 'faults'>, name: string) {
  const { t } = frame.of.translator
  const fault = faults.find(({ field }) => field === name)
  return fault && { prefix: t('checklist.office.form.error'), text: t(`conclusion.error.${fault.code}`) }
}

interface FieldProps extends FormProps {
  readonly name: string
  readonly label: Content
  readonly hint?: string | undefined
  /** A class for a short field: it holds figures, which run from left to right. */
  readonly width?: string
}

export function Line(props: FieldProps) {
  const { name, label, hint, width } = props
  return (
    <TextInput
      name={name}
      label={label}
      labelClasses="govuk-label--s"
      hint={hint}
      classes={width}
      dir={width ? 'ltr' : 'auto'}
      value={typed(props, name)}
      error={errorOf(props, name)}
    />
  )
}

export function Text(props: FieldProps & { readonly rows?: number }) {
  const { name, label, hint, rows = 4 } = props
  return (
    <Textarea
      name={name}
      label={label}
      labelClasses="govuk-label--s"
      hint={hint}
      rows={rows}
      dir="auto"
      value={typed(props, name)}
      error={errorOf(props, name)}
    />
  )
}

/** Words of others, in their language. */
export function Said({
  frame,
  language,
  children,
}: Pick<FormProps, 'frame'> & { language: string; children: Content }) {
  const { lang, dir } = frame.written(language)
  return (
    <p class="govuk-body" lang={lang} dir={dir}>
      {children}
    </p>
  )
}

interface ConclusionPageFrameProps extends Pick<OfficeFrameProps, 'title' | 'caption'> {
  readonly frame: ConclusionFrame
  readonly faults?: readonly Fault[]
  /** In words, where the fault is not one of a field. */
  readonly refused?: string | undefined
  /** Somebody else was faster. */
  readonly changed?: boolean
  readonly done?: DoneNotice | undefined
  readonly children: Content
}

export function ConclusionPageFrame(props: ConclusionPageFrameProps) {
  const { frame, faults = [], refused, changed = false, done, children, ...page } = props
  const { t } = frame.of.translator
  const errors = [
    ...faults.map(({ field, code }) => ({ text: t(`conclusion.error.${code}`), href: `#${field}` })),
    ...(refused === undefined ? [] : [{ text: refused }]),
  ]
  return (
    <OfficeFrame
      of={frame.of}
      workplace={frame.workplace}
      back={frame.back}
      refused={errors.length > 0 || changed}
      done={done && t(`conclusion.done.${done}`)}
      first={
        <>
          {errors.length > 0 && <ErrorSummary title={t('checklist.office.form.errors')} errors={errors} />}
          {changed && (
            <NotificationBanner
              title={t('checklist.office.conflict.title')}
              role="alert"
              text={t('conclusion.changed')}
            />
          )}
        </>
      }
      {...page}
    >
      {children}
    </OfficeFrame>
  )
}
