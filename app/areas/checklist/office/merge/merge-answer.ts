/** The answer to a kind that somebody else was faster with. */
import type { FormFields } from '../../../../platform/http/form.ts'
import type { AnswerInput } from '../../rules.ts'
import type { Answer } from '../../schema.ts'
import { answerSince, type DraftAnswer } from '../../service.ts'
import type { OfficeChecklistDeps } from '../deps.ts'
import { answerFieldsFrom, answerFrom } from '../forms/answer-form.ts'
import { factWords, type OfficeRequest } from '../office-request.ts'
import type { MergeChoice, MergeView } from '../pages/merge-notice.tsx'
import { answerRows, type FactRow } from '../present-facts.ts'
import { authorsWords, savedWords } from './authors.ts'
import { choicesFor, choicesIn, mergeForm, unanswered, withEarlierChoices } from './merge-form.ts'
import { answerGroups, noteGroup } from './merge-groups.ts'
import { resolved } from './merge-rules.ts'

export interface SentAnswer {
  readonly kind: string
  readonly fields: FormFields
  readonly revision: number
  /** In which notes were typed or are written. */
  readonly languages: readonly string[]
}

/** The day on which it was given is no part of the form. */
type Given = AnswerInput | Answer

export async function mergeAnswer(
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  sent: SentAnswer,
  current: DraftAnswer,
): Promise<{ fields: FormFields; merge: MergeView }> {
  const now = { revision: sent.revision, current: { ...current, value: current.answer } }
  const since = await answerSince(deps.database.db, office.authority.id, sent.kind, now)
  const base = since.known ? answerFieldsFrom(since.base ?? undefined) : undefined
  const asked = groupsFor(sent, [sent.fields, ...(base ? [base] : [])])
  const fields = withEarlierChoices(asked, sent.fields, base)
  const read = readAnswer(deps, { ...sent, fields }, since.base ?? current.answer)
  const edits = { base, theirs: answerFieldsFrom(current.answer), yours: read.fields }
  const rowsOf = (given: Given | undefined) => rows(given, sent.languages, office, deps)
  const merged = mergeForm({
    groups: groupsFor(sent, [edits.theirs, edits.yours, ...(base ? [base] : [])]),
    edits,
    typed: sent.fields,
    asked: unanswered(sent.fields),
    withholds: ({ id }) => since.redacted.some((code) => id === 'answer' || id === noteGroup(code)),
    rows: {
      base: base && rowsOf(since.base ?? undefined),
      theirs: rowsOf(current.answer),
      yours: rowsOf(read.given),
    },
    nameOf: () => office.translator.t('checklist.office.answer.status'),
  })
  const by = await authorsWords(deps, office, since.authors)
  const told = { ...merged.told, by, at: savedWords(office, current), gone: false }
  return { fields: merged.fields, merge: { told, by, choices: merged.choices } }
}

/** As `chosenService`. */
export async function chosenAnswer(
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  sent: SentAnswer,
  current: DraftAnswer | undefined,
): Promise<{ fields: FormFields; missing: readonly MergeChoice[]; merge: MergeView | undefined }> {
  const choices = choicesIn(sent.fields)
  if (choices.size === 0 || !current) return { fields: sent.fields, missing: [], merge: undefined }
  const read = readAnswer(deps, sent, current.answer)
  const theirs = answerFieldsFrom(current.answer)
  const groups = groupsFor(sent, [theirs, read.fields]).filter(({ id }) => choices.has(id))
  const { fields, open } = resolved(groups, choices, { typed: sent.fields, yours: read.fields, theirs })
  const told = {
    theirs: rows(current.answer, sent.languages, office, deps),
    yours: read.given && rows(read.given, sent.languages, office, deps),
  }
  const shown = choicesFor(
    groups.map(({ id }) => id),
    told,
    () => office.translator.t('checklist.office.answer.status'),
  )
  return {
    fields,
    missing: shown.filter(({ group }) => open.includes(group)),
    merge: { by: await authorsWords(deps, office, [current.changedBy]), choices: shown },
  }
}

function readAnswer(deps: OfficeChecklistDeps, { kind, fields }: SentAnswer, before: Answer | undefined) {
  const duty = deps.checklist.duties.has(kind)
  const read = answerFrom(fields, before, { kind, duty, known: deps.languages.codes })
  if (!read.ok) return { fields, given: undefined }
  return { fields: answerFieldsFrom({ ...read.value, answeredOn: '' }), given: read.value }
}

function groupsFor({ languages }: SentAnswer, forms: readonly FormFields[]) {
  return answerGroups(
    forms.filter((fields) => fields.has('status')),
    languages,
  )
}

/** Each note by its language, and all of it once more as a whole: which is told depends on what is asked. */
function rows(
  given: Given | undefined,
  languages: readonly string[],
  office: OfficeRequest,
  deps: OfficeChecklistDeps,
): FactRow[] {
  const { t } = office.translator
  const [status, planned] = answerRows(given, factWords(office, deps))
  const notes = languages.map((code) => ({
    group: noteGroup(code),
    label: t('checklist.office.conflict.note', { language: deps.languages.byCode(code)?.autonym ?? code }),
    values: given?.note[code] ? [given.note[code].text] : [],
  }))
  const all = [status, planned, ...notes].filter((row) => row !== undefined)
  return [...all, ...all.map((row) => ({ ...row, group: 'answer' }))]
}
