/** Rows of a list that cannot be read, in words: line, column as the list calls it, what is expected there. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { apart } from '../../ui/lists.ts'
import type { Refusal } from '../authorities/index.ts'

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

/** @param headingOf how a column of ours is called in the list. */
export function presentRefusals(
  { t }: Translator,
  refusals: readonly Refusal[],
  headingOf: (column: string) => string,
): string[] {
  return refusals.slice(0, mostShown).map(({ line: number, column }) => {
    const line = apart(`${number}`)
    if (column === null) return t('mergers.new.line', { line, expected: t('mergers.expected.row') })
    const what = t(`mergers.expected.${expectedIn(column)}`)
    return t('mergers.new.lineColumn', { line, column: apart(headingOf(column)), expected: what })
  })
}
