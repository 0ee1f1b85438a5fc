/** What the pages about signing the Pact share. */

import type { OfficeFor } from '../../../platform/http/env.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { Content } from '../../../ui/content.ts'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { Refused } from '../../../ui/layout/refused.tsx'
import type { FieldFault } from '../form-rules.ts'

export interface PactFrame {
  readonly of: OfficeFor
  /** Address below which everything of this office stands. */
  readonly base: string
  readonly workplace: OfficeFrameProps['workplace']
}

/** A fault in words, with the field it is about. */
export interface ToldFault {
  readonly field: string
  readonly text: string
}

/** @param label what the field is called. */
export function faultText({ t }: Translator, { code }: FieldFault, label: string): string {
  if (code === 'missing' || code === 'long' || code === 'choose') return t(`signing.error.${code}`, { field: label })
  return t(`signing.error.${code}`)
}

export function errorOf({ of }: PactFrame, faults: readonly ToldFault[], name: string) {
  const fault = faults.find(({ field }) => field === name)
  return fault && { prefix: of.translator.t('checklist.office.form.error'), text: fault.text }
}

interface PactPageProps extends Pick<OfficeFrameProps, 'title' | 'caption' | 'done' | 'back'> {
  readonly frame: PactFrame
  readonly faults?: readonly ToldFault[]
  /** Somebody else was faster. */
  readonly changed?: boolean
  readonly children: Content
}

export function PactPageFrame(props: PactPageProps) {
  const { frame, faults = [], changed = false, children, ...page } = props
  const { t } = frame.of.translator
  const errors = faults.map(({ field, text }) => ({ text, href: `#${field}` }))
  return (
    <OfficeFrame
      of={frame.of}
      workplace={frame.workplace}
      refused={faults.length > 0 || changed}
      first={
        <Refused
          translator={frame.of.translator}
          errors={errors}
          changed={changed ? t('signing.changed') : undefined}
        />
      }
      {...page}
    >
      {children}
    </OfficeFrame>
  )
}
