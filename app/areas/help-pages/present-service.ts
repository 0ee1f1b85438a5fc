/** A published service as a card shows it: every text chosen, every code turned into words. No field is left out. */
import { withCommas } from '../../ui/lists.ts'
import type { LocalText, Phone, Service } from '../checklist/index.ts'
import type { EffectiveService, OwnerKind } from './effective-page.ts'
import { type ShownText, shownText } from './local-text.ts'
import { type HoursView, presentHours } from './present-hours.ts'
import { longDate, monthOf, type Reader, today } from './reader.ts'

/** A line of the list of facts: plain words of ours, then the service's own text. */
export interface Fact {
  readonly label: string
  readonly words: string
  readonly text: ShownText | undefined
}

export interface PhoneView {
  readonly number: string
  readonly dial: string | null
  readonly label: ShownText | undefined
  readonly details: readonly string[]
  readonly hours: ShownText | undefined
}

export interface PlaceView {
  readonly confidential: boolean
  readonly addresses: readonly { readonly lines: readonly string[]; readonly directions: ShownText | undefined }[]
}

export interface ServiceView {
  readonly id: string
  readonly kinds: readonly string[]
  readonly name: ShownText
  readonly whatHappens: ShownText | undefined
  readonly runBy: string | undefined
  readonly provider: string
  readonly hours: HoursView
  readonly phones: readonly PhoneView[]
  readonly email: string | null
  readonly web: string | null
  readonly chat: string | null
  /** Asked first by children: parent, secrecy, anonymity. */
  readonly questions: readonly Fact[]
  readonly facts: readonly Fact[]
  readonly fee: string | undefined
  readonly place: PlaceView
  readonly alert: ShownText | undefined
  /** The last day of the alert, in words. */
  readonly alertUntil: string | undefined
  readonly closure:
    | {
        readonly words: string
        readonly text: ShownText | undefined
        /** It has begun; one to come is told, and nothing of today is hidden for it. */
        readonly begun: boolean
      }
    | undefined
  readonly checked: { readonly words: string; readonly stale: boolean }
  /** Some text of the card was translated by machine. */
  readonly machine: boolean
}

const runByKey = {
  municipality: 'service.runBy.municipality',
  joint: 'service.runBy.joint',
  district: 'service.runBy.district',
  region: 'service.runBy.region',
  country: 'service.runBy.country',
} as const satisfies Record<OwnerKind, string>

/** @param reviewMonths months after which what was checked must be checked again (the shortest clock of its kinds). */
export function presentService(reader: Reader, effective: EffectiveService, reviewMonths: number): ServiceView {
  const { t } = reader.translator
  const { service, owner, own } = effective
  const pick = (text: LocalText) => shownText(text, reader.order)
  const checked = checkedOf(reader, service, reviewMonths)
  const ownerName = owner.names[reader.translator.language] ?? owner.name
  return {
    id: service.id,
    kinds: service.kinds,
    name: nameOf(reader, service),
    whatHappens: pick(service.whatHappens),
    runBy: own ? undefined : t(runByKey[owner.kind], { name: ownerName }),
    provider: service.provider,
    hours: presentHours(reader, service, { everywhere: owner.kind === 'country', stale: checked.stale }),
    phones: service.phones.map((phone) => presentPhone(reader, phone)),
    email: service.email,
    web: service.web,
    chat: service.chat,
    questions: questionsOf(reader, service),
    facts: factsOf(reader, service),
    fee: service.fee ? t(`service.fee.${service.fee}`) : undefined,
    place: placeOf(reader, service),
    alert: alertOf(reader, service),
    alertUntil: alertUntilOf(reader, service),
    closure: closureOf(reader, service),
    checked,
    machine: shownMachine(reader, service),
  }
}

/** In the best language for the reader; without any, who runs it. */
export function nameOf(reader: Reader, { name, provider }: Pick<Service, 'name' | 'provider'>): ShownText {
  return shownText(name, reader.order) ?? { text: provider, language: reader.translator.language, machine: false }
}

/** Whether any text this reader sees is unreviewed machine translation. */
function shownMachine(reader: Reader, service: Service): boolean {
  const texts = [
    service.name,
    service.whatHappens,
    service.areaNote,
    service.feeNote,
    service.accessNote,
    service.parentNote,
    service.tellsNote,
    service.howDecided,
    service.howToComplain,
    service.hours.note,
    service.hours.whenClosed,
    ...service.phones.flatMap(({ label, hours }) => [label, hours]),
    ...(service.alert ? [service.alert.text] : []),
    ...(service.closure ? [service.closure.text] : []),
    ...(service.place.type === 'addresses' ? service.place.addresses.map(({ directions }) => directions) : []),
    ...service.hours.exceptions.map(({ note }) => note),
  ]
  return texts.some((text) => shownText(text, reader.order)?.machine)
}

/** What a phone dials: digits and a leading plus. */
export function dialOf(number: string): string {
  return number.replace(/[^\d+]/g, '').replace(/(?!^)\+/g, '')
}

function presentPhone(reader: Reader, phone: Phone): PhoneView {
  const { t } = reader.translator
  const onBill =
    phone.showsOnBill === null ? [] : [t(phone.showsOnBill ? 'service.phone.onBill' : 'service.phone.notOnBill')]
  const beyondVoice = phone.channels.length === 1 && phone.channels[0] === 'voice' ? [] : phone.channels
  return {
    number: phone.number,
    dial: phone.fictional ? null : dialOf(phone.number),
    label: shownText(phone.label, reader.order),
    details: [
      ...beyondVoice.map((channel) => t(`service.channel.${channel}`)),
      ...phone.languages.map((code) => reader.languageName(code)),
      ...(phone.cost ? [t(`service.phone.${phone.cost}`)] : []),
      ...onBill,
    ],
    hours: shownText(phone.hours, reader.order),
  }
}

/** What depends on law or on people is said only from the service's own fields (mission, rule 9). */
function questionsOf(reader: Reader, service: Service): Fact[] {
  const { t } = reader.translator
  const text = (value: LocalText) => shownText(value, reader.order)
  const { parentNeeded, tellsOthers, anonymous } = service
  const facts: Fact[] = []
  if (parentNeeded) {
    facts.push({
      label: t('service.parent'),
      words: t(`service.parent.${parentNeeded}`),
      text: text(service.parentNote),
    })
  }
  const tells = tellsOthers ? t(`service.tells.${tellsOthers}`) : t('service.tells.ask')
  facts.push({ label: t('service.tells'), words: tells, text: text(service.tellsNote) })
  if (anonymous !== null) {
    const words = t(anonymous ? 'service.anonymous.yes' : 'service.anonymous.no')
    facts.push({ label: t('service.anonymous'), words, text: undefined })
  }
  return facts
}

function factsOf(reader: Reader, service: Service): Fact[] {
  const { t } = reader.translator
  const text = (value: LocalText) => shownText(value, reader.order)
  const list = (words: readonly string[]) => withCommas(reader.translator.tag, words)
  const feeNote = text(service.feeNote)
  // Without a note the tag above has said it all.
  const fee = service.fee && feeNote ? t(`service.fee.${service.fee}`) : ''
  const interpreters = service.interpreters ? t(`service.interpreters.${service.interpreters}`) : ''
  const audiences = list(service.audiences.map((audience) => t(`service.audience.${audience}`)))
  const access = list(service.accessFeatures.map((feature) => t(`service.access.${feature}`)))
  const facts: Fact[] = [
    {
      label: t('service.languages'),
      words: list(service.languages.map((code) => reader.languageName(code))),
      text: undefined,
    },
    { label: t('service.interpreters'), words: interpreters, text: undefined },
    { label: t('service.forWhom'), words: audiences, text: undefined },
    { label: t('service.ages'), words: agesText(reader, service.ages), text: undefined },
    { label: t('service.fee'), words: fee, text: feeNote },
    { label: t('service.access'), words: access, text: text(service.accessNote) },
    { label: t('service.area'), words: '', text: text(service.areaNote) },
    { label: t('service.decided'), words: '', text: text(service.howDecided) },
    { label: t('service.complain'), words: '', text: text(service.howToComplain) },
    { label: t('service.provider'), words: service.provider, text: undefined },
  ]
  return facts.filter((fact) => fact.words !== '' || fact.text !== undefined)
}

function agesText(reader: Reader, ages: Service['ages']): string {
  const { t } = reader.translator
  const [min, max] = [ages?.min ?? null, ages?.max ?? null]
  if (min !== null && max !== null) return t('service.ages.between', { min, max })
  if (min !== null) return t('service.ages.from', { min })
  return max === null ? '' : t('service.ages.to', { max })
}

function placeOf(reader: Reader, { place }: Service): PlaceView {
  if (place.type !== 'addresses') return { confidential: place.type === 'confidential', addresses: [] }
  return {
    confidential: false,
    addresses: place.addresses.map(({ street, extra, postcode, town, directions }) => ({
      lines: [street, extra, [postcode, town].filter(Boolean).join(' ')].filter((line) => line !== ''),
      directions: shownText(directions, reader.order),
    })),
  }
}

function alertOf(reader: Reader, { alert }: Service): ShownText | undefined {
  const day = today(reader).toString()
  if (!alert || (alert.from && alert.from > day) || (alert.until && alert.until < day)) return undefined
  return shownText(alert.text, reader.order)
}

function alertUntilOf(reader: Reader, service: Service): string | undefined {
  const until = service.alert?.until
  if (!until || !alertOf(reader, service)) return undefined
  return reader.translator.t('service.alertUntil', { date: longDate(reader, until) })
}

function closureOf(reader: Reader, { closure }: Service): ServiceView['closure'] {
  if (!closure || (closure.to && closure.to < today(reader).toString())) return undefined
  const { t } = reader.translator
  const from = longDate(reader, closure.from)
  const begun = closure.from <= today(reader).toString()
  const open = begun ? 'service.closedSince' : 'service.closureOpen'
  const words = closure.to ? t('service.closure', { from, to: longDate(reader, closure.to) }) : t(open, { from })
  return { words, text: shownText(closure.text, reader.order), begun }
}

/** Nothing is hidden because nobody confirmed it: it is dated (domain.md, "Confirmation"). */
export function checkedOf(reader: Reader, { checked }: Service, reviewMonths: number): ServiceView['checked'] {
  const { t } = reader.translator
  if (!checked) return { words: t('service.notChecked'), stale: true }
  const due = Temporal.PlainDate.from(checked.on).add({ months: reviewMonths })
  const stale = Temporal.PlainDate.compare(due, today(reader)) < 0
  return { words: t(stale ? 'service.stale' : 'service.checked', { month: monthOf(reader, checked.on) }), stale }
}
