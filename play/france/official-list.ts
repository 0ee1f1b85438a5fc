/** The list of communes as it is published, and what the play makes of it: addresses of one département, the list of a new year. */
import { readFileSync } from 'node:fs'

export const officialList = 'node_modules/@etalab/decoupage-administratif/data/communes.json'

interface Commune {
  readonly code: string
  readonly nom: string
  readonly type: string
  readonly departement?: string
  readonly region?: string
  readonly population?: number
}

const everything = (): readonly Commune[] => JSON.parse(readFileSync(officialList, 'utf8'))

/** Towns of a département, as they stand in the list. */
export const communesOf = (departement: string): readonly Commune[] =>
  everything().filter((one) => one.type === 'commune-actuelle' && one.departement === departement)

/** Of the mailbox of a commune; the number says how the mail server treats it. */
export const officeAddress = (index: number) => `office-${index}@town-${index % 20}.example`

/** Offices of a département with their addresses, as a sheet says them (RFC 2606). */
export function contactSheet(departement: string): string {
  const rows = communesOf(departement).map(({ code }, index) => `${code};Service jeunesse;${officeAddress(index)};fr`)
  return ['code;service;courriel;langue', ...rows].join('\n')
}

/** The same list a year later: `from` has become part of `into`, which has the inhabitants of both. */
export function nextYearsList(from: string, into: string): string {
  const all = everything()
  const gone = all.find(({ code, type }) => code === from && type === 'commune-actuelle')
  const next = all
    .filter((one) => one !== gone)
    .map((one) =>
      one.code === into && one.type === 'commune-actuelle'
        ? { ...one, population: (one.population ?? 0) + (gone?.population ?? 0) }
        : one,
    )
  return JSON.stringify(next)
}

/** What the statistical office says of it. */
export const movementsSheet = (from: string, into: string, day: string) => `old;new;date\n${from};${into};${day}\n`
