/** A form of a service that somebody else was faster with. */
import type { FormFields } from '../../../../platform/http/form.ts'
import type { ServiceFacts } from '../../schema.ts'
import { type DraftService, serviceSince } from '../../service.ts'
import type { OfficeChecklistDeps } from '../deps.ts'
import type { FormContext } from '../forms/context.ts'
import { factWords, type OfficeRequest } from '../office-request.ts'
import type { MergeChoice, MergeView } from '../pages/merge-notice.tsx'
import { formContext, servedChoices } from '../part-request.ts'
import { authorsWords, savedWords } from './authors.ts'
import { choicesFor, choicesIn, mergeForm, unanswered, withEarlierChoices } from './merge-form.ts'
import { typedWords } from './merge-groups.ts'
import { resolved } from './merge-rules.ts'
import { formRows, groupName, type ServiceForm } from './service-form.ts'

/** What was sent, and with which form. */
export interface SentForm {
  readonly form: ServiceForm
  readonly fields: FormFields
  /** That it was made from. */
  readonly revision: number
  readonly translateInto: string | undefined
}

export interface MergedService {
  /** As they stand now, with the revision to save on. */
  readonly facts: ServiceFacts
  readonly revision: number
  readonly fields: FormFields
  readonly merge: MergeView
}

/** @param before what the form was made from where the trail cannot know: a form for something new. */
export async function mergeService(
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  sent: SentForm,
  { current, gone, before }: { current: DraftService; gone: boolean; before?: ServiceFacts },
): Promise<MergedService> {
  const { form } = sent
  const now = { revision: sent.revision, current: { ...current, value: current.facts } }
  const since = await serviceSince(deps.database.db, office.authority.id, current.id, now)
  const base = before ?? since.base ?? undefined
  const open = await openForm(deps, office, sent, current, base?.serves)
  const baseFields = base && open.fieldsOf(base)
  const fields = withEarlierChoices(form.groups([sent.fields, baseFields ?? new Map()]), sent.fields, baseFields)
  const typed = open.readFields(fields, base ?? current.facts)
  const edits = { base: baseFields, theirs: open.fieldsOf(current.facts), yours: typed.fields }
  const becameConfidential = current.facts.place.type === 'confidential' && (since.placeChanged || !since.known)
  const merged = mergeForm({
    groups: form.groups([edits.theirs, edits.yours, edits.base ?? new Map()]),
    edits,
    typed: fields,
    asked: unanswered(sent.fields),
    withholds: (group) => (becameConfidential || since.personErased) && typedWords(group, edits.yours, edits.theirs),
    rows: {
      base: base && open.rowsOf(base),
      theirs: open.rowsOf(current.facts),
      yours: open.rowsOf(typed.facts ?? current.facts),
    },
    nameOf: (group) => groupName(office.translator, group),
  })
  const by = await authorsWords(deps, office, since.authors)
  const told = { ...merged.told, by, at: savedWords(office, current), gone }
  return {
    facts: current.facts,
    revision: current.revision,
    fields: merged.fields,
    merge: { told, by, choices: merged.choices },
  }
}

/** A form beside the draft as it stands: how its facts are spelled, read and told. */
async function openForm(
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  sent: SentForm,
  { facts, revision }: DraftService,
  servedBefore: readonly string[] = [],
) {
  const { form } = sent
  const context: FormContext = await formContext(deps, office, facts, { ...sent, revision })
  const named = await servedChoices(deps, office, servedBefore)
  const words = factWords(office, deps, [...context.areas, ...named])
  return {
    fieldsOf: (one: ServiceFacts) => form.fieldsFrom(one, context),
    rowsOf: (one: ServiceFacts) => formRows(form, one, words, context),
    /** In the spelling of the form; as typed where it cannot be read. */
    readFields: (typed: FormFields, before: ServiceFacts) => {
      const read = form.factsFrom(typed, before, context)
      return read.ok
        ? { fields: form.fieldsFrom(read.value, context), facts: read.value }
        : { fields: typed, facts: undefined }
    },
  }
}

/** What was typed with the choices that were made; which are missing, and what a page shows of all of them. */
export async function chosenService(
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  sent: SentForm,
  current: DraftService,
): Promise<{ fields: FormFields; missing: readonly MergeChoice[]; merge: MergeView | undefined }> {
  const choices = choicesIn(sent.fields)
  if (choices.size === 0) return { fields: sent.fields, missing: [], merge: undefined }
  const open = await openForm(deps, office, sent, current)
  const typed = open.readFields(sent.fields, current.facts)
  const theirs = open.fieldsOf(current.facts)
  const groups = sent.form.groups([theirs, typed.fields]).filter(({ id }) => choices.has(id))
  const chosen = resolved(groups, choices, { typed: sent.fields, yours: typed.fields, theirs })
  const rows = { theirs: open.rowsOf(current.facts), yours: typed.facts && open.rowsOf(typed.facts) }
  const shown = choicesFor(
    groups.map(({ id }) => id),
    rows,
    (group) => groupName(office.translator, group),
  )
  return {
    fields: chosen.fields,
    missing: shown.filter(({ group }) => chosen.open.includes(group)),
    merge: { by: await authorsWords(deps, office, [current.changedBy]), choices: shown },
  }
}
