/** Items of a plan in words. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { apart, inSentence } from '../../ui/lists.ts'
import type { Decision } from './apply-rules.ts'
import type { CodeRef, Proposal, Ref } from './plan-rules.ts'
import type { StoredItem } from './plan-store.ts'
import type { Reason } from './suggest-rules.ts'

export type ItemState = 'open' | 'decided' | 'aside' | 'applied'

export interface ItemView {
  readonly number: number
  readonly name: string
  /** With its scheme where that is not the usual one. */
  readonly code: string
  readonly kind: StoredItem['item']['kind']
  /** What the list says or suggests; empty where it says nothing. */
  readonly proposal: string
  /** Nothing is guessed. */
  readonly certain: boolean
  readonly reasons: readonly string[]
  readonly state: ItemState
  /** What somebody has decided; null while nobody has. */
  readonly decision: string | null
}

/** The scheme that goes without saying. */
const usualScheme = 'LAU'

export const codeText = ({ scheme, code }: { readonly scheme: string; readonly code: string }): string =>
  scheme === usualScheme ? code : `${scheme}:${code}`

export function stateOf({ decision, applied }: Pick<StoredItem, 'decision' | 'applied'>): ItemState {
  if (decision === null) return 'open'
  if (decision.do === 'aside') return 'aside'
  return applied ? 'applied' : 'decided'
}

/** @param claimed by code of the list, the authority that gets it by a decision. */
export function presentItem(
  translator: Translator,
  stored: StoredItem,
  claimed: ReadonlyMap<string, string>,
): ItemView {
  const { item, number, decision } = stored
  const claimer = item.kind === 'added' && decision === null ? claimed.get(`${item.scheme}:${item.code}`) : undefined
  const proposal = item.kind === 'gone' ? item.proposal : null
  return {
    number,
    name: item.name,
    code: codeText(item),
    kind: item.kind,
    proposal: proposalText(translator, item),
    certain: proposal?.certain ?? true,
    reasons: proposal?.reasons.map((reason) => reasonText(translator, reason)) ?? [],
    state: claimer === undefined ? stateOf(stored) : 'decided',
    decision:
      claimer === undefined
        ? decision && decisionText(translator, decision, namedIn(item))
        : translator.t('mergers.decision.claimed', { name: apart(claimer) }),
  }
}

function proposalText({ t, tag }: Translator, item: StoredItem['item']): string {
  if (item.kind === 'added') {
    return item.left.length > 0
      ? t('mergers.proposal.left', { names: namesOf(tag, item.left) })
      : t('mergers.proposal.added')
  }
  if (item.kind === 'renamed') return t('mergers.proposal.renamed', { name: apart(item.to) })
  if (item.split.length > 0) return t('mergers.proposal.split', { names: namesOf(tag, item.split) })
  return item.proposal ? t(proposals[item.proposal.how], intoOf(item.proposal)) : t('mergers.proposal.none')
}

const proposals = { merged: 'mergers.proposal.merged', recoded: 'mergers.proposal.recoded' } as const

const intoOf = ({ into }: Proposal) => ({ name: apart(into.name), code: apart(codeText(into)) })

const namesOf = (tag: string, refs: readonly Ref[]): string =>
  inSentence(
    tag,
    refs.map((ref) => apart(`${ref.name} (${codeText(ref)})`)),
  )

function reasonText({ t, tag }: Translator, reason: Reason): string {
  switch (reason.code) {
    case 'sum':
      return t('mergers.reason.sum', {
        names: inSentence(tag, reason.names.map(apart)),
        sum: reason.sum,
        of: reason.of,
      })
    case 'grew':
      return t('mergers.reason.grew', { by: reason.by })
    case 'near':
      return t('mergers.reason.near', { km: reason.km })
    default:
      return t(`mergers.reason.${reason.code}`)
  }
}

/** Authorities that the item itself names, by their code. */
function namedIn(item: StoredItem['item']): ReadonlyMap<string, string> {
  const refs = item.kind === 'gone' ? [...item.split, ...(item.proposal ? [item.proposal.into] : [])] : []
  const left = item.kind === 'added' ? item.left : []
  return new Map([...refs, ...left].map((ref) => [codeText(ref), ref.name]))
}

function decisionText({ t, tag }: Translator, decision: Decision, names: ReadonlyMap<string, string>): string {
  const known = (ref: CodeRef) => {
    const [code, name] = [codeText(ref), names.get(codeText(ref))]
    return apart(name === undefined ? code : `${name} (${code})`)
  }
  const codes = (refs: readonly CodeRef[]) => inSentence(tag, refs.map(known))
  if (decision.do === 'split') return t('mergers.decision.split', { codes: codes(decision.parts) })
  if (decision.do === 'part') return t('mergers.decision.part', { codes: codes(decision.of) })
  if (decision.do === 'merge') return t('mergers.decision.merge', { code: known(decision.into) })
  if (decision.do === 'recode') return t('mergers.decision.recode', { code: known(decision.to) })
  return t(`mergers.decision.${decision.do}`)
}
