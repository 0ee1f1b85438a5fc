/** Why a list becomes no plan, in words; of rows that cannot be read: line, column as the list calls it, what is expected. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { apart } from '../../ui/lists.ts'
import type { Refusal } from '../authorities/index.ts'
import { headingOf } from './list-columns.ts'
import type { ListChoice, ListRefused } from './schema.ts'

/** More say the same. */
const mostShown = 20

const expected = {
  code: 'code',
  name: 'name',
  population: 'number',
  population_year: 'number',
  latitude: 'degrees',
  longitude: 'degrees',
  valid_from: 'day',
  valid_to: 'day',
  merged_into: 'codes',
  parent: 'codes',
  areas: 'codes',
} as const

const expectedIn = (column: string) =>
  column in expected ? expected[column as keyof typeof expected] : column.startsWith('name_') ? 'name' : 'word'

export interface SaidRefused {
  readonly faults: readonly { readonly field: string; readonly text: string }[]
  /** Rows that cannot be read. */
  readonly lines: readonly string[]
}

export function presentRefused(translator: Translator, refused: ListRefused, choice: ListChoice): SaidRefused {
  const { t } = translator
  const say = (text: string, field = 'list', lines: readonly string[] = []) => ({ faults: [{ field, text }], lines })
  switch (refused.outcome) {
    case 'refused': {
      const lines = presentRefusals(translator, refused.refusals, (column) => headingOf(choice, column))
      return say(t('mergers.new.fault.rows', { count: refused.count }), 'list', lines)
    }
    case 'movements': {
      const lines = presentRefusals(translator, refused.refusals, () => choice.movements?.date ?? '')
      return say(t('mergers.columns.fault.moved-date'), 'moved-date', lines)
    }
    case 'unbelievable':
      return say(t('mergers.new.fault.unbelievable', { gone: refused.gone, known: refused.known }))
    default:
      return say(t(`mergers.new.fault.${refused.outcome}`))
  }
}

/** @param named how a column of ours is called in the list. */
function presentRefusals(
  { t }: Translator,
  refusals: readonly Pick<Refusal, 'line' | 'column'>[],
  named: (column: string) => string,
): string[] {
  return refusals.slice(0, mostShown).map(({ line: number, column }) => {
    const line = apart(`${number}`)
    if (column === null) return t('mergers.new.line', { line, expected: t('mergers.expected.row') })
    const what = t(`mergers.expected.${expectedIn(column)}`)
    return t('mergers.new.lineColumn', { line, column: apart(named(column)), expected: what })
  })
}
