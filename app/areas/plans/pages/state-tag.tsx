import type { Translator } from '../../../platform/i18n/messages.ts'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import type { MeasureState } from '../schema.ts'

export interface MeasureLine {
  readonly id: string
  readonly title: string
  readonly state: MeasureState
  /** The language in which it is written. */
  readonly words: { readonly tag: string; readonly dir: 'ltr' | 'rtl' }
}

const colours = {
  'not-started': 'govuk-tag--grey',
  'under-way': 'govuk-tag--blue',
  done: 'govuk-tag--green',
  delayed: 'govuk-tag--yellow',
  dropped: 'govuk-tag--grey',
} as const satisfies Record<MeasureState, string>

export function StateTag({ translator, state }: { translator: Translator; state: MeasureState }) {
  return <Tag classes={colours[state]}>{translator.t(`plans.state.${state}`)}</Tag>
}
