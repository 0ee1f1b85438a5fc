/** What the office's pages of plans share. */

import { documentTypes, type FileFaultCode, isFileFault } from '../../../platform/files/file-types.ts'
import type { OfficeFor } from '../../../platform/http/env.ts'
import type { MessageKey } from '../../../platform/i18n/messages.gen.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { Content } from '../../../ui/content.ts'
import { fileFaultText } from '../../../ui/files/file-field.tsx'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { Refused } from '../../../ui/layout/refused.tsx'
import type { Town } from '../../../urls/town-paths.ts'
import type { FaultCode } from '../forms/typed-fields.ts'
import type { DoneNotice } from '../office/office-request.ts'

export interface PlanFrame {
  readonly of: OfficeFor
  readonly town: Town
  readonly workplace: OfficeFrameProps['workplace']
}

/** Also a document that is not taken, or has to be chosen again. */
export interface ShownFault {
  readonly field: string
  readonly code: FaultCode | FileFaultCode | 'again'
}

function faultText(translator: Translator, code: ShownFault['code']): string {
  return isFileFault(code) ? fileFaultText(translator, code, documentTypes) : translator.t(`plans.error.${code}`)
}

export function errorOf({ of }: PlanFrame, faults: readonly ShownFault[], name: string) {
  const fault = faults.find(({ field }) => field === name)
  return fault && { prefix: of.translator.t('checklist.office.form.error'), text: faultText(of.translator, fault.code) }
}

type DoneKey = Extract<MessageKey, `plans.done.${string}`>

interface PlanPageFrameProps extends Pick<OfficeFrameProps, 'title' | 'caption' | 'back'> {
  readonly frame: PlanFrame
  readonly faults?: readonly ShownFault[]
  /** In words, where the fault is not one of a field. */
  readonly refused?: string | undefined
  /** Somebody else was faster. */
  readonly changed?: boolean
  readonly done?: DoneNotice | undefined
  readonly children: Content
}

export function PlanPageFrame(props: PlanPageFrameProps) {
  const { frame, faults = [], refused, changed = false, done, children, ...page } = props
  const { translator } = frame.of
  const { t } = translator
  const errors = [
    ...faults.map(({ field, code }) => ({ text: faultText(translator, code), href: `#${field}` })),
    ...(refused === undefined ? [] : [{ text: refused }]),
  ]
  return (
    <OfficeFrame
      of={frame.of}
      workplace={frame.workplace}
      refused={errors.length > 0 || changed}
      done={done && t(`plans.done.${done}` as DoneKey)}
      first={<Refused translator={translator} errors={errors} changed={changed ? t('plans.changed') : undefined} />}
      {...page}
    >
      {children}
    </OfficeFrame>
  )
}
