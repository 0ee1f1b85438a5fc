/** Records of the audit trail in words. */
import type { MessageKey } from '../../platform/i18n/messages.gen.ts'
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

type ActKey = Extract<MessageKey, `trail.act.${string}`>
const described: ReadonlySet<string> = new Set([
  'accounts-introduce',
  'accounts-sign-in',
  'accounts-link-issued',
  'accounts-grant-role',
  'authorities-import',
  'authorities-import-areas',
  'authorities-import-points',
  'campaigns-begin',
  'campaigns-act',
  'campaigns-schedule',
  'campaigns-start',
  'campaigns-finish',
  'campaigns-save-whom',
  'campaigns-save-letter',
  'campaigns-save-reply',
  'campaigns-confirm-reply',
  'campaigns-test',
  'campaigns-print',
  'campaigns-keep-contact',
  'campaigns-bring-list',
  'campaigns-take-list-over',
  'campaigns-stop-letters',
  'campaigns-want-letters',
  'checklist-add-feed',
  'checklist-add-service',
  'checklist-approve',
  'checklist-ask-approval',
  'checklist-bring-back-draft',
  'checklist-change-feed',
  'checklist-check-service',
  'checklist-copy-service',
  'checklist-discard-list',
  'checklist-end-feed',
  'checklist-follow-feed',
  'checklist-import',
  'checklist-keep-service',
  'checklist-look-at-feed',
  'checklist-merge-services',
  'checklist-join-answers',
  'checklist-join-introductions',
  'checklist-join-services',
  'checklist-publish',
  'checklist-pull-feed',
  'checklist-publish-urgent',
  'checklist-redact-place',
  'checklist-remove-service',
  'checklist-restore',
  'checklist-save-answer',
  'checklist-see-standard',
  'checklist-save-introduction',
  'checklist-save-service',
  'checklist-switch-two-pairs',
  'checklist-tell-apart',
  'checklist-undo-merge',
  'checklist-take-over',
  'checklist-upload-list',
  'checklist-use-standard',
  'catchments-apply-list',
  'catchments-bring-list',
  'catchments-bring-new',
  'catchments-bring-towns',
  'catchments-delete',
  'catchments-describe',
  'catchments-discard-list',
  'checklist-withdraw-approval',
  'coverage-fill-places',
  'confirmations-confirm',
  'confirmations-decide',
  'confirmations-keep-contact',
  'confirmations-post-letters',
  'confirmations-print-letters',
  'confirmations-send-change',
  'confirmations-telephone',
  'demonstration-load',
  'helplines-add',
  'helplines-confirm',
  'helplines-correct',
  'helplines-restore',
  'helplines-withdraw',
  'members-apply-list',
  'members-bring-area',
  'members-bring-list',
  'members-discard-list',
  'members-end',
  'members-import',
  'legal-publish',
  'legal-save',
  'legal-two-pairs',
  'legal-withdraw',
  'letters-publish',
  'letters-save',
  'letters-start',
  'letters-withdraw',
  'mergers-agree',
  'mergers-apply',
  'mergers-bring-list',
  'mergers-decide',
  'mergers-discard',
  'mergers-plan',
  'national-open',
  'associations-keep-contact',
  'coverage-put-aside',
  'pact-documents-revert',
  'pact-documents-save',
  'pact-texts-approve',
  'pact-texts-discard',
  'pact-texts-save',
  'pact-texts-start',
  'page-finder-keep-address',
  'page-finder-look-again',
  'page-finder-say',
  'page-finder-start',
  'page-finder-stop',
  'events-add-edition',
  'events-ask-approval',
  'events-begin',
  'events-cancel',
  'events-change-edition',
  'events-discard',
  'events-publish',
  'events-repeat',
  'events-save',
  'events-send-back',
  'events-take-back',
  'events-tell',
  'progress-add-cycle',
  'progress-answer',
  'progress-assign',
  'progress-begin',
  'progress-change-cycle',
  'progress-change-form',
  'progress-feedback',
  'progress-keep-sheet',
  'progress-remind',
  'progress-save-answers',
  'progress-save-measures',
  'progress-submit',
  'progress-unassign',
  'proposals-decide',
  'exchange-change',
  'exchange-say-used',
  'erasure-erase',
  'exchange-share',
  'exchange-take-down',
  'exchange-withdraw',
  'practices-answer',
  'practices-ask',
  'practices-change-collection',
  'practices-collect',
  'practices-decide',
  'practices-end-use',
  'practices-remove-collection',
  'practices-remove-translation',
  'practices-save',
  'practices-submit',
  'practices-take-out',
  'practices-translate',
  'practices-use',
  'practices-withdraw',
  'practices-write',
  'questions-answer',
  'questions-ask',
  'questions-close',
  'questions-note',
  'questions-paste',
  'questions-take',
  'questions-take-out',
  'questions-write',
  'plans-add-measures',
  'plans-agree',
  'plans-ask-approval',
  'plans-begin',
  'plans-begin-practice',
  'plans-decline',
  'plans-discard',
  'plans-invite',
  'plans-publish',
  'plans-remove-measure',
  'plans-save',
  'plans-save-measure',
  'plans-send-back',
  'plans-take-back',
  'plans-take-measures',
  'plans-uninvite',
  'signing-add-election',
  'signing-agree',
  'signing-answer-body',
  'signing-ask-association',
  'signing-ask-body',
  'signing-ask-letter',
  'signing-ask-mail',
  'signing-begin',
  'signing-check-domain',
  'signing-confirm',
  'signing-correct',
  'signing-decide-reaffirmation',
  'signing-decline',
  'signing-discard',
  'signing-erase',
  'signing-give-code',
  'signing-invite',
  'signing-print-letter',
  'signing-reaffirm',
  'signing-remove-election',
  'signing-return',
  'signing-save',
  'signing-submit',
  'signing-take-back',
  'signing-uninvite',
  'signing-withdraw',
  'standards-publish',
  'standards-save',
  'standards-start',
  'standards-withdraw',
  'support-ask',
  'support-end',
  'support-give',
  'support-view',
  'toolkit-decide',
  'toolkit-discard',
  'toolkit-import',
  'toolkit-translate',
  'websites-look',
  'accounts-change-address',
  'privacy-announce-end',
  'privacy-delete-account',
  'privacy-download',
  'privacy-end-account',
  'watching-decide',
  'watching-hide',
  'watching-repair',
  'watching-report',
  'watching-show',
])

type PageKey = Extract<MessageKey, `trail.page.${string}`>
const describedPages: ReadonlySet<string> = new Set([
  'checklist-show',
  'checklist-ask-bring-back-draft',
  'checklist-ask-restore',
  'checklist-compare-versions',
  'checklist-edit-answer',
  'checklist-edit-introduction',
  'checklist-edit-service',
  'checklist-list-same',
  'checklist-list-joining',
  'checklist-list-versions',
  'checklist-preview',
  'checklist-show-changes',
  'checklist-show-same',
  'checklist-show-service',
  'checklist-show-version',
  'plans-list',
  'plans-show',
])

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
