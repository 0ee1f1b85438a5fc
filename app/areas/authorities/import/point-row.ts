/** One row of a list that says where authorities are: what each column may hold. */

/** Why a row is refused: for pages by its key, for commands in a sentence. */
export const pointFaults = {
  'point-row': 'The row cannot be read.',
  'code-none': 'This is not a code, or a scheme and a code.',
  degrees: 'This is not a number of degrees such as 52.37.',
  'code-unknown': 'No authority of this country has this code.',
  'code-several': 'Several authorities have this code: write it with its scheme.',
} as const

export type PointFault = keyof typeof pointFaults

export type PointRow = {
  readonly line: number
  readonly scheme: string | null
  readonly code: string
  readonly latitude: number
  readonly longitude: number
}

const codePattern = /^(?:([A-Za-z][A-Za-z0-9_-]{0,19}):)?([^\s:;,]{1,40})$/

/** With a comma, too, as spreadsheets of some countries write it. */
function degrees(text: string, most: number): number | undefined {
  const plain = text.trim().replace(',', '.')
  if (!/^-?\d{1,3}(\.\d+)?$/.test(plain)) return undefined
  const value = Number(plain)
  return Math.abs(value) <= most ? value : undefined
}

type Refused = { readonly column: string; readonly fault: PointFault }

/** @returns `nowhere` for a row without a place. */
export function pointOf(line: number, cells: Readonly<Record<string, string>>): PointRow | Refused | 'nowhere' {
  const [latitude = '', longitude = ''] = [cells['latitude']?.trim(), cells['longitude']?.trim()]
  if (latitude === '' && longitude === '') return 'nowhere'
  const [, scheme, code] = codePattern.exec(cells['code']?.trim() ?? '') ?? []
  if (code === undefined) return { column: 'code', fault: 'code-none' }
  const [north, east] = [degrees(latitude, 90), degrees(longitude, 180)]
  if (north === undefined) return { column: 'latitude', fault: 'degrees' }
  if (east === undefined) return { column: 'longitude', fault: 'degrees' }
  const given = scheme ?? cells['scheme']?.trim()
  return { line, scheme: given ? given.toUpperCase() : null, code, latitude: north, longitude: east }
}
