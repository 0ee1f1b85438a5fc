/** What is decided about a feed: where it is, when it is fetched; of a town's, who wins. */
import type { FormFields } from '../../../../platform/http/form.ts'
import { feedConflicts, feedHours, feedRhythms, isFeedAddress } from '../../feeds/feed-rules.ts'
import type { Feed, FeedSettings } from '../../feeds/feed-schema.ts'
import { formFields, formReader, type Parsed } from '../forms/form.ts'

/** The form as it is first shown. */
export function feedFields(feed: Feed | undefined, language: string): FormFields {
  return formFields({
    source: feed?.source ?? '',
    url: feed?.url ?? '',
    every: feed?.every ?? 'day',
    hour: `${feed?.hour ?? 3}`,
    conflict: feed?.conflict ?? 'ask',
    language: feed?.language ?? language,
    defaultKind: feed?.defaultKind ?? '',
  })
}

export function feedFrom(
  fields: FormFields,
  known: {
    readonly kinds: ReadonlySet<string>
    readonly languages: readonly string[]
    /** Of a feed that exists: its name stays. */
    readonly source: string | undefined
    /** Of an association: nothing of its own stands against what the feed says. */
    readonly ofAssociation: boolean
  },
): Parsed<FeedSettings> {
  const form = formReader(fields)
  const source = known.source ?? form.text('source')
  if (source === '' || source.length > 200) form.refuse('source', 'listUnnamed')
  const url = form.text('url')
  if (!isFeedAddress(url)) form.refuse('url', 'feedAddress')
  const every = form.choice('every', feedRhythms)
  if (!every) form.refuse('every', 'feedRhythm')
  const hour = feedHours.find((one) => `${one}` === form.text('hour'))
  if (hour === undefined) form.refuse('hour', 'feedHour')
  const conflict = known.ofAssociation ? 'feed' : form.choice('conflict', feedConflicts)
  if (!conflict) form.refuse('conflict', 'feedConflict')
  const language = form.choice('language', known.languages) ?? known.languages[0] ?? 'en'
  const defaultKind = form.choice('defaultKind', [...known.kinds]) ?? ''
  const complete = every && hour !== undefined && conflict
  return form.outcome(complete ? { source, url, every, hour, conflict, language, defaultKind } : null)
}
