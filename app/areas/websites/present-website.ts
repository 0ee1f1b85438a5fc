/** What was seen on the town's website, in words. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { longMoment } from '../../ui/dates.ts'
import { apart } from '../../ui/lists.ts'
import type { FindingTone, WebsiteFinding } from './finding-rules.ts'
import type { KeptLook } from './website-store.ts'

export interface FindingView {
  readonly tone: FindingTone
  readonly toneText: string
  readonly text: string
  readonly details: readonly string[]
}

export interface LookView {
  readonly when: string
  readonly address: string
  /** First things first. */
  readonly findings: readonly FindingView[]
}

const firstThings: Record<FindingTone, number> = { bad: 0, look: 1, good: 2, told: 3 }

function findingView({ t }: Translator, { code, tone, details }: WebsiteFinding): FindingView {
  return { tone, toneText: t(`websites.tone.${tone}`), text: t(`websites.finding.${code}`), details }
}

export function lookView(translator: Translator, look: KeptLook, timeZone: string): LookView {
  const date = apart(longMoment(translator, look.at, timeZone))
  return {
    when: translator.t('websites.seen.when', { date }),
    address: look.address,
    findings: look.findings
      .toSorted((a, b) => firstThings[a.tone] - firstThings[b.tone])
      .map((one) => findingView(translator, one)),
  }
}
