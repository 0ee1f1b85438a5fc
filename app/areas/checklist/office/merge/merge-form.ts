/** A form that somebody else was faster with: what goes into it, what is told, what is asked. */
import { type FormFields, fieldText, fieldTexts } from '../../../../platform/http/form.ts'
import type { MergeChoice, MergeTold, Taken } from '../pages/merge-notice.tsx'
import type { FactRow } from '../present-facts.ts'
import {
  type Circumstances,
  type Edits,
  type FieldGroup,
  type Kept,
  mergedForm,
  resolved,
  type Standing,
  standingOf,
} from './merge-rules.ts'

/** The same facts in words, three times. */
export interface Sides {
  readonly base: readonly FactRow[] | undefined
  readonly theirs: readonly FactRow[]
  readonly yours: readonly FactRow[]
}

export interface MergeInput extends Circumstances {
  readonly groups: readonly FieldGroup[]
  readonly edits: Edits
  /** Exactly what was typed. */
  readonly typed: FormFields
  readonly rows: Sides
  /** Name of a group that is told in several rows. */
  readonly nameOf: (group: string) => string
}

/** What is told besides who saved and when. */
export type MergedTold = Omit<MergeTold, 'by' | 'at' | 'gone'>

export interface MergedForm {
  readonly fields: FormFields
  readonly told: MergedTold
  readonly choices: readonly MergeChoice[]
}

export function mergeForm(input: MergeInput): MergedForm {
  const { groups, edits, typed, rows } = input
  const standings = new Map(groups.map((group) => [group.id, standingOf(group, edits, input)]))
  const stands = (wanted: Standing) => groups.filter(({ id }) => standings.get(id) === wanted).map(({ id }) => id)
  const name = (id: string) => labelOf(rows, id, input.nameOf)
  const took = [...stands('theirs'), ...stands('withheld')]
  return {
    fields: mergedForm(groups, standings, { typed: withoutChoices(typed), theirs: edits.theirs }),
    told: {
      known: edits.base !== undefined,
      taken: stands('theirs').map((id) => ({
        label: name(id),
        before: valuesOf(rows.base ?? [], id),
        now: valuesOf(rows.theirs, id),
      })),
      kept: stands('yours').map(name),
      confidential: stands('confidential').length > 0,
      withheld: stands('withheld').map(name),
      elsewhere: elsewhere(rows, new Set([...took, ...stands('both'), ...stands('confidential')])),
    },
    choices: choicesFor(stands('both'), rows, input.nameOf),
  }
}

/** What was changed of the thing, but not in what was typed here. */
function elsewhere({ base, theirs }: Sides, told: ReadonlySet<string>): Taken[] {
  if (!base) return []
  const labels = [...new Set([...base, ...theirs].filter(({ group }) => !told.has(group)).map(({ label }) => label))]
  const valuesIn = (rows: readonly FactRow[], label: string) =>
    rows.filter((row) => row.label === label && !told.has(row.group)).flatMap(({ values }) => values)
  return labels
    .map((label) => ({ label, before: valuesIn(base, label), now: valuesIn(theirs, label) }))
    .filter(({ before, now }) => before.join('\n') !== now.join('\n'))
}

/** @param yours undefined where what was typed cannot be read yet: it stands in the form. */
export function choicesFor(
  groups: readonly string[],
  { theirs, yours }: { readonly theirs: readonly FactRow[]; readonly yours: readonly FactRow[] | undefined },
  nameOf: (group: string) => string,
): MergeChoice[] {
  return groups.map((group) => ({
    group,
    label: labelOf({ theirs, yours: yours ?? [] }, group, nameOf),
    theirs: valuesOf(theirs, group),
    yours: yours && valuesOf(yours, group),
  }))
}

function labelOf(
  { theirs, yours }: Pick<Sides, 'theirs' | 'yours'>,
  group: string,
  nameOf: (group: string) => string,
): string {
  const rows = [...theirs, ...yours].filter((row) => row.group === group)
  const [label, ...others] = [...new Set(rows.map((row) => row.label))]
  return label !== undefined && others.length === 0 ? label : nameOf(group)
}

/** The lines of a group; each row by its name where there are several. */
function valuesOf(rows: readonly FactRow[], group: string): string[] {
  const own = rows.filter((row) => row.group === group)
  if (own.length < 2) return own.flatMap(({ values }) => values)
  return own.flatMap(({ label, values }) => (values.length === 0 ? [] : [`${label}: ${values.join(', ')}`]))
}

const choiceField = (group: string) => `merge-${group}`

/** The groups that a form was asked to choose in, with what was chosen. */
export function choicesIn(fields: FormFields): ReadonlyMap<string, Kept | undefined> {
  const kept = (group: string): Kept | undefined => {
    const chosen = fieldText(fields, choiceField(group))
    return chosen === 'mine' || chosen === 'theirs' ? chosen : undefined
  }
  return new Map(fieldTexts(fields, 'merge').map((group) => [group, kept(group)]))
}

/** The groups in which nothing was chosen. */
export function unanswered(fields: FormFields): ReadonlySet<string> {
  return new Set([...choicesIn(fields)].flatMap(([group, kept]) => (kept === undefined ? [group] : [])))
}

/** What was typed, where the other version was chosen what that said: the form was made beside it. */
export function withEarlierChoices(
  groups: readonly FieldGroup[],
  typed: FormFields,
  base: FormFields | undefined,
): FormFields {
  return base ? resolved(groups, choicesIn(typed), { typed, yours: typed, theirs: base }).fields : typed
}

/** Choices were made between two versions: with a third they are made anew. */
function withoutChoices(fields: FormFields): FormFields {
  return new Map([...fields].filter(([name]) => name !== 'merge' && !name.startsWith(choiceField(''))))
}
