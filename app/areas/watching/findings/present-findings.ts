/** What was found, in words. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import { longDate } from '../../../ui/dates.ts'
import { apart } from '../../../ui/lists.ts'
import type { ServiceFacts } from '../../checklist/index.ts'
import { linksIn } from './finding-rules.ts'
import type { Finding } from './finding-store.ts'
import type { FindingView } from './pages/findings-page.tsx'
import { repairOf, standsInText, stillSays } from './repair-rules.ts'

function sentence(translator: Translator, { kind, value, seen }: Finding): string {
  const { t } = translator
  switch (kind) {
    case 'number-invalid':
    case 'number-form':
      return t(`watching.findings.${kind}`, { number: apart(value) })
    case 'closure-past':
    case 'alert-past':
    case 'closure-endless':
    case 'exception-endless':
    case 'exceptions-past':
      return t(`watching.findings.${kind}`, { date: longDate(translator, seen) })
    // The form says the same.
    case 'hours-overnight':
      return t('checklist.fault.hoursLongOvernight')
    case 'hours-open-and-closed':
      return t('checklist.fault.hoursExceptionOpenAndClosed')
    case 'hours-always-but-closed':
      return t('checklist.fault.hoursAlwaysButClosedOnHolidays')
    default:
      return t(`watching.findings.${kind}`)
  }
}

const reasons = ['name-unknown', 'certificate', 'timeout', 'unreachable', 'too-many-redirects', 'broken'] as const

/** What a link answered, where it did not answer well. */
export function seenWords({ t }: Translator, { kind, seen }: Pick<Finding, 'kind' | 'seen'>): string | undefined {
  if (kind !== 'link-gone' && kind !== 'link-failing') return undefined
  const reason = reasons.find((each) => each === seen)
  return reason ? t(`watching.findings.seen.${reason}`) : t('watching.findings.seen.status', { status: apart(seen) })
}

function repairWords({ t }: Translator, finding: Finding): string | undefined {
  const repair = repairOf(finding)
  if (!repair) return undefined
  return repair === 'write-number'
    ? t('watching.findings.repair.write-number', { number: apart(finding.seen) })
    : t(`watching.findings.repair.${repair}`)
}

/**
 * @param draft undefined where there is none: an answer, the introduction, or a service that was taken out.
 * @param placesOf where a text of the draft says something; of other facts the form.
 */
export function findingView(
  translator: Translator,
  finding: Finding,
  draft: ServiceFacts | undefined,
  placesOf: (path: string, says: (text: string) => boolean) => FindingView['places'],
): FindingView {
  const { id, kind, value, seen, firstSeen, times } = finding
  const isLink = kind.startsWith('link-')
  const leads = kind === 'link-moved' || kind === 'link-insecure'
  const inText = finding.thing === 'service' && standsInText(finding)
  const places = draft && (inText || !isLink) ? placesOf(finding.fact, (text) => linksIn(text).includes(value)) : []
  const says = draft !== undefined && (inText ? places.length > 0 : stillSays(draft, finding))
  const changed = finding.thing === 'service' && !says
  return {
    id,
    sentence: sentence(translator, finding),
    link: isLink ? value : undefined,
    places,
    leadsTo: leads ? seen : undefined,
    seen: seenWords(translator, finding),
    since: translator.t('watching.findings.since', { date: longDate(translator, firstSeen), count: times }),
    repair: changed ? undefined : repairWords(translator, finding),
    changed,
  }
}
