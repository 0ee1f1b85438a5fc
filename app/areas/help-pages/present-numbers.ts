/** The help numbers of a country in words. Which ones and in which order is the rule of the helplines area. */

import type { HelpNumber } from '../../ui/components/help-numbers/help-numbers.tsx'
import { withCommas } from '../../ui/lists.ts'
import type { HelpLine } from '../helplines/index.ts'
import { longDate, type Reader } from './reader.ts'

/** A line that has nothing to press or to open is left to the list of all numbers. */
export function presentLine(reader: Reader, line: HelpLine): HelpNumber | undefined {
  const { t } = reader.translator
  const kind = t(`help.line.${line.kind}`)
  if (line.number === null && line.url === null) return undefined
  return {
    kind,
    number: line.number,
    dial: line.dial,
    emergency: line.kind === 'emergency',
    name: line.name,
    details: detailsOf(reader, line),
    link: line.url === null ? undefined : { href: line.url, text: line.name ?? kind },
  }
}

function detailsOf(reader: Reader, line: HelpLine): string[] {
  const { t } = reader.translator
  const hours = line.hours?.always ? t('help.hours.always') : ''
  const beyondVoice = line.channels.filter((channel) => channel !== 'voice')
  const facts = [
    ...(beyondVoice.length > 0 ? line.channels.map((channel) => t(`service.channel.${channel}`)) : []),
    hours,
    line.free === null ? '' : t(line.free ? 'help.free' : 'help.notFree'),
    line.showsOnBill === null ? '' : t(line.showsOnBill ? 'service.phone.onBill' : 'service.phone.notOnBill'),
    withCommas(
      reader.translator.tag,
      line.languages.map((code) => reader.languageName(code)),
    ),
  ].filter((fact) => fact !== '')
  return [facts.join(' · '), labelOf(reader, line)].filter((text) => text !== '')
}

/** Who stands for the number, where that is not its source alone; else empty. */
export function labelOf(reader: Reader, { label, confirmedOn }: HelpLine): string {
  const { t } = reader.translator
  if (label === 'unconfirmed') return t('help.label.unconfirmed')
  if (label === 'published' || confirmedOn === undefined) return ''
  return t(`help.label.${label}`, { date: longDate(reader, confirmedOn) })
}
