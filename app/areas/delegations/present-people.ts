/** Who comes, as the host needs it: one list of adults, counts of needs, a page of the children. Pure but for names. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { longDate } from '../../ui/dates.ts'
import { type Adult, accessNeeds, type Child, type Delegate, diets, type Sender } from './schema.ts'

/** Of a delegation, as the host's language has it. */
export interface Whose {
  /** Or association, or organisation. */
  readonly town: string
  readonly country: string
}

export type Listed<Kind = Adult> = Kind & Pick<Delegate, 'id' | 'hasPlace' | 'sender'> & { readonly whose: Whose }

type Named = (sender: Sender) => Whose

const whoseOf = <One extends Delegate>(one: One, named: Named) => ({ ...one, whose: named(one.sender) })

/** Never a child. By delegation, those with a place first. */
export const adultsOf = (all: readonly Delegate[], named: Named): Listed[] =>
  all.flatMap((one) => (one.child ? [] : [whoseOf(one, named)])).toSorted(byDelegation)

export const childrenOf = (all: readonly Delegate[], named: Named): Listed<Child>[] =>
  all.flatMap((one) => (one.child ? [whoseOf(one, named)] : [])).toSorted(byDelegation)

const byDelegation = (a: Pick<Listed, 'whose' | 'hasPlace'>, b: Pick<Listed, 'whose' | 'hasPlace'>): number =>
  `${a.whose.country} ${a.whose.town}`.localeCompare(`${b.whose.country} ${b.whose.town}`) ||
  Number(b.hasPlace) - Number(a.hasPlace)

/** Of those who come, children, too: how many eat and need what. */
export function needCounts({ t }: Pick<Translator, 't'>, all: readonly Delegate[]) {
  const coming = all.filter(({ hasPlace }) => hasPlace)
  const rows = [
    ...diets.map((diet) => [t(`delegation.diet.${diet}`), coming.filter((one) => one.diet === diet).length] as const),
    ...accessNeeds.map(
      (need) => [t(`delegation.access.${need}`), coming.filter(({ access }) => access.includes(need)).length] as const,
    ),
  ]
  return rows.filter(([, count]) => count > 0).map(([text, count]) => ({ text, count: `${count}` }))
}

/** Whom one has to speak to: by name only where a count is not enough. */
export const needsTalk = (one: Delegate): boolean =>
  one.hasPlace && (one.access.length > 0 || one.accessNote !== '' || one.dietNote !== '' || one.diet === 'other')

/** What they need, in one line. */
export const needsText = ({ t }: Pick<Translator, 't'>, one: Delegate): string =>
  [
    ...(one.diet === 'everything' ? [] : [t(`delegation.diet.${one.diet}`)]),
    one.dietNote,
    ...one.access.map((need) => t(`delegation.access.${need}`)),
    one.accessNote,
  ]
    .filter((text) => text !== '')
    .join('; ')

/** The list for a spreadsheet: what they eat and need is none of it. */
export function listRows(
  { t }: Pick<Translator, 't'>,
  adults: readonly Listed[],
  languagesText: (codes: readonly string[]) => string,
): string[][] {
  const columns = ['name', 'function', 'email', 'languages', 'companion', 'arrives', 'leaves'] as const
  return [
    [
      ...[t('delegation.column.town'), t('delegation.column.country'), t('delegation.column.stand')],
      ...columns.map((one) => t(`delegation.form.${one}`)),
      t('delegation.form.visa'),
    ],
    ...adults.map((one) => [
      ...[one.whose.town, one.whose.country, t(one.hasPlace ? 'delegation.place' : 'delegation.waits')],
      ...[one.name, one.function, one.email, languagesText(one.languages), one.companion],
      ...[one.arrives ?? '', one.leaves ?? '', one.visa ? t('delegation.yes') : ''],
    ]),
  ]
}

/** From when to when, in words; empty while nobody has set it. */
export const datesText = (
  translator: Translator,
  { starts, ends }: { readonly starts: string | null; readonly ends: string | null },
): string => {
  if (starts === null || ends === null) return ''
  const [first, last] = [longDate(translator, starts), longDate(translator, ends)]
  return first === last ? first : translator.t('delegation.dates', { first, last })
}
