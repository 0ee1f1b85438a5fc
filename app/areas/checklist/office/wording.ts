/** Words of the office pages that are chosen by an id: kinds, statuses, faults, dates, languages. */

import type { Author } from '../../../platform/audit/audit.ts'
import type { MessageKey } from '../../../platform/i18n/messages.gen.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { type RoleName, roleNames } from '../../../platform/session/actor.ts'
import { dateFormat } from '../../../ui/dates.ts'
import { inSentence } from '../../../ui/lists.ts'
import type { Checklist, KindId } from '../kinds.ts'
import type { LocalText } from '../schema.ts'
import type { FormFault } from './forms/form.ts'

export { longDate, longMoment } from '../../../ui/dates.ts'

type KindKey = Extract<MessageKey, `kind.${string}`>

/** The kind's name in the officer's language; its id where the checklist no longer has it. */
export function kindName({ t }: Translator, checklist: Checklist, id: KindId): string {
  return checklist.ids.has(id) ? t(`kind.${id}` as KindKey) : id
}

type ForWhomKey = Extract<MessageKey, `checklist.forWhom.${string}`>

/** Whom a kind is for, from the words of the checklist's data. */
export function forWhomWords({ t, tag }: Translator, people: readonly string[]): string {
  const words = people.map((one) => t(`checklist.forWhom.${one.replaceAll(' ', '-')}` as ForWhomKey))
  return inSentence(tag, words)
}

export function faultText({ t }: Translator, fault: FormFault): string {
  if ('fact' in fault) return t(`checklist.fault.${fault.fact}`)
  if ('code' in fault) return t(`checklist.office.error.${fault.code}`)
  return t(`checklist.office.errorIn.${fault.codeIn}`, { value: fault.value })
}

const commands = ['command', 'demonstration', 'redaction', 'mailed-link', 'former-contact', 'provider'] as const

/** What somebody was when they acted: "officer and approver", "a command of the operator". */
function roleWords({ t, tag }: Translator, as: string): string {
  const command = commands.find((one) => one === as)
  if (command) return t(`author.by.${command}`)
  const roles = as.split(' ').map((one) => one.split(':')[0])
  const known = roles.flatMap((one): RoleName[] => roleNames.filter((name) => name === one))
  if (known.length > 0) {
    return inSentence(
      tag,
      known.map((role) => t(`author.role.${role}`)),
    )
  }
  return t(as === 'person' ? 'author.by.person' : 'author.by.automatic')
}

/** @param names of persons who still exist, by id. */
export function authorName(translator: Translator, { person, as }: Author, names: ReadonlyMap<string, string>): string {
  return (person === null ? undefined : names.get(person)) ?? roleWords(translator, as)
}

/** `Monday`, for ISO weekday 1. */
export function weekdayName({ tag }: Translator, day: number): string {
  // 5 January 2026 was a Monday.
  return dateFormat(tag, { weekday: 'long' }).format(new Date(Date.UTC(2026, 0, 4 + day, 12)))
}

/** Day, month and year in the order in which the language writes them. */
export function datePartOrder({ tag }: Translator): ('day' | 'month' | 'year')[] {
  const parts = dateFormat(tag, { day: 'numeric', month: 'numeric', year: 'numeric' }).formatToParts(new Date(0))
  const order = parts.flatMap(({ type }) => (type === 'day' || type === 'month' || type === 'year' ? [type] : []))
  return order.length === 3 ? order : ['day', 'month', 'year']
}

/** The text in the first of the languages that has it, else in any; undefined where nothing is written. */
export function textIn(text: LocalText, languages: readonly string[]): string | undefined {
  const language = languages.find((code) => text[code]) ?? Object.keys(text).sort()[0]
  return language === undefined ? undefined : text[language]?.text
}
