/**
 * Three-way merge of one form, group by group: what it was made from, what stands now, what was typed. Nothing is
 * decided silently: every group in which two of the three differ has a standing that is told or asked about.
 */
import type { FormFields } from '../../../../platform/http/form.ts'

/** Fields that make sense only together; rows of a list are one group, because a row has no name to match it by. */
export interface FieldGroup {
  readonly id: string
  readonly holds: (field: string) => boolean
  /** The place of a service: confidential wins, whoever said it. */
  readonly place?: true
}

/**
 * `same`: nothing to tell. `theirs`: only they changed it, and it is taken over. `yours`: only you did, and it stays.
 * `both`: somebody has to choose. `confidential`: no address is taken from either side. `withheld`: what was typed may
 * say where a place is that became confidential meanwhile; what stands now stays.
 */
export type Standing = 'same' | 'theirs' | 'yours' | 'both' | 'confidential' | 'withheld'

/** All three in the same spelling: as a form shows facts. */
export interface Edits {
  /** Undefined: not known any more. Then every difference is asked about. */
  readonly base: FormFields | undefined
  readonly theirs: FormFields
  readonly yours: FormFields
}

export interface Circumstances {
  /** Groups that were asked about before and not answered: asked again as long as the two differ. */
  readonly asked: ReadonlySet<string>
  /** Whether what was typed in a group must not come back. */
  readonly withholds: (group: FieldGroup) => boolean
}

/** What a group holds, whatever its order in the form; empty fields are as good as none. */
export function heldIn(group: FieldGroup, fields: FormFields): readonly (readonly [string, readonly string[]])[] {
  return [...fields]
    .map(([name, values]) => [name, values.filter((value) => value !== '')] as const)
    .filter(([name, values]) => group.holds(name) && values.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

function agree(group: FieldGroup, one: FormFields, other: FormFields): boolean {
  return JSON.stringify(heldIn(group, one)) === JSON.stringify(heldIn(group, other))
}

const isConfidential = (fields: FormFields): boolean => fields.get('place')?.[0] === 'confidential'

export function standingOf(group: FieldGroup, edits: Edits, circumstances: Circumstances): Standing {
  const { base, theirs, yours } = edits
  if (group.place && isConfidential(theirs) !== isConfidential(yours)) return 'confidential'
  if (agree(group, theirs, yours)) return 'same'
  if (base && agree(group, base, yours) && !circumstances.asked.has(group.id)) return 'theirs'
  if (circumstances.withholds(group)) return 'withheld'
  if (base && agree(group, base, theirs) && !circumstances.asked.has(group.id)) return 'yours'
  return 'both'
}

/** Standings whose group comes from what stands now; the others keep what was typed, to be seen and changed. */
const fromTheirs: ReadonlySet<Standing> = new Set(['theirs', 'withheld'])

/** The form to be looked at. @param typed exactly what was typed: it stays where it is not replaced. */
export function mergedForm(
  groups: readonly FieldGroup[],
  standings: ReadonlyMap<string, Standing>,
  { typed, theirs }: { readonly typed: FormFields; readonly theirs: FormFields },
): FormFields {
  const merged = new Map(typed)
  for (const group of groups) {
    const standing = standings.get(group.id) ?? 'same'
    if (standing === 'confidential') takeOver(group, merged, new Map([['place', ['confidential']]]))
    else if (fromTheirs.has(standing)) takeOver(group, merged, theirs)
  }
  return merged
}

/** The fields of a group as in `source`, in place of what stands there. */
function takeOver(group: FieldGroup, fields: Map<string, readonly string[]>, source: FormFields): void {
  for (const name of [...fields.keys()]) if (group.holds(name)) fields.delete(name)
  for (const [name, values] of source) if (group.holds(name)) fields.set(name, values)
}

export type Kept = 'mine' | 'theirs'

/**
 * What was typed with the choices made: a group of which the other version was chosen comes from `theirs`.
 *
 * @returns the groups that still wait for a choice, too; none for one in which the two say the same by now.
 */
export function resolved(
  groups: readonly FieldGroup[],
  choices: ReadonlyMap<string, Kept | undefined>,
  { typed, yours, theirs }: { readonly typed: FormFields; readonly yours: FormFields; readonly theirs: FormFields },
): { readonly fields: FormFields; readonly open: readonly string[] } {
  const fields = new Map(typed)
  const open: string[] = []
  for (const group of groups) {
    if (!choices.has(group.id)) continue
    const kept = choices.get(group.id)
    if (kept === 'theirs') takeOver(group, fields, theirs)
    else if (kept === undefined && !agree(group, yours, theirs)) open.push(group.id)
  }
  return { fields, open }
}
