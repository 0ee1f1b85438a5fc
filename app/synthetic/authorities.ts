/** Fictional authorities in the order of a directory: of each country its state, its regions, their districts, their towns. */
import { type Seeded, seeded } from './seeded.ts'

export interface SyntheticAuthority {
  readonly code: string
  readonly kind: 'country' | 'region' | 'district' | 'municipality'
  readonly country: string
  readonly name: string
  readonly language: string
  /** Code of the area it lies in; undefined: a state. */
  readonly area: string | undefined
  readonly latitude: number
  readonly longitude: number
}

interface Country {
  readonly code: string
  readonly language: string
  /** Degrees within which its fictional towns lie: south, north, west, east. */
  readonly box: readonly [number, number, number, number]
  readonly beginnings: readonly string[]
  readonly middles: readonly string[]
  readonly ends: readonly string[]
}

const german = {
  language: 'de',
  beginnings: [
    'Alt',
    'Birken',
    'Dorn',
    'Eschen',
    'Falken',
    'Grün',
    'Hasel',
    'Kiefern',
    'Lerchen',
    'Möwen',
    'Nuss',
    'Rüben',
  ],
  middles: ['au', 'bach', 'brunn', 'eck', 'feld', 'grund', 'höh', 'moor', 'tal', 'wies'],
  ends: ['burg', 'dorf', 'hausen', 'heim', 'ingen', 'rode', 'stetten', 'weiler'],
}
const english = {
  language: 'en',
  beginnings: ['Ash', 'Barrow', 'Cop', 'Dun', 'Elder', 'Fern', 'Gorse', 'Hazel', 'Lark', 'Marl', 'Otter', 'Thorn'],
  middles: ['beck', 'dale', 'field', 'ham', 'ley', 'mere', 'moor', 'ridge', 'well', 'wold'],
  ends: ['bourne', 'bridge', 'by', 'ford', 'minster', 'stead', 'thorpe', 'wick'],
}
const french = {
  language: 'fr',
  beginnings: ['Aube', 'Brou', 'Char', 'Épi', 'Fon', 'Geni', 'Lavan', 'Mar', 'Noise', 'Orme', 'Peupl', 'Sauge'],
  middles: ['bel', 'cour', 'dor', 'fleur', 'lieu', 'mont', 'pré', 'roche', 'val', 'vert'],
  ends: ['ac', 'ange', 'ay', 'court', 'elles', 'igny', 'oux', 'ville'],
}

/** The boxes are plain rectangles: nobody shall take one of these towns for a real one. */
const countries: readonly Country[] = [
  { ...german, code: 'DE', box: [48, 54, 7, 13] },
  { ...french, code: 'FR', box: [43.5, 49.5, 0, 6] },
  { ...english, code: 'GB', box: [51, 55, -3, 1] },
  { ...german, code: 'AT', box: [47, 48.5, 11, 16] },
  { ...english, code: 'IE', box: [52, 54.5, -9, -6.5] },
  { ...french, code: 'BE', box: [49.7, 51.2, 3, 6] },
]
const townsOfDistrict = 50
const districtsOfRegion = 40

/**
 * @param only ISO 3166-1 of one of the countries, for all of them in one.
 * @returns exactly as many as are wanted, the areas among them.
 */
export function* authoritiesOf(seed: string, wanted: number, only?: string): Generator<SyntheticAuthority> {
  const chosen = only === undefined ? countries : countries.filter(({ code }) => code === only)
  for (const [index, country] of chosen.entries()) {
    const share = Math.floor(wanted / chosen.length) + (index < wanted % chosen.length ? 1 : 0)
    yield* inCountry(seeded(seed, country.code), country, share)
  }
}

function* inCountry(random: Seeded, country: Country, wanted: number): Generator<SyntheticAuthority> {
  const [south, north, west, east] = country.box
  let centre = { latitude: 0, longitude: 0 }
  let district: string | undefined
  let region: string | undefined
  for (let made = 0; made < wanted; made += 1) {
    const kind = kindAt(made)
    if (kind !== 'municipality') {
      centre = { latitude: south + random.share() * (north - south), longitude: west + random.share() * (east - west) }
    }
    const code = `${country.code}-${made}`
    const area = { country: undefined, region: `${country.code}-0`, district: region, municipality: district }[kind]
    if (kind === 'region') region = code
    if (kind === 'district') district = code
    yield {
      ...{ code, kind, area, country: country.code, language: country.language },
      name: `${random.oneOf(country.beginnings)}${random.oneOf(country.middles)}${random.oneOf(country.ends)}`,
      latitude: near(random, centre.latitude, 0.2),
      longitude: near(random, centre.longitude, 0.3),
    }
  }
}

/** How many authorities a country of so many towns has, its areas and itself among them. */
export function authoritiesWith(towns: number): number {
  const districts = Math.ceil(towns / townsOfDistrict)
  return 1 + Math.ceil(districts / districtsOfRegion) + districts + towns
}

/** Of the authority with this number in its country: a state, then regions of districts of towns. */
function kindAt(number: number): SyntheticAuthority['kind'] {
  if (number === 0) return 'country'
  const inRegion = (number - 1) % (1 + districtsOfRegion * (1 + townsOfDistrict))
  if (inRegion === 0) return 'region'
  return (inRegion - 1) % (1 + townsOfDistrict) === 0 ? 'district' : 'municipality'
}

/** At most so many degrees away. */
export const near = (random: Seeded, degrees: number, farthest: number): number =>
  Math.round((degrees + (random.share() * 2 - 1) * farthest) * 1e6) / 1e6
