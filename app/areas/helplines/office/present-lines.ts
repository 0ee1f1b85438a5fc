/** Help numbers and their history in words, for those who keep them. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import { dateFormat, longDate, longMoment } from '../../../ui/dates.ts'
import { withCommas } from '../../../ui/lists.ts'
import type { LineAct } from '../change-store.ts'
import { type LineState, stateOf } from '../keeping-rules.ts'
import type { KeptLine } from '../merge-rules.ts'
import type { SourcedLine } from '../schema.ts'
import type { OfficeHelplinesDeps } from './deps.ts'
import type { CountryRequest } from './office-request.ts'

type Request = Pick<CountryRequest, 'translator' | 'today' | 'officeName'>

export interface LineView {
  readonly key: string
  readonly kind: string
  /** Number, address or name: by what one knows it. */
  readonly what: string
  readonly name: string | undefined
  readonly state: LineState
  readonly stateText: string
  /** Families do not see it. */
  readonly hidden: boolean
}

export function presentKept(request: Request, line: KeptLine): LineView {
  const { t } = request.translator
  const { kind, number, url, name, confidence } = line.facts
  const state = stateOf(line, request.today)
  return {
    key: line.key,
    kind: t(`help.line.${kind}`),
    what: number ?? url ?? name ?? '',
    name: name === null || (number === null && url === null) ? undefined : name,
    state,
    stateText: stateText(request, line, state),
    hidden: state === 'withdrawn' || (state === 'never' && confidence === 'low'),
  }
}

function stateText({ translator, officeName }: Request, { facts, withdrawn }: KeptLine, state: LineState): string {
  const { t } = translator
  if (withdrawn) {
    return t('helplines.office.state.withdrawn', {
      date: longDate(translator, withdrawn.on),
      office: officeName(withdrawn.by),
    })
  }
  if (!facts.confirmed || state === 'never' || state === 'withdrawn') return t('helplines.office.state.never')
  const { by, on, expires } = facts.confirmed
  const said = { on: longDate(translator, on), until: longDate(translator, expires), office: officeName(by) }
  return t(`helplines.office.state.${state}`, said)
}

export interface FactRow {
  readonly label: string
  readonly value: string
}

/** 5 January 2026 was a Monday. */
export function weekdayName({ tag }: Pick<Translator, 'tag'>, day: number): string {
  return dateFormat(tag, { weekday: 'long' }).format(new Date(Date.UTC(2026, 0, 4 + day, 12)))
}

function hoursText(translator: Translator, { hours, hoursAsPublished }: SourcedLine): string {
  if (hours?.always) return translator.t('help.hours.always')
  if (!hours) return hoursAsPublished ?? ''
  return hours.weekly.map(({ day, opens, closes }) => `${weekdayName(translator, day)} ${opens}–${closes}`).join('\n')
}

/** Every fact, also those that nobody has said. */
export function factRows(
  translator: Translator,
  deps: Pick<OfficeHelplinesDeps, 'languagesText'>,
  facts: SourcedLine,
): FactRow[] {
  const { t, tag } = translator
  const known = (fact: boolean | null, yes: string, no: string) => (fact === null ? '' : fact ? yes : no)
  return [
    { label: t('helplines.field.number'), value: facts.number ?? '' },
    { label: t('helplines.field.name'), value: facts.name ?? '' },
    { label: t('helplines.field.url'), value: facts.url ?? '' },
    {
      label: t('helplines.channels'),
      value: withCommas(
        tag,
        facts.channels.map((one) => t(`service.channel.${one}`)),
      ),
    },
    { label: t('service.hours'), value: hoursText(translator, facts) },
    { label: t('helplines.field.free'), value: known(facts.free, t('help.free'), t('help.notFree')) },
    {
      label: t('helplines.field.bill'),
      value: known(facts.showsOnBill, t('service.phone.onBill'), t('service.phone.notOnBill')),
    },
    { label: t('service.languages'), value: deps.languagesText(facts.languages ?? []) },
    { label: t('helplines.field.sources'), value: facts.sources.join('\n') },
  ]
}

export interface ActView {
  readonly what: string
  /** Which office. */
  readonly who: string
  readonly when: string
  readonly words: string
  readonly changes: readonly { readonly label: string; readonly before: string; readonly after: string }[]
}

export function presentAct(
  { translator, timeZone, officeName }: Pick<CountryRequest, 'translator' | 'timeZone' | 'officeName'>,
  deps: Pick<OfficeHelplinesDeps, 'languagesText'>,
  act: LineAct,
): ActView {
  const { t } = translator
  const { confirmed } = act.after
  const how =
    confirmed?.how && act.action !== 'withdraw' && act.action !== 'restore'
      ? t(`helplines.checked.${confirmed.how}`)
      : ''
  const reason = act.reason ? t(`helplines.reason.${act.reason}`) : ''
  return {
    what: t(`helplines.act.${act.action}`),
    who: officeName(act.office),
    when: longMoment(translator, act.at, timeZone),
    words: [how, reason, act.note].filter(Boolean).join(' '),
    changes: act.action === 'correct' && act.before ? differences(translator, deps, act.before, act.after) : [],
  }
}

/** The facts in which two versions of a line differ. */
function differences(
  translator: Translator,
  deps: Pick<OfficeHelplinesDeps, 'languagesText'>,
  before: SourcedLine,
  after: SourcedLine,
): { label: string; before: string; after: string }[] {
  const later = factRows(translator, deps, after)
  return factRows(translator, deps, before).flatMap(({ label, value }, index) => {
    const now = later[index]?.value ?? ''
    return now === value ? [] : [{ label, before: value, after: now }]
  })
}

type DatePart = 'day' | 'month' | 'year'

/** Day, month and year in the order in which the language writes them. */
export function datePartOrder({ tag }: Pick<Translator, 'tag'>): DatePart[] {
  const parts = dateFormat(tag, { day: 'numeric', month: 'numeric', year: 'numeric' }).formatToParts(new Date(0))
  const order = parts.flatMap(({ type }): DatePart[] =>
    type === 'day' || type === 'month' || type === 'year' ? [type] : [],
  )
  return order.length === 3 ? order : ['day', 'month', 'year']
}
