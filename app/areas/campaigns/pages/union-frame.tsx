/** What the pages of campaigns share. */

import type { OfficeFor } from '../../../platform/http/env.ts'
import type { Content } from '../../../ui/content.ts'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { Refused } from '../../../ui/layout/refused.tsx'

export interface UnionFrame {
  readonly of: OfficeFor
  readonly union: { readonly country: string; readonly slug: string }
  readonly workplace: NonNullable<OfficeFrameProps['workplace']>
}

/** A fault of a form: the field it is at, and its sentence. */
export interface FormError {
  readonly field: string
  readonly text: string
}

interface UnionPageProps extends Pick<OfficeFrameProps, 'title' | 'caption' | 'back'> {
  readonly frame: UnionFrame
  readonly errors?: readonly FormError[] | undefined
  /** A colleague was faster. */
  readonly conflict?: boolean | undefined
  readonly done?: string | undefined
  readonly children: Content
}

export function UnionPage({ frame, errors = [], conflict = false, children, ...page }: UnionPageProps) {
  const { t } = frame.of.translator
  const listed = errors.map(({ field, text }) => ({ text, href: `#${field}` }))
  return (
    <OfficeFrame
      of={frame.of}
      workplace={frame.workplace}
      refused={errors.length > 0 || conflict}
      first={
        <Refused
          translator={frame.of.translator}
          errors={listed}
          changed={conflict ? t('campaigns.conflict') : undefined}
        />
      }
      {...page}
    >
      {children}
    </OfficeFrame>
  )
}

/** The fault of a field, as components take it. */
export function errorAt({ of }: UnionFrame, errors: readonly FormError[], field: string) {
  const found = errors.find((one) => one.field === field)
  return found && { prefix: of.translator.t('checklist.office.form.error'), text: found.text }
}
