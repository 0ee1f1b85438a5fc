/** What all pages about the areas of a country share. */

import type { OfficeFor } from '../../../platform/http/env.ts'
import type { Content } from '../../../ui/content.ts'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { Refused } from '../../../ui/layout/refused.tsx'
import { urls } from '../../../urls.ts'
import type { CatchmentKind } from '../area-rules.ts'
import type { ListFaultCode } from '../read-area-list.ts'

export interface AreasFrame {
  readonly of: OfficeFor
  readonly association: { readonly country: string; readonly slug: string }
  readonly workplace: OfficeFrameProps['workplace']
}

export const areaNotices = ['applied', 'discarded', 'deleted'] as const
export type AreaNotice = (typeof areaNotices)[number]

export interface AreaFaultShown {
  readonly field: 'list' | 'pasted' | 'towns' | 'name' | 'kind' | 'code'
  readonly code: ListFaultCode | 'nothing' | 'name' | 'no-kind' | 'code' | 'no-code' | 'known'
}

type Translated = Pick<OfficeFor, 'translator'>

function faultText({ translator: { t } }: Translated, { code }: AreaFaultShown): string {
  switch (code) {
    case 'columns':
    case 'nothing':
    case 'name':
    case 'no-kind':
    case 'code':
    case 'no-code':
    case 'known':
      return t(`catchments.fault.${code}`)
    default:
      return t(`mergers.new.fault.${code}`)
  }
}

/** Of a field, for its component. */
export function errorIn(frame: AreasFrame, fault: AreaFaultShown | undefined) {
  return (field: AreaFaultShown['field']) =>
    fault?.field === field
      ? { prefix: frame.of.translator.t('checklist.office.form.error'), text: faultText(frame.of, fault) }
      : undefined
}

export const kindText = ({ translator: { t } }: Translated, kind: CatchmentKind | null): string =>
  t(`catchments.kind.${kind ?? 'none'}`)

export function AreasFramed(props: {
  frame: AreasFrame
  title: string
  /** The page below the first one of these. */
  below?: boolean
  done?: string | undefined
  fault?: AreaFaultShown | undefined
  /** Somebody was faster: what was said of it. */
  changed?: string | undefined
  children: Content
}) {
  const { frame, title, below = false, done, fault, changed, children } = props
  const { t } = frame.of.translator
  return (
    <OfficeFrame
      of={frame.of}
      title={title}
      workplace={frame.workplace}
      back={below ? { href: urls.catchments(frame.association), text: t('catchments.back') } : undefined}
      done={done}
      refused={fault !== undefined || changed !== undefined}
      first={
        <Refused
          translator={frame.of.translator}
          errors={fault ? [{ text: faultText(frame.of, fault), href: `#${fault.field}` }] : []}
          changed={changed}
        />
      }
    >
      {children}
    </OfficeFrame>
  )
}
