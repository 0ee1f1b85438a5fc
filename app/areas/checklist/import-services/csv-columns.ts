/** The columns of a CSV of services; docs/guides/importing-services.md explains each. */

/** Texts: `what_happens_nl`, or `what_happens` in the language of the import. Column → where it belongs. */
const textColumns: Readonly<Record<string, readonly string[]>> = {
  name: ['name'],
  what_happens: ['whatHappens'],
  area_note: ['areaNote'],
  fee_note: ['feeNote'],
  access_note: ['accessNote'],
  parent_note: ['parentNote'],
  tells_note: ['tellsNote'],
  how_decided: ['howDecided'],
  how_to_complain: ['howToComplain'],
  hours_note: ['hours', 'note'],
  when_closed: ['hours', 'whenClosed'],
  alert: ['alert', 'text'],
  closed_text: ['closure', 'text'],
}

export const textColumnNames: readonly string[] = Object.keys(textColumns)

/** All others. Column → where it belongs in the facts. */
export const plainColumns = {
  source_id: ['sourceId'],
  revision: ['revision'],
  kinds: ['kinds'],
  provider: ['provider'],
  audiences: ['audiences'],
  age_min: ['ages', 'min'],
  age_max: ['ages', 'max'],
  phones: ['phones'],
  email: ['email'],
  web: ['web'],
  chat: ['chat'],
  confidential: ['place', 'type'],
  street: ['place', 'addresses', 0, 'street'],
  address_extra: ['place', 'addresses', 0, 'extra'],
  postcode: ['place', 'addresses', 0, 'postcode'],
  town: ['place', 'addresses', 0, 'town'],
  latitude: ['place', 'addresses', 0, 'latitude'],
  longitude: ['place', 'addresses', 0, 'longitude'],
  hours: ['hours'],
  appointment: ['hours', 'appointment'],
  fee: ['fee'],
  languages: ['languages'],
  interpreters: ['interpreters'],
  access: ['accessFeatures'],
  parent_needed: ['parentNeeded'],
  tells_others: ['tellsOthers'],
  anonymous: ['anonymous'],
  alert_from: ['alert', 'from'],
  alert_until: ['alert', 'until'],
  closed_from: ['closure', 'from'],
  closed_to: ['closure', 'to'],
  checked_on: ['checked', 'on'],
} as const satisfies Record<string, readonly (string | number)[]>
export type PlainColumn = keyof typeof plainColumns

/** Read and never written: where a provider is asked is in no draft, and in nothing that goes out. */
export const inwardColumns = ['confirm_email', 'confirm_language'] as const
export type InwardColumn = (typeof inwardColumns)[number]

export const addressColumns = ['street', 'address_extra', 'postcode', 'town', 'latitude', 'longitude'] as const

const withLanguage = /^([a-z_]+?)_([a-z]{2,3}(?:-[a-z]{4})?)$/i

/** `what_happens_nl` → its place and its language; undefined where there is no such column. */
export function textColumn(
  header: string,
  language: string,
): { readonly path: readonly string[]; readonly language: string } | undefined {
  const plain = textColumns[header.toLowerCase()]
  if (plain) return { path: plain, language }
  const [, column = '', code = ''] = withLanguage.exec(header) ?? []
  const path = textColumns[column.toLowerCase()]
  const [base = '', script] = code.split('-')
  const tag =
    base.toLowerCase() + (script ? `-${script.slice(0, 1).toUpperCase()}${script.slice(1).toLowerCase()}` : '')
  return path && { path, language: tag }
}

export const isInwardColumn = (header: string): header is InwardColumn =>
  inwardColumns.some((column) => column === header)

export const isPlainColumn = (header: string): header is PlainColumn => Object.hasOwn(plainColumns, header)

/** The column of a place in the facts, for the report. */
export function csvColumnOf(path: readonly PropertyKey[], headers: readonly string[], language: string): string {
  const starts = (where: readonly PropertyKey[]) => where.every((part, index) => path[index] === part)
  const text = headers.find((header) => {
    const column = textColumn(header, language)
    return column && starts([...column.path, column.language])
  })
  if (text) return text
  const candidates = Object.entries<readonly PropertyKey[]>(plainColumns).filter(([, where]) => starts(where))
  const longest = candidates.sort(([, one], [, other]) => other.length - one.length)[0]
  const unnamed = Object.entries(textColumns).find(([, where]) => starts(where))
  return longest?.[0] ?? unnamed?.[0] ?? path.map(String).join('.')
}
