/** What the office's pages of events share. */

import type { OfficeFor } from '../../../platform/http/env.ts'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import type { Content } from '../../../ui/content.ts'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { Refused } from '../../../ui/layout/refused.tsx'
import type { Town } from '../../../urls/town-paths.ts'
import type { EventFault } from '../event-form.ts'
import type { DoneNotice } from '../office/office-request.ts'

export interface EventFrame {
  readonly of: OfficeFor
  readonly town: Town
  readonly workplace: OfficeFrameProps['workplace']
  readonly back: OfficeFrameProps['back']
}

export interface FormProps {
  readonly frame: Pick<EventFrame, 'of'>
  readonly fields: ReadonlyMap<string, readonly string[]>
  readonly faults: readonly EventFault[]
}

export const typed = ({ fields }: Pick<FormProps, 'fields'>, name: string): string => fields.get(name)?.[0] ?? ''

export function errorOf({ frame, faults }: Pick<FormProps, 'frame' | 'faults'>, name: string) {
  const { t } = frame.of.translator
  const fault = faults.find(({ field }) => field === name)
  return fault && { prefix: t('checklist.office.form.error'), text: t(`events.error.${fault.code}`) }
}

interface FieldProps extends FormProps {
  readonly name: string
  readonly label: string
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

interface EventPageFrameProps extends Pick<OfficeFrameProps, 'title' | 'caption'> {
  readonly frame: Omit<EventFrame, 'town'>
  readonly faults?: readonly EventFault[]
  /** In words, where the fault is not one of a field. */
  readonly refused?: string | undefined
  /** Somebody else was faster. */
  readonly changed?: boolean
  readonly done?: DoneNotice | undefined
  readonly children: Content
}

export function EventPageFrame(props: EventPageFrameProps) {
  const { frame, faults = [], refused, changed = false, done, children, ...page } = props
  const { t } = frame.of.translator
  const errors = [
    ...faults.map(({ field, code }) => ({ text: t(`events.error.${code}`), href: `#${field}` })),
    ...(refused === undefined ? [] : [{ text: refused }]),
  ]
  return (
    <OfficeFrame
      of={frame.of}
      workplace={frame.workplace}
      back={frame.back}
      refused={errors.length > 0 || changed}
      done={done && t(`events.done.${done}`)}
      first={
        <Refused translator={frame.of.translator} errors={errors} changed={changed ? t('events.changed') : undefined} />
      }
      {...page}
    >
      {children}
    </OfficeFrame>
  )
}
