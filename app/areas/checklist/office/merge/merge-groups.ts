/** Which fields of a form are decided together when two people changed it. */
import type { FormFields } from '../../../../platform/http/form.ts'
import { type AnswerStatus, answerStatuses } from '../../schema.ts'
import { noteField } from '../forms/answer-form.ts'
import { introductionField } from '../forms/introduction-form.ts'
import type { PartId } from '../service-parts.ts'
import type { FieldGroup } from './merge-rules.ts'

const named = (id: string, ...names: string[]): FieldGroup => ({ id, holds: (field) => names.includes(field) })
const single = (...names: string[]): FieldGroup[] => names.map((name) => named(name, name))
const begins = (id: string, prefixes: readonly string[], ...names: string[]): FieldGroup => ({
  id,
  holds: (field) => names.includes(field) || prefixes.some((prefix) => field.startsWith(prefix)),
})

const about = [
  ...single('language', 'name', 'whatHappens', 'kinds', 'audiences'),
  named('ages', 'ageMin', 'ageMax'),
  ...single('provider'),
]
const place: FieldGroup = { ...begins('place', ['address-'], 'place'), place: true }

const fixed: Readonly<Record<Exclude<PartId, 'languages'>, readonly FieldGroup[]>> = {
  about,
  contact: [begins('phones', ['phone-']), ...single('email', 'web', 'chat')],
  place: [place],
  hours: [
    begins('week', ['day-', 'fortnight-'], 'when'),
    ...single('publicHolidays'),
    begins('schoolHolidays', ['school-day-'], 'schoolHolidays'),
    ...single('appointment', 'hoursNote', 'whenClosed'),
    begins('exceptions', ['exception-']),
  ],
  // A choice and the words beside it: "ten euros" does not go with "free".
  conditions: [
    named('fee', 'fee', 'feeNote'),
    ...single('languages', 'interpreters'),
    named('access', 'accessFeatures', 'accessNote'),
    named('parent', 'parentNeeded', 'parentNote'),
    named('tells', 'tellsOthers', 'tellsNote'),
    ...single('anonymous', 'howDecided', 'howToComplain'),
  ],
  area: [named('serves', 'scope', 'areas', 'codes'), ...single('areaNote')],
  notice: [
    begins('alert', ['alertFrom-', 'alertUntil-'], 'alertText'),
    begins('closure', ['closureFrom-', 'closureTo-', 'closureLookAgain-'], 'closed', 'closureText'),
  ],
}

/** The first form of a service. */
export const newServiceGroups: readonly FieldGroup[] = [
  ...about.filter(({ id }) => id !== 'audiences' && id !== 'ages'),
  place,
]

/** What the source of a translation says: a translation was made from it, so the two are decided together. */
export const sourceField = (path: string) => `source-${path}`

/** @param forms those that are merged: the texts of a service are as many as it has rows. */
export function partGroups(part: PartId, forms: readonly FormFields[]): readonly FieldGroup[] {
  if (part !== 'languages') return fixed[part]
  const paths = forms.flatMap((fields) => [...fields.keys()].flatMap((name) => /^text-(.+)$/.exec(name)?.[1] ?? []))
  return [...new Set(paths)].map((path) => named(`text-${path}`, `text-${path}`, `machine-${path}`, sourceField(path)))
}

/** Each language for itself. */
export function introductionGroups(languages: readonly string[]): readonly FieldGroup[] {
  return single(...languages.map(introductionField))
}

export const noteGroup = (language: string) => `note-${language}`

/**
 * The notes of an answer belong to its status. Where all say the same status, each language is decided for itself;
 * else the answer is decided as a whole.
 */
export function answerGroups(forms: readonly FormFields[], languages: readonly string[]): readonly FieldGroup[] {
  const statuses = [...new Set(forms.map((fields) => fields.get('status')?.[0] ?? ''))]
  const [only] = statuses
  if (statuses.length === 1 && isStatus(only)) {
    const notes = languages.map((code) => named(noteGroup(code), noteField(only, code)))
    return [...single('status'), begins('planned', ['planned-']), ...notes]
  }
  const notes = statuses.map((status) => `note-${status}-`)
  return [begins('answer', ['planned-', ...notes], 'status')]
}

const isStatus = (text: string | undefined): text is AnswerStatus => answerStatuses.some((one) => one === text)

/** Fields with answers to choose from and figures: nothing in them can name a street. */
const wordless =
  /^(language|kinds|audiences|age(Min|Max)|when|(school-)?day-\d|(public|school)Holidays|appointment|fee|languages|interpreters|accessFeatures|parentNeeded|tellsOthers|anonymous|scope|areas|codes|closed|status|machine-.*|.*-(day|month|year|was|channels|languages|cost|bill|from|to|closed))$/

/** Whether words were typed in a group that do not stand there now. */
export function typedWords(group: FieldGroup, yours: FormFields, theirs: FormFields): boolean {
  return [...yours].some(([name, values]) => {
    if (!group.holds(name) || wordless.test(name)) return false
    const known = theirs.get(name) ?? []
    return values.some((value) => value.trim() !== '' && !known.includes(value))
  })
}
