/** What a fictional authority has published: answers to all kinds, and services with the facts that a careful town gives. */
import type { Answer, Checklist, LocalText, Service, ServiceFacts, SnapshotDocument } from '../areas/checklist/index.ts'
import { near, type SyntheticAuthority } from './authorities.ts'
import { idFrom, type Seeded, seeded } from './seeded.ts'

export interface SyntheticDeps {
  readonly checklist: Checklist
  /** What families call a kind, in one of the languages of the catalogues. */
  readonly kindName: (kind: string, language: string) => string
}

/** One in so many services of the kind has no address at all. */
const confidentialKind = 'safe-place-to-stay'
const withAddress = 0.8
const withSecondLanguage = 0.25
const houses = {
  de: ['Ahornhaus', 'Brückenhaus', 'Haus Kompass', 'Haus Lindenstern', 'Laterne', 'Regenbogenhaus', 'Haus Weitblick'],
  en: [
    'Compass House',
    'Harbour Light',
    'Lantern House',
    'Maple House',
    'Rainbow House',
    'Open Door',
    'Stepping Stones',
  ],
  fr: ['La Boussole', 'La Lanterne', 'La Passerelle', 'Le Tilleul', 'Maison Arc-en-ciel', 'Le Phare', 'Porte ouverte'],
}
const streets = { de: 'Musterstraße', en: 'Sample Street', fr: 'rue de l’Exemple' }

const isLanguage = (language: string): language is keyof typeof houses => language in houses

const words = (texts: Readonly<Record<string, string>>): LocalText =>
  Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, { text, origin: 'machine' as const }]))

/**
 * The first version of an authority, the same for the same seed and day.
 *
 * @param id of the authority in the database.
 * @param services how many.
 */
export function documentOf(
  deps: SyntheticDeps,
  seed: string,
  { id, ...authority }: SyntheticAuthority & { readonly id: string },
  { services, at }: { readonly services: number; readonly at: Temporal.Instant },
): SnapshotDocument {
  const random = seeded(seed, authority.code, 'services')
  const day = at.toZonedDateTimeISO('UTC').toPlainDate()
  const kinds = deps.checklist.kinds.filter(({ duty }) => !duty)
  const answers = deps.checklist.kinds.map(
    ({ id: kind }): Answer => ({
      ...{ kind, status: 'available', plannedFor: null, note: {} },
      answeredOn: day.subtract({ days: random.below(300) }).toString(),
    }),
  )
  const made = Array.from({ length: services }, (_, index): Service => {
    const kind = kinds[index % kinds.length]?.id ?? confidentialKind
    return { ...factsOf(deps, random, authority, kind, day), id: idFrom(seed, authority.code, index) }
  })
  const introduction = words({ [authority.language]: authority.name })
  return {
    ...{ authority: id, version: 1, publishedAt: at.toString({ smallestUnit: 'millisecond' }) },
    ...{ introduction, answers, services: made },
  }
}

function factsOf(
  { kindName }: SyntheticDeps,
  random: Seeded,
  { name, language, latitude, longitude }: SyntheticAuthority,
  kind: string,
  day: Temporal.PlainDate,
): ServiceFacts {
  const own = isLanguage(language) ? language : 'en'
  const house = random.oneOf(houses[own])
  const called = (inLanguage: string) => `${kindName(kind, inLanguage)}, ${name}`
  const names = random.share() < withSecondLanguage ? [own, 'ar'] : [own]
  const street = streets[own]
  return {
    kinds: [kind],
    name: words(Object.fromEntries(names.map((each) => [each, called(each)]))),
    whatHappens: words({ [own]: `${kindName(kind, own)}. ${house}, ${name}.` }),
    audiences: [random.oneOf(['children', 'teens', 'parents', 'families', 'everyone'] as const)],
    ages: random.share() < 0.3 ? { min: random.below(10), max: 18 } : null,
    provider: `${house} ${name}`,
    serves: [],
    areaNote: {},
    phones: [phone(random, own)],
    email: null,
    web: null,
    chat: null,
    place:
      kind === confidentialKind
        ? { type: 'confidential' }
        : random.share() < withAddress
          ? { type: 'addresses', addresses: [address(random, { street, town: name, latitude, longitude })] }
          : { type: 'none' },
    hours: hours(random),
    fee: random.oneOf(['free', 'free', 'partly', null] as const),
    feeNote: {},
    languages: [own],
    interpreters: random.oneOf(['yes', 'on-request', null] as const),
    accessFeatures: random.share() < 0.5 ? ['step-free'] : [],
    accessNote: {},
    parentNeeded: random.oneOf(['no', 'depends', null] as const),
    parentNote: {},
    tellsOthers: random.oneOf(['in-danger', 'depends', null] as const),
    tellsNote: {},
    anonymous: random.oneOf([true, null]),
    howDecided: {},
    howToComplain: {},
    alert: null,
    closure: null,
    checked: { on: day.subtract({ days: random.below(200) }).toString(), by: 'office' },
  }
}

/** Of the numbers that the United Kingdom keeps for fiction (`data/demonstration/phone-ranges.json`). */
function phone(random: Seeded, language: string): ServiceFacts['phones'][number] {
  return {
    number: `+44 808 157 0${String(random.below(1000)).padStart(3, '0')}`,
    ...{ label: {}, channels: ['voice'], hours: {}, cost: 'free', showsOnBill: null, fictional: true },
    languages: random.share() < 0.2 ? [language, 'ar'] : [language],
  }
}

function address(
  random: Seeded,
  at: { readonly street: string; readonly town: string; readonly latitude: number; readonly longitude: number },
) {
  return {
    street: `${at.street} ${1 + random.below(90)}`,
    ...{ extra: '', town: at.town, directions: {} },
    postcode: String(10_000 + random.below(90_000)),
    latitude: near(random, at.latitude, 0.04),
    longitude: near(random, at.longitude, 0.06),
  }
}

function hours(random: Seeded): ServiceFacts['hours'] {
  const always = random.share() < 0.1
  const opens = random.oneOf(['08:00', '09:00', '10:00'])
  return {
    ...{ always, fortnightly: [], exceptions: [], publicHolidays: always ? null : 'closed', note: {}, whenClosed: {} },
    weekly: always ? [] : [1, 2, 3, 4, 5].map((day) => ({ day, opens, closes: '17:00' })),
    appointment: random.oneOf(['not-needed', 'possible', 'required', null] as const),
  }
}
