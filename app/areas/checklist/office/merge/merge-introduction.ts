/** The introduction of a town that somebody else was faster with: each language for itself. */
import type { FormFields } from '../../../../platform/http/form.ts'
import type { LocalText } from '../../schema.ts'
import { type DraftIntroduction, introductionSince } from '../../service.ts'
import type { OfficeChecklistDeps } from '../deps.ts'
import { introductionField, introductionFieldsFrom, introductionFrom } from '../forms/introduction-form.ts'
import type { OfficeRequest } from '../office-request.ts'
import type { MergeChoice, MergeView } from '../pages/merge-notice.tsx'
import type { FactRow } from '../present-facts.ts'
import { authorsWords, savedWords } from './authors.ts'
import { choicesFor, choicesIn, mergeForm, unanswered, withEarlierChoices } from './merge-form.ts'
import { introductionGroups } from './merge-groups.ts'
import { resolved } from './merge-rules.ts'

export interface SentIntroduction {
  readonly fields: FormFields
  readonly revision: number
  readonly languages: readonly string[]
}

export async function mergeIntroduction(
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  sent: SentIntroduction,
  current: DraftIntroduction,
): Promise<{ fields: FormFields; merge: MergeView }> {
  const now = { revision: sent.revision, current: { ...current, value: current.text } }
  const since = await introductionSince(deps.database.db, office.authority.id, now)
  const base = since.known ? (since.base ?? {}) : undefined
  const groups = introductionGroups(sent.languages)
  const baseFields = base && introductionFieldsFrom(base)
  const fields = withEarlierChoices(groups, sent.fields, baseFields)
  const yours = introductionFrom(fields, base ?? current.text, sent.languages)
  const rowsOf = (text: LocalText) => rows(text, sent.languages, deps)
  const merged = mergeForm({
    groups,
    edits: {
      base: baseFields,
      theirs: introductionFieldsFrom(current.text),
      yours: introductionFieldsFrom(yours),
    },
    typed: sent.fields,
    asked: unanswered(sent.fields),
    withholds: ({ id }) => since.redacted.some((code) => id === introductionField(code)),
    rows: { base: base && rowsOf(base), theirs: rowsOf(current.text), yours: rowsOf(yours) },
    nameOf: (group) => group,
  })
  const by = await authorsWords(deps, office, since.authors)
  const told = { ...merged.told, by, at: savedWords(office, current), gone: false }
  return { fields: merged.fields, merge: { told, by, choices: merged.choices } }
}

/** As `chosenService`. */
export async function chosenIntroduction(
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  sent: SentIntroduction,
  current: DraftIntroduction | undefined,
): Promise<{ fields: FormFields; missing: readonly MergeChoice[]; merge: MergeView | undefined }> {
  const choices = choicesIn(sent.fields)
  if (choices.size === 0 || !current) return { fields: sent.fields, missing: [], merge: undefined }
  const yours = introductionFrom(sent.fields, current.text, sent.languages)
  const theirs = introductionFieldsFrom(current.text)
  const groups = introductionGroups(sent.languages).filter(({ id }) => choices.has(id))
  const read = { typed: sent.fields, yours: introductionFieldsFrom(yours), theirs }
  const { fields, open } = resolved(groups, choices, read)
  const told = { theirs: rows(current.text, sent.languages, deps), yours: rows(yours, sent.languages, deps) }
  const shown = choicesFor(
    groups.map(({ id }) => id),
    told,
    (group) => group,
  )
  return {
    fields,
    missing: shown.filter(({ group }) => open.includes(group)),
    merge: { by: await authorsWords(deps, office, [current.changedBy]), choices: shown },
  }
}

function rows(text: LocalText, languages: readonly string[], deps: OfficeChecklistDeps): FactRow[] {
  return languages.map((code) => ({
    group: introductionField(code),
    label: deps.languages.byCode(code)?.autonym ?? code,
    values: text[code] ? [text[code].text] : [],
  }))
}
