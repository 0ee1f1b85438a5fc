/** Who is how near to whom. Pure. */

export interface Point {
  readonly latitude: number
  readonly longitude: number
}

const radians = (degrees: number) => (degrees * Math.PI) / 180
const earthKm = 6371

/** Along the surface. */
export function kmBetween(a: Point, b: Point): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2
  const along =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude)
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(along)))
}

/** Degrees from south to north. */
const cellHeight = 0.5
const cellWidth = 0.5

/** Of those that have a point, the ones that may be near to another: instead of asking each of a whole country. */
export class Neighbourhood<One> {
  readonly #cells = new Map<string, { readonly one: One; readonly at: number }[]>()
  #count = 0

  add(one: One, { latitude, longitude }: Point): void {
    const key = `${Math.floor(latitude / cellHeight)} ${Math.floor(longitude / cellWidth)}`
    const cell = this.#cells.get(key)
    const placed = { one, at: this.#count }
    this.#count += 1
    if (cell) cell.push(placed)
    else this.#cells.set(key, [placed])
  }

  /** All within so many kilometres, and some that are farther; as they were added. */
  around({ latitude, longitude }: Point, km: number): One[] {
    const tall = (km / earthKm / Math.PI) * 180
    const widest = Math.cos(radians(Math.min(89, Math.abs(latitude) + tall)))
    const found: { readonly one: One; readonly at: number }[] = []
    const between = (middle: number, reach: number, size: number) =>
      [Math.floor((middle - reach) / size), Math.floor((middle + reach) / size)] as const
    const [south, north] = between(latitude, tall, cellHeight)
    const [west, east] = between(longitude, tall / widest, cellWidth)
    for (let row = south; row <= north; row += 1) {
      for (let column = west; column <= east; column += 1) found.push(...(this.#cells.get(`${row} ${column}`) ?? []))
    }
    return found.toSorted((a, b) => a.at - b.at).map(({ one }) => one)
  }
}
