/** Records of the audit trail in words. */
import type { Translator } from '../../platform/i18n/messages.ts'
import {
  authorName,
  changeDifferences,
  changedThing,
  type Difference,
  type FactWords,
  fieldName,
  kindName,
  longMoment,
  type RecordedChange,
} from '../checklist/index.ts'
import { type ActKey, described, describedPages, type PageKey } from './described.ts'
import type { TrailRecord } from './trail-store.ts'

/** Everything that words are made from. */
export interface TrailWords extends FactWords {
  /** Where the times are told. */
  readonly timeZone: string
  /** Names of persons and associations who still exist, by id. */
  readonly names: ReadonlyMap<string, string>
}

export interface ChangedView {
  /** By name, where one act changed several things. */
  readonly thing: string | undefined
  readonly differences: readonly Difference[]
}

export interface TrailEntry {
  readonly id: string
  /** ISO 8601, at the place. */
  readonly moment: string
  readonly when: string
  readonly who: string
  readonly what: string
  /** What it was done to, by name; undefined where the act says it. */
  readonly about: string | undefined
  /** The version it led to. */
  readonly version: number | undefined
  readonly changes: readonly ChangedView[]
  /** Names of the fields that changed, where no more is known than that. */
  readonly fields: readonly string[]
}

/** The act in words; one that has none yet is named by what it is about. */
function actWords({ t }: Translator, { action, kind, detail }: TrailRecord): string {
  const key = action.replace('.', '-')
  if (key === 'checklist-approve' && detail['answers'] === undefined) return t('trail.act.sent-back')
  if (key === 'checklist-switch-two-pairs')
    return t(detail['on'] === true ? 'trail.act.two-pairs-on' : 'trail.act.two-pairs-off')
  return described.has(key) ? t(`trail.act.${key}` as ActKey) : t(`trail.kind.${kind}`)
}

/** What of a page of the office somebody looked at, from the name of its route. */
function pageWords({ t }: Translator, page: unknown): string | undefined {
  if (typeof page !== 'string') return undefined
  const key = page.replace('.', '-')
  return describedPages.has(key) ? t(`trail.page.${key}` as PageKey) : t('trail.page.other')
}

function aboutWords(record: TrailRecord, changes: readonly RecordedChange[], words: TrailWords): string | undefined {
  const [first = '', id = ''] = record.subject.split(' ')
  const [only] = changes
  if (only && changes.length === 1) return changedThing(only, words)
  if (record.action === 'support.view') {
    return [words.names.get(id), pageWords(words.translator, record.detail['page'])].filter(Boolean).join(': ')
  }
  if (first === 'answer') return kindName(words.translator, words.checklist, id)
  return words.names.get(id) ?? words.names.get(first)
}

export function trailEntry(record: TrailRecord, changes: readonly RecordedChange[], words: TrailWords): TrailEntry {
  const { translator, timeZone } = words
  const version = /^version (\d+)$/.exec(record.subject)?.[1]
  const views = changes
    .map((change) => ({
      thing: changes.length > 1 ? changedThing(change, words) : undefined,
      differences: changeDifferences(change, words),
    }))
    .filter(({ differences }) => differences.length > 0)
  return {
    id: record.id,
    moment: record.at.toZonedDateTimeISO(timeZone).toString({ timeZoneName: 'never', smallestUnit: 'second' }),
    when: longMoment(translator, record.at, timeZone),
    who: authorName(translator, record.author, words.names),
    what: actWords(translator, record),
    about: version === undefined ? aboutWords(record, changes, words) : undefined,
    version: version === undefined ? undefined : Number(version),
    changes: views,
    fields: views.length > 0 ? [] : fieldsOf(record, translator),
  }
}

function fieldsOf({ kind, detail: { fields } }: TrailRecord, translator: Translator): string[] {
  if (kind !== 'services' || !Array.isArray(fields)) return []
  return fields.flatMap((field) => (typeof field === 'string' ? [fieldName(translator, field)] : []))
}
