/** What somebody decides about an item, read from the form. */
import type { Db } from '../../platform/db/tables.ts'
import { type FormFields, fieldText, fieldTexts } from '../../platform/http/form.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { apart, inSentence } from '../../ui/lists.ts'
import { authoritiesOn, readAuthority, transliterate } from '../authorities/index.ts'
import type { Decision, DecisionFault } from './apply-rules.ts'
import { type Nameable, offeredParts, refsNamed, wordsIn } from './part-rules.ts'
import { type CodeRef, codesApart, type Ref } from './plan-rules.ts'
import type { StoredItem, StoredPlan } from './plan-store.ts'
import { codeText } from './present-plan.ts'

/** As typed or, before that, as decided or proposed. */
export interface ItemFields {
  readonly decision: string
  readonly into: string
  readonly to: string
  /** Those of the offered parts that are chosen, as `SCHEME:code`. */
  readonly parts: readonly string[]
  /** Further parts, by code or name. */
  readonly more: string
  /** Of what a new one was a part, by code or name. */
  readonly of: string
}

export interface ItemFault {
  readonly field: 'decision' | 'into' | 'to' | 'parts' | 'more' | 'of'
  readonly text: string
}

export interface ItemScene {
  readonly plan: StoredPlan
  readonly item: StoredItem
  readonly items: readonly StoredItem[]
  /** What is offered as parts of it. */
  readonly offered: readonly Ref[]
}

const keyOf = ({ scheme, code }: CodeRef) => `${scheme}:${code}`
const listed = (refs: readonly CodeRef[]) => refs.map(codeText).join(', ')

export async function offeredFor(db: Db, { item }: StoredItem, items: readonly StoredItem[]): Promise<Ref[]> {
  if (item.kind !== 'gone') return []
  const rows = items.flatMap(({ item: other, row, applied }) => {
    if (other.kind !== 'added' || applied || !row) return []
    const { latitude, longitude } = row.facts
    const known = typeof latitude === 'number' && typeof longitude === 'number'
    return [{ ...other, point: known ? { latitude, longitude } : null }]
  })
  return offeredParts(item.split, rows, (await readAuthority(db, item.authority))?.point ?? null)
}

/** What stands in the form of an item: as decided, else as proposed with nothing chosen. */
export function fieldsOf({ item: { item, decision }, offered }: ItemScene): ItemFields {
  const proposal = item.kind === 'gone' ? item.proposal : null
  const proposed = (how: 'merged' | 'recoded') => (proposal?.how === how ? codeText(proposal.into) : '')
  const parts = decision?.do === 'split' ? decision.parts : item.kind === 'gone' ? item.split : []
  const left = decision?.do === 'part' ? decision.of : item.kind === 'added' ? item.left : []
  const keys = new Set(offered.map(keyOf))
  return {
    decision: decision?.do ?? '',
    into: decision?.do === 'merge' ? codeText(decision.into) : proposed('merged'),
    to: decision?.do === 'recode' ? codeText(decision.to) : proposed('recoded'),
    parts: parts.map(keyOf).filter((key) => keys.has(key)),
    more: listed(parts.filter((ref) => !keys.has(keyOf(ref)))),
    of: listed(left),
  }
}

export const typedIn = (sent: FormFields): ItemFields => ({
  decision: fieldText(sent, 'decision'),
  into: fieldText(sent, 'into'),
  to: fieldText(sent, 'to'),
  parts: fieldTexts(sent, 'parts'),
  more: fieldText(sent, 'more'),
  of: fieldText(sent, 'of'),
})

/** @returns what is missing instead. */
export async function decisionFrom(
  db: Db,
  translator: Translator,
  scene: ItemScene,
  fields: ItemFields,
): Promise<Decision | ItemFault> {
  const { item } = scene.item
  const { t } = translator
  const code = (field: 'into' | 'to'): CodeRef | ItemFault =>
    codesApart(fields[field], item.scheme) ?? { field, text: t('mergers.item.fault.code') }
  switch (fields.decision) {
    case 'aside':
      return { do: 'aside' }
    case 'add':
    case 'rename':
      return { do: fields.decision }
    case 'merge': {
      const into = code('into')
      return 'field' in into ? into : { do: 'merge', into }
    }
    case 'recode': {
      const to = code('to')
      return 'field' in to ? to : { do: 'recode', to }
    }
    case 'split': {
      const more = await named(db, translator, scene, 'more', fields.more)
      if (!Array.isArray(more)) return more
      return {
        do: 'split',
        parts: [...scene.offered.filter((ref) => fields.parts.includes(keyOf(ref))), ...more].map(bare),
      }
    }
    case 'part': {
      const of = await named(db, translator, scene, 'of', fields.of)
      if (!Array.isArray(of)) return of
      return of.length > 0 ? { do: 'part', of: of.map(bare) } : { field: 'of', text: t('mergers.item.fault.code') }
    }
    default:
      return { field: 'decision', text: t('mergers.item.fault.decision') }
  }
}

const bare = ({ scheme, code }: CodeRef): CodeRef => ({ scheme, code })

/** Those that are named by code or name: active authorities and, for parts, rows of the list. */
async function named(
  db: Db,
  { t, tag }: Translator,
  { plan, item, items }: ItemScene,
  field: 'more' | 'of',
  text: string,
): Promise<CodeRef[] | ItemFault> {
  const words = wordsIn(text)
  if (words.length === 0) return []
  const rows = field === 'of' ? [] : items.filter((one) => one.item.kind === 'added' && !one.applied)
  const known: Nameable[] = rows.map((one) => ({ ...one.item, folded: transliterate(one.item.name) }))
  for (const { scheme, code, authority } of await authoritiesOn(db, { ...plan, on: plan.validFrom.toString() })) {
    known.push({ scheme, code, name: authority.name, folded: transliterate(authority.name) })
  }
  const found = refsNamed(words, item.item.scheme, known, transliterate)
  if ('unknown' in found) return { field, text: t('mergers.item.fault.name', { name: apart(found.unknown) }) }
  if ('several' in found) {
    const codes = inSentence(tag, found.refs.map(codeText).map(apart))
    return { field, text: t('mergers.item.fault.several', { name: apart(found.several), codes }) }
  }
  return [...found.refs]
}

/** Of a decision that cannot be carried out. */
export function faultFor({ t }: Translator, decision: Decision, fault: DecisionFault): ItemFault {
  const fields = { recode: 'to', split: 'parts', part: 'of' } as const
  const field = Object.entries(fields).find(([what]) => what === decision.do)?.[1] ?? 'into'
  return { field, text: t(`mergers.fault.${fault}`) }
}
