/** The answer of a town to one kind ↔ the fields of its form. */
import type { FormFields } from '../../../../platform/http/form.ts'
import type { Began } from '../../begin-answer.ts'
import type { AnswerInput } from '../../rules.ts'
import { type Answer, type AnswerStatus, answerStatuses, type LocalText } from '../../schema.ts'
import { withSource } from '../service-texts.ts'
import { dateFields, readDateParts } from './date-field.ts'
import { type FormReader, formFields, formReader, mergeFields, type Parsed } from './form.ts'

/** Statuses that need words: what is missing, where to turn, who does it and how to reach them. */
export const statusesWithNote = ['partly', 'not-available', 'not-our-task'] as const satisfies readonly AnswerStatus[]

/** Of a duty that is done the town says what it does; of help to call its services say it. */
export const dutyNotes = ['available', ...statusesWithNote] as const satisfies readonly AnswerStatus[]
/** Statuses of a duty whose note may begin with the words of others: they say what towns do. */
export const begunStatuses = ['available', 'partly'] as const satisfies readonly AnswerStatus[]

export const notedStatuses = (duty: boolean): readonly (typeof dutyNotes)[number][] =>
  duty ? dutyNotes : statusesWithNote

/** The languages a note can be written in: the official ones and any it is written in already. */
export function noteLanguages(note: LocalText, official: readonly string[]): string[] {
  return [...new Set([...official, ...Object.keys(note).sort()])]
}

export function noteField(status: AnswerStatus, language: string): string {
  return `note-${status}-${language}`
}

export function answerFieldsFrom(answer: Answer | undefined): FormFields {
  if (!answer) return new Map()
  const notes = Object.entries(answer.note).map(([code, one]) => [noteField(answer.status, code), one.text])
  return mergeFields(
    formFields({ status: answer.status, ...Object.fromEntries(notes) }),
    dateFields('planned', answer.plannedFor),
  )
}

export interface AnswerFormContext {
  readonly kind: string
  /** Codes of languages that exist. */
  readonly known: ReadonlySet<string>
  readonly duty: boolean
  /** With which standard text the note began; `none`: not any more. What the answer said before unless said. */
  readonly began?: Began | 'none' | undefined
}

/** Fields of other statuses than the chosen one are left alone: they stay in the form, not in the answer. */
export function answerFrom(
  fields: FormFields,
  before: Answer | undefined,
  context: AnswerFormContext,
): Parsed<AnswerInput> {
  const form = formReader(fields)
  const status = form.choice('status', answerStatuses)
  if (!status) {
    form.refuse('status', 'statusMissing')
    return form.outcome<AnswerInput>(null)
  }
  const plannedFor = status === 'planned' ? plannedDate(form) : null
  const note = noteFrom(form, status, before?.note ?? {}, context)
  return form.outcome<AnswerInput>({
    kind: context.kind,
    status,
    plannedFor,
    note,
    ...begunWith(note, before, context),
  })
}

/** An answer without words began with none. */
function begunWith(
  note: LocalText,
  before: Answer | undefined,
  { began }: AnswerFormContext,
): Pick<Answer, 'standard'> {
  const standard = began === 'none' ? undefined : (began ?? before?.standard)
  return standard && Object.keys(note).length > 0 ? { standard } : {}
}

function plannedDate(form: FormReader): string | null {
  const typedAnything = ['day', 'month', 'year'].some((part) => form.text(`planned-${part}`) !== '')
  const date = readDateParts(form, 'planned')
  if (!typedAnything) form.refuse('planned', 'plannedMissing', 'planned-day')
  return date
}

/** A note in its languages: the first of the town's is the source, what was made from it follows its changes. */
function noteFrom(form: FormReader, status: AnswerStatus, before: LocalText, context: AnswerFormContext): LocalText {
  if (!notedStatuses(context.duty).some((one) => one === status)) return {}
  const codes = [...form.fields.keys()]
    .filter((name) => name.startsWith(`note-${status}-`))
    .map((name) => name.slice(`note-${status}-`.length))
    .filter((code) => context.known.has(code))
  let note = before
  for (const code of new Set([...codes, ...Object.keys(before)])) {
    note = withSource(note, code, form.text(noteField(status, code)))
  }
  return note
}
