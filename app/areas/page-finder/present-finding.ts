/** What is known of a town's website, in words. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { longDate } from '../../ui/dates.ts'
import { apart } from '../../ui/lists.ts'
import { type Checklist, kindName } from '../checklist/index.ts'
import type { KeptFinding } from './finding-store.ts'
import type { SiteState } from './state-rules.ts'
import { contradicts, finalVerdict } from './verdict-rules.ts'

/** An address, and a sentence that stands there. */
export interface EvidenceView {
  readonly address: string | undefined
  readonly sentence: string
}

export interface FindingView {
  readonly found:
    | (EvidenceView & {
        readonly what: string
        readonly when: string
        readonly kinds: readonly string[]
        readonly made: string | undefined
        readonly pages: string
      })
    | undefined
  readonly unseen: { readonly why: string; readonly when: string; readonly detail: string } | undefined
  readonly said: (Pick<EvidenceView, 'address'> & { readonly what: string; readonly who: string }) | undefined
  /** The website shows something else now than what was said about it. */
  readonly differs: boolean
}

const dayOf = (translator: Translator, at: Temporal.Instant, timeZone: string): string =>
  apart(longDate(translator, at.toZonedDateTimeISO(timeZone).toPlainDate()))

/** @param names of persons, by id. */
export function findingView(
  translator: Translator,
  checklist: Checklist,
  { found, unseen, said }: KeptFinding,
  { timeZone, names }: { readonly timeZone: string; readonly names: ReadonlyMap<string, string> },
): FindingView {
  const { t } = translator
  const day = (at: Temporal.Instant) => dayOf(translator, at, timeZone)
  const speaker = said?.by ? names.get(said.by) : undefined
  return {
    found: found && {
      what: t(`finder.state.${found.verdict}`),
      when: t('finder.found.when', { date: day(found.at) }),
      address: found.address,
      sentence: found.sentence,
      kinds: found.kinds.map((kind) => kindName(translator, checklist, kind)),
      made: found.made && day(found.made),
      pages: t('finder.found.pages', { count: found.pages }),
    },
    unseen: unseen && {
      why: t(`finder.unseen.${unseen.reason}`),
      when: t('finder.unseen.when', { date: day(unseen.at) }),
      detail: unseen.detail,
    },
    said: said && {
      what: t(`finder.said.${said.saying}`),
      address: said.address,
      who: speaker
        ? t('finder.said.who', { date: day(said.at), name: apart(speaker) })
        : t('finder.said.nobody', { date: day(said.at) }),
    },
    differs: contradicts(found, said),
  }
}

/** One line of the list. */
export interface SiteLine extends EvidenceView {
  readonly id: string
  readonly name: string
  readonly state: SiteState
  /** When it was seen or said, or why not. */
  readonly about: string
  readonly differs: boolean
}

export function lineOf(
  translator: Translator,
  member: { readonly id: string; readonly name: string; readonly state: SiteState },
  { found, unseen, said }: KeptFinding,
  timeZone: string,
): SiteLine {
  const { t } = translator
  const counts = finalVerdict(found, said)
  const byPerson = said !== undefined && counts === said.verdict
  const day = (at: Temporal.Instant) => dayOf(translator, at, timeZone)
  const about = byPerson
    ? t('finder.line.said', { date: day(said.at) })
    : found
      ? t('finder.line.found', { date: day(found.at) })
      : unseen
        ? t(`finder.unseen.${unseen.reason}`)
        : ''
  const { id, name, state } = member
  const address = byPerson ? said.address : found?.address
  const sentence = address !== undefined && address === found?.address ? found.sentence : ''
  return { id, name, state, about, address, sentence, differs: contradicts(found, said) }
}
