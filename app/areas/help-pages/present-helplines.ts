/** A help number with everything that is known of it, in words. */
import { withCommas } from '../../ui/lists.ts'
import type { HelpLine, LineChange } from '../helplines/index.ts'
import { presentWeek } from './present-hours.ts'
import { longDate, type Reader } from './reader.ts'

/** Offices by id, the secretariat by that word. */
export type OfficeNames = ReadonlyMap<string, string>

export interface SourcedLineView {
  readonly kind: string
  readonly number: string | null
  readonly dial: string | null
  readonly name: string | null
  readonly url: string | null
  readonly facts: readonly { readonly label: string; readonly values: readonly string[] }[]
  /** Who confirmed it and when, or that nobody has. */
  readonly state: string
  readonly tone: 'yes' | 'no'
  readonly sources: readonly { readonly href: string; readonly text: string }[]
}

export function presentSourcedLine(reader: Reader, line: HelpLine, offices: OfficeNames): SourcedLineView {
  const { t } = reader.translator
  const { number, dial, name, url, label } = line
  return {
    kind: t(`help.line.${line.kind}`),
    number,
    dial,
    name,
    url,
    facts: factsOf(reader, line),
    state: stateOf(reader, line, offices),
    tone: label === 'confirmed' ? 'yes' : 'no',
    sources: line.sources.map((href) => ({ href, text: new URL(href).host })),
  }
}

function factsOf(reader: Reader, line: HelpLine): SourcedLineView['facts'] {
  const { t, tag } = reader.translator
  const list = (words: readonly string[]) => (words.length > 0 ? [withCommas(tag, words)] : [])
  const known = (fact: boolean | null, yes: string, no: string) => (fact === null ? [] : [fact ? yes : no])
  const facts = [
    { label: t('helplines.channels'), values: list(line.channels.map((one) => t(`service.channel.${one}`))) },
    {
      label: t('service.hours'),
      values: line.hours ? presentWeek(reader, line.hours).map(({ days, times }) => `${days} ${times}`.trim()) : [],
    },
    {
      label: t('service.fee'),
      values: [
        ...known(line.free, t('help.free'), t('help.notFree')),
        ...known(line.showsOnBill, t('service.phone.onBill'), t('service.phone.notOnBill')),
      ],
    },
    { label: t('service.languages'), values: list(line.languages.map((code) => reader.languageName(code))) },
  ]
  return facts.map(({ label, values }) => ({ label, values: values.length > 0 ? values : [t('helplines.unknown')] }))
}

function stateOf(reader: Reader, line: HelpLine, offices: OfficeNames): string {
  const { t } = reader.translator
  const { label, confirmedOn, confirmedBy, confirmedHow } = line
  if (label === 'published') return t('helplines.state.published')
  if (label === 'unconfirmed' || confirmedOn === undefined) return t('helplines.state.unconfirmed')
  const facts = {
    date: longDate(reader, confirmedOn),
    office: offices.get(confirmedBy ?? '') ?? t('helplines.formerOffice'),
  }
  const said = t(`helplines.state.${label}`, facts)
  return confirmedHow ? `${said} ${t(`helplines.checked.${confirmedHow}`)}` : said
}

/** Without number and name: nothing of it may be called. */
export function withdrawnLines(reader: Reader, changes: readonly LineChange[], offices: OfficeNames): string[] {
  const { t } = reader.translator
  return changes.flatMap(({ facts, withdrawn }) => {
    if (!withdrawn) return []
    const office = offices.get(withdrawn.by) ?? t('helplines.formerOffice')
    const line = t(`help.line.${facts.kind}`)
    return [t('helplines.withdrawnOn', { line, date: longDate(reader, withdrawn.on), office })]
  })
}
