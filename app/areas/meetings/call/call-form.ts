/** What the secretariat types into a call for a host. Pure. */
import { type FormFields, fieldText } from '../../../platform/http/form.ts'
import { parseDate } from '../../checklist/index.ts'
import { typedFields } from '../../plans/index.ts'
import { type Fault, knownZone, reading, textsIn } from '../meeting-form.ts'
import { type CallFacts, type Criterion, isAfter, type WebPaper } from './call-rules.ts'

/** `18.11.2026 17:00`, in the zone; undefined for anything else. */
export function momentFrom(text: string, zone: string): Temporal.Instant | undefined {
  const found = /^(.+?)[ ,T]+(\d{1,2})[:.](\d{2})$/.exec(text.trim())
  const day = found && parseDate(found[1] ?? '')
  const [hour, minute] = [Number(found?.[2]), Number(found?.[3])]
  if (!day || !(hour < 24 && minute < 60) || !knownZone(zone)) return undefined
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: { hour, minute } }).toInstant()
}

/** As `momentFrom` reads it again. */
export function typedMoment(at: Temporal.Instant, zone: string): string {
  const { day, month, year, hour, minute } = at.toZonedDateTimeISO(zone)
  return `${day}.${month}.${year} ${hour}:${`${minute}`.padStart(2, '0')}`
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** One a line: a title, if any, and an address; undefined where a line has no address that begins with https. */
export function papersFrom(text: string): readonly WebPaper[] | undefined {
  const papers = linesOf(text).map((line) => {
    const url = /https:\/\/\S+$/.exec(line)?.[0] ?? ''
    return { url, title: line.slice(0, line.length - url.length).trim() || url }
  })
  return papers.every(({ url }) => URL.canParse(url)) ? papers : undefined
}

export const papersText = (papers: readonly WebPaper[]): string =>
  papers.map(({ title, url }) => (title === url ? url : `${title} ${url}`)).join('\n')

/** In each language one name a line, in the same order; undefined where they do not go together. */
function criteriaFrom(weights: string, names: Readonly<Record<string, string>>): readonly Criterion[] | undefined {
  const given = weights.split(/[\s,;،]+/).filter((one) => one !== '')
  const lists = Object.entries(names).map(([language, text]) => [language, linesOf(text)] as const)
  const fits = lists.length > 0 && lists.every(([, lines]) => lines.length === given.length)
  if (!fits || given.length === 0 || given.some((one) => !/^[1-9]\d?$/.test(one))) return undefined
  return given.map((weight, index) => ({
    weight: Number(weight),
    names: Object.fromEntries(lists.map(([language, lines]) => [language, lines[index] ?? ''])),
  }))
}

export const requirementsField = (language: string): string => `requirements-${language}`
export const criteriaField = (language: string): string => `criteria-${language}`

export function callFrom(
  fields: FormFields,
  languages: readonly string[],
): CallFacts | { readonly faults: readonly Fault[] } {
  const typed = typedFields(fields, reading)
  const faults: Fault[] = []
  const zone = typed.line('zone')
  if (!knownZone(zone)) faults.push({ field: 'zone', code: 'zone' })
  const moment = (field: string): Temporal.Instant => {
    const at = momentFrom(fieldText(fields, field), knownZone(zone) ? zone : 'UTC')
    if (!at) faults.push({ field, code: 'moment' })
    return at ?? Temporal.Instant.fromEpochMilliseconds(0)
  }
  const [opens, deadline] = [moment('opens'), moment('deadline')]
  const scoresBy = typed.day('scoresBy', 'needed') ?? ''
  if (faults.length === 0 && !isAfter(deadline, opens)) faults.push({ field: 'deadline', code: 'period' })
  if (faults.length === 0 && scoresBy < deadline.toString().slice(0, 10))
    faults.push({ field: 'scoresBy', code: 'period' })
  const requirements = textsIn(typed.text, languages, requirementsField)
  const [first = 'en'] = languages
  if (Object.keys(requirements).length === 0) faults.push({ field: requirementsField(first), code: 'missing' })
  const criteria = criteriaFrom(typed.line('weights'), textsIn(typed.text, languages, criteriaField))
  if (!criteria) faults.push({ field: 'weights', code: 'weights' })
  const documents = papersFrom(typed.text('documents'))
  if (!documents) faults.push({ field: 'documents', code: 'documents' })
  const all = [...typed.faults, ...faults]
  if (all.length > 0 || !criteria || !documents) return { faults: all }
  return { opens, deadline, zone, scoresBy, requirements, criteria, documents }
}
