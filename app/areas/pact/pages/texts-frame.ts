import type { OfficeFor } from '../../../platform/http/env.ts'
import type { OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'

/** What the pages of the secretariat's texts have around them. */
export interface TextsFrame {
  readonly of: OfficeFor
  readonly workplace: NonNullable<OfficeFrameProps['workplace']>
}

/** A language by its own name. */
export interface NamedLanguage {
  readonly code: string
  /** BCP 47. */
  readonly tag: string
  readonly autonym: string
  readonly dir: 'ltr' | 'rtl'
}
