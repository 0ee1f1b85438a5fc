/** Signatories in the words of a list. */
import { longDate } from '../../ui/dates.ts'
import { urls } from '../../urls.ts'
import { countryName } from '../authorities/index.ts'
import type { ListedSignatory } from './listing-store.ts'
import type { Words } from './words.ts'

export interface ListedView {
  readonly href: string
  /** The official one: the list is in its order. */
  readonly name: string
  /** Beginning with the name in the reader's language, where it is another one: `Town · Netherlands · signed on 3 March 2026 · No. 12`. */
  readonly facts: readonly string[]
  /** What it is beside signed. */
  readonly status: string | undefined
}

export function presentListed({ t, language, tag }: Words, one: ListedSignatory): ListedView {
  const inOwn = one.names[language]
  return {
    href: urls.registerEntry(language, one.number),
    name: one.name === '' ? t('register.erased') : one.name,
    facts: [
      ...(inOwn === undefined || inOwn === one.name ? [] : [inOwn]),
      t(`register.kind.${one.kind}`),
      countryName(one.country, tag),
      t('register.list.signedOn', { date: longDate({ tag }, one.signedOn) }),
      ...(one.together ? [t('register.list.together')] : []),
      t('register.list.number', { number: String(one.number) }),
    ],
    status: one.status === 'signed' ? undefined : t(`register.status.${one.status}`),
  }
}

/** In the reader's language; what was erased says so. */
export function nameOf(
  t: Words['t'],
  language: string,
  { name, names }: { readonly name: string; readonly names: Readonly<Record<string, string>> },
): string {
  return names[language] ?? (name === '' ? t('register.erased') : name)
}
