/** What the pages about the people of a place share. */
import type { OfficeFor } from '../../../../platform/http/env.ts'
import type { Translator } from '../../../../platform/i18n/messages.ts'
import { ErrorSummary } from '../../../../ui/components/error-summary/error-summary.tsx'
import type { Content } from '../../../../ui/content.ts'
import { OfficeFrame } from '../../../../ui/layout/office-frame.tsx'
import type { OfficeNavigationItem } from '../../../../ui/layout/office-layout.tsx'

export interface PlaceFrame {
  readonly of: OfficeFor
  /** In the reader's language. */
  readonly place: string
  /** Address of the page of its people. */
  readonly path: string
  /** Empty where the place has none, or none for this reader. */
  readonly sections: readonly OfficeNavigationItem[]
}

/** What was wrong with a field. */
export type FaultCode =
  | 'email'
  | 'role'
  | 'name'
  | 'post'
  | 'town'
  | 'townUnknown'
  | 'townChoice'
  | 'reason'
  | 'decision'
  | 'successor'
  | 'last'

export interface Fault {
  /** Name of the field. */
  readonly field: string
  readonly code: FaultCode
}

/** What stands above a form that was refused. */
export function FaultSummary({ translator: { t }, faults }: { translator: Translator; faults: readonly Fault[] }) {
  return (
    <ErrorSummary
      title={t('office.form.errorTitle')}
      errors={faults.map(({ field, code }) => ({ text: t(`people.fault.${code}`), href: `#${field}` }))}
    />
  )
}

/** What stands at a field of it. */
export function faultAt({ t }: Translator, faults: readonly Fault[], field: string) {
  const fault = faults.find((one) => one.field === field)
  return fault && { prefix: t('office.form.errorPrefix'), text: t(`people.fault.${fault.code}`) }
}

export interface PeopleFrameProps {
  readonly frame: PlaceFrame
  readonly title: string
  readonly faults?: readonly Fault[]
  readonly done?: string | undefined
  /** The page of the people itself has no way back to itself. */
  readonly top?: boolean
  readonly children: Content
}

export function PeopleFrame({ frame, title, faults = [], done, top = false, children }: PeopleFrameProps) {
  const { of, place, path, sections } = frame
  const { translator } = of
  const refused = faults.length > 0
  return (
    <OfficeFrame
      of={of}
      title={title}
      caption={sections.length > 0 ? undefined : place}
      workplace={sections.length > 0 ? { name: place, items: sections } : undefined}
      back={top ? undefined : { href: path, text: translator.t('people.back') }}
      done={done}
      refused={refused}
      first={refused && <FaultSummary translator={translator} faults={faults} />}
    >
      {children}
    </OfficeFrame>
  )
}
