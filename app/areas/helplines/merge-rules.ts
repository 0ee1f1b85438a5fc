/** The file that is shipped, and what the offices of a country have said since: one list of lines. */
import anyAscii from 'any-ascii'
import { linesOf } from './rules.ts'
import {
  type CountryHelplines,
  emergencyGroups,
  type LineKind,
  lineKinds,
  otherGroups,
  type SourcedLine,
} from './schema.ts'

/** What an office has said about a line. Its newest word; earlier ones stand in the history. */
export interface LineChange {
  /** From `keyOf`; it stays when the number is corrected. */
  readonly line: string
  /** One more with every change. */
  readonly revision: number
  /** Without a confirmation the shipped facts count again. */
  readonly facts: SourcedLine
  readonly withdrawn: { readonly on: string; readonly by: string } | null
}

/** The name of a line within its country, fit for an address: `child-helpline-116111`. */
export function keyOf({ kind, dial, url, name }: Pick<SourcedLine, 'kind' | 'dial' | 'url' | 'name'>): string {
  const reached = dial?.replace('+', '00') ?? (url ?? name ?? '').replace(/^https?:\/\/(?:www\.)?/, '')
  const plain = anyAscii(reached)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  return `${kind}-${plain}`.replace(/-+$/, '').slice(0, 100)
}

/** What a line leads to: the same for two lines that are one. */
function reachOf({ kind, dial, url }: SourcedLine): string | undefined {
  const to = dial ?? url
  return to === null ? undefined : `${kind} ${to}`
}

function byKey(changes: readonly LineChange[]): ReadonlyMap<string, LineChange> {
  return new Map(changes.map((change) => [change.line, change]))
}

const speaks = ({ facts, withdrawn }: LineChange): boolean => withdrawn !== null || facts.confirmed !== null

/** Whether an office has spoken of what this shipped line leads to under another key. */
function spokenOf(changes: readonly LineChange[]): (line: SourcedLine) => boolean {
  const reached = new Set(changes.filter(speaks).flatMap(({ facts }) => reachOf(facts) ?? []))
  return (line) => reached.has(reachOf(line) ?? '')
}

/** The lines that count: what an office confirmed in the place of what was shipped, without what it withdrew. */
export function mergeHelplines(shipped: CountryHelplines, changes: readonly LineChange[]): CountryHelplines {
  if (changes.length === 0) return shipped
  const known = byKey(changes)
  const elsewhere = spokenOf(changes)
  const keys = new Set(linesOf(shipped).map(keyOf))
  const added = changes.filter((change) => !keys.has(change.line) && change.facts.confirmed && !change.withdrawn)
  const group = (lines: readonly SourcedLine[], kinds: readonly LineKind[]): readonly SourcedLine[] => [
    ...lines.flatMap((line) => {
      const change = known.get(keyOf(line))
      if (!change || !speaks(change)) return elsewhere(line) ? [] : [line]
      return change.withdrawn ? [] : [change.facts]
    }),
    ...added.flatMap(({ facts }) => (kinds.includes(facts.kind) ? [facts] : [])),
  ]
  const { emergency } = shipped
  return {
    ...shipped,
    emergency: {
      ...emergency,
      general: group(emergency.general, emergencyGroups.general),
      police: group(emergency.police, emergencyGroups.police),
      ambulance: group(emergency.ambulance, emergencyGroups.ambulance),
      fire: group(emergency.fire, emergencyGroups.fire),
      text: group(emergency.text, emergencyGroups.text),
      fallback: group(emergency.fallback, emergencyGroups.fallback),
    },
    childHelplines: group(shipped.childHelplines, otherGroups.childHelplines),
    missingChild: group(shipped.missingChild, otherGroups.missingChild),
    abuseMaterialHotlines: group(shipped.abuseMaterialHotlines, otherGroups.abuseMaterialHotlines),
    otherLines: group(shipped.otherLines, otherGroups.otherLines),
  }
}

/** A line as an office looks after it: withdrawn ones and those that may not be shown are among them. */
export interface KeptLine {
  readonly key: string
  /** 0: nobody has said anything. */
  readonly revision: number
  readonly facts: SourcedLine
  readonly withdrawn: LineChange['withdrawn']
}

/** Every line of a country, in the order of the kinds. */
export function keptLines(shipped: CountryHelplines, changes: readonly LineChange[]): readonly KeptLine[] {
  const known = byKey(changes)
  const elsewhere = spokenOf(changes)
  const own = linesOf(shipped).flatMap((facts): KeptLine[] => {
    const key = keyOf(facts)
    const change = known.get(key)
    if (!change) return elsewhere(facts) ? [] : [{ key, revision: 0, facts, withdrawn: null }]
    const { revision, withdrawn } = change
    return [{ key, revision, facts: speaks(change) ? change.facts : facts, withdrawn }]
  })
  const keys = new Set(own.map(({ key }) => key))
  const added = changes
    .filter((change) => !keys.has(change.line) && speaks(change))
    .map(({ line, revision, facts, withdrawn }) => ({ key: line, revision, facts, withdrawn }))
  const rank = ({ facts }: KeptLine) => lineKinds.indexOf(facts.kind)
  return [...own, ...added].sort((a, b) => rank(a) - rank(b))
}

/** Whether another line of this kind leads to the same. */
export function standsAlready(lines: readonly KeptLine[], facts: SourcedLine, exceptFor: string | undefined): boolean {
  const wanted = reachOf(facts)
  return wanted !== undefined && lines.some(({ key, facts: one }) => key !== exceptFor && reachOf(one) === wanted)
}
