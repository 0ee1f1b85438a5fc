/** What came of fetching a feed, in words. */
import type { MessageKey } from '../../../../platform/i18n/messages.gen.ts'
import type { Translator } from '../../../../platform/i18n/messages.ts'
import type { Feed, FeedOwner, PlacedCounts, PullResult } from '../../feeds/feed-schema.ts'
import { longMoment } from '../wording.ts'

export const hostOf = ({ url }: Pick<Feed, 'url'>): string => URL.parse(url)?.host ?? url

export interface ResultView {
  /** In words. */
  readonly when: string
  readonly text: string
  /** `New: 3`; empty where nothing was read. */
  readonly counts: readonly string[]
}

type ReasonKey = Extract<MessageKey, `checklist.office.feed.failed.${string}`>
const reasons: ReadonlySet<string> = new Set([
  ...['off', 'address', 'internal', 'reserved', 'name-unknown', 'lookup', 'unreachable', 'certificate', 'timeout'],
  ...['too-large', 'too-many-redirects', 'broken', 'busy', 'closed', 'gone', 'status', 'no-feed', 'too-long', 'fault'],
])

function outcomeText({ t }: Translator, result: PullResult, type: FeedOwner['type']): string {
  const { outcome, reason } = result
  if (outcome !== 'failed') {
    const came = told({ ...result, outcome })
    if (type === 'authority' || came === 'unchanged' || came === 'asks')
      return t(`checklist.office.feed.result.${came}`)
    return t(`directories.result.${came}`)
  }
  if (type === 'association' && reason === 'too-large') return t('directories.tooLarge')
  const known = reason !== undefined && reasons.has(reason) ? reason : 'fault'
  return t(`checklist.office.feed.failed.${known}` as ReasonKey)
}

/** What was followed and has brought nothing says so. */
function told<Outcome extends PullResult['outcome']>({
  outcome,
  counts,
}: Pick<PullResult, 'counts'> & { readonly outcome: Outcome }): Outcome | 'unchanged' | 'refused' {
  if (outcome !== 'followed' || !counts || counts.added + counts.changed > 0) return outcome
  return counts.refused > 0 && counts.unchanged + counts.kept + counts.skipped === 0 ? 'refused' : 'unchanged'
}

/** What of a directory of an association fits where, sentence by sentence. */
export function placedTexts({ t }: Translator, { kept, fitting, members, nowhere, kindless }: PlacedCounts): string[] {
  return [
    t('directories.placed.fitting', { services: fitting, members }),
    ...(kept > fitting ? [t('directories.placed.others', { count: kept - fitting })] : []),
    ...(nowhere > 0 ? [t('directories.placed.nowhere', { count: nowhere })] : []),
    ...(kindless > 0 ? [t('directories.placed.kindless', { count: kindless })] : []),
  ]
}

function countTexts(translator: Translator, { counts, gone = 0, placed }: PullResult): string[] {
  const { t } = translator
  if (!counts) return []
  const named = (['added', 'changed', 'unchanged', 'kept', 'skipped', 'refused'] as const).flatMap((name) =>
    counts[name] > 0 ? [[t(`checklist.office.import.count.${name}`), counts[name]] as const] : [],
  )
  const all = gone > 0 ? [...named, [t('checklist.office.import.count.gone'), gone] as const] : named
  const texts = all.map(([label, count]) => t('checklist.office.feed.count', { label, count }))
  return placed ? [...texts, ...placedTexts(translator, placed)] : texts
}

/** The newest first. */
export function presentResults(
  { results, owner }: Pick<Feed, 'results' | 'owner'>,
  translator: Translator,
  timeZone: string,
): ResultView[] {
  return results.map((result) => ({
    when: longMoment(translator, Temporal.Instant.from(result.at), timeZone),
    text: outcomeText(translator, result, owner.type),
    counts: countTexts(translator, result),
  }))
}
