/** A service as a row of the CSV that `csv-service.ts` reads. */
import { formatWeek } from '../hours/parse-week.ts'
import type { LocalText, Phone, ServiceFacts } from '../schema.ts'
import { isPlainColumn, type PlainColumn, plainColumns, textColumn, textColumnNames } from './csv-columns.ts'

export type OutgoingService = { readonly id: string; readonly revision: number; readonly facts: ServiceFacts }

const yesNo = (fact: boolean | null): string => (fact === null ? '' : fact ? 'yes' : 'no')

/** The characters that stand between phones and their parts stand for nothing else. */
const plain = (text: string | undefined): string => (text ?? '').replaceAll(/[|;]/g, ',')

function phoneCell({ number, label, languages, cost, fictional }: Phone, language: string): string {
  const parts = [number, label[language]?.text, languages.join(' '), cost ?? '', fictional ? 'fictional' : '']
  return parts.map(plain).join('|').replace(/\|+$/, '')
}

type Write = (service: OutgoingService, language: string) => string | number | null | undefined

const firstAddress = ({ place }: ServiceFacts) => (place.type === 'addresses' ? place.addresses[0] : undefined)

const writers: Readonly<Record<PlainColumn, Write>> = {
  source_id: ({ id }) => id,
  revision: ({ revision }) => revision,
  kinds: ({ facts }) => facts.kinds.join(';'),
  provider: ({ facts }) => facts.provider,
  audiences: ({ facts }) => facts.audiences.join(';'),
  age_min: ({ facts }) => facts.ages?.min,
  age_max: ({ facts }) => facts.ages?.max,
  phones: ({ facts }, language) => facts.phones.map((each) => phoneCell(each, language)).join(';'),
  email: ({ facts }) => facts.email,
  web: ({ facts }) => facts.web,
  chat: ({ facts }) => facts.chat,
  confidential: ({ facts }) => yesNo(facts.place.type === 'confidential'),
  street: ({ facts }) => firstAddress(facts)?.street,
  address_extra: ({ facts }) => firstAddress(facts)?.extra,
  postcode: ({ facts }) => firstAddress(facts)?.postcode,
  town: ({ facts }) => firstAddress(facts)?.town,
  latitude: ({ facts }) => firstAddress(facts)?.latitude,
  longitude: ({ facts }) => firstAddress(facts)?.longitude,
  hours: ({ facts }) => formatWeek(facts.hours),
  appointment: ({ facts }) => facts.hours.appointment,
  fee: ({ facts }) => facts.fee,
  languages: ({ facts }) => facts.languages.join(';'),
  interpreters: ({ facts }) => facts.interpreters,
  access: ({ facts }) => facts.accessFeatures.join(';'),
  parent_needed: ({ facts }) => facts.parentNeeded,
  tells_others: ({ facts }) => facts.tellsOthers,
  anonymous: ({ facts }) => yesNo(facts.anonymous),
  alert_from: ({ facts }) => facts.alert?.from,
  alert_until: ({ facts }) => facts.alert?.until,
  closed_from: ({ facts }) => facts.closure?.from,
  closed_to: ({ facts }) => facts.closure?.to,
  checked_on: ({ facts }) => facts.checked?.on,
}

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? new Map(Object.entries(inner)).get(key) : undefined),
    value,
  )

/** What a cell says, as it stands there once it is read. */
export function cellOf(service: OutgoingService, header: string, language: string): string {
  if (isPlainColumn(header)) return `${writers[header](service, language) ?? ''}`
  const column = textColumn(header, language)
  const text = column && (at(service.facts, column.path) as LocalText | undefined)?.[column.language]?.text
  return text ?? ''
}

/** Every column, with a text column for each language in which something is written. */
export function headersFor(services: readonly OutgoingService[], official: readonly string[]): string[] {
  const written = (name: string, language: string) =>
    services.some((each) => cellOf(each, `${name}_${language}`, '') !== '')
  const languages = [...new Set([...official, ...services.flatMap(({ facts }) => Object.keys(facts.name))])]
  const texts = textColumnNames.flatMap((name) =>
    languages
      .filter((language) => language === official[0] || written(name, language))
      .map((language) => `${name}_${language}`),
  )
  const [id = '', revision = '', ...others] = ['source_id', 'revision', ...Object.keys(plainColumns)].filter(
    (column, index, all) => all.indexOf(column) === index,
  )
  return [id, revision, ...texts, ...others]
}

/** A spreadsheet must not take a cell for a formula: an apostrophe in front makes it a text. */
export const guarded = (cell: string): string => (/^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

/** For a file whose cells are texts by themselves: only what the way in would take for a guarded cell. */
export const guardedText = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

/** Takes the apostrophe away again that `guarded` has put there, or that a spreadsheet shows in front of a text. */
export const unguarded = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)
