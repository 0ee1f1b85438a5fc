/** A QR code as one path, for a drawing of our own: nothing inline that the security policy refuses. */
export interface QrCode {
  /** Squares on each side, the quiet zone not counted. */
  readonly size: number
  /** A rectangle for each run of dark squares in a row. */
  readonly path: string
}

/** White around a code, in squares, without which no camera finds it. */
const quietZone = 4

/** The library is loaded with the first code. */
export async function qrCodeOf(text: string): Promise<QrCode> {
  const { create } = await import('qrcode')
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const rows = Array.from({ length: size }, (_, row) => [...data.subarray(row * size, (row + 1) * size)])
  return { size, path: rows.flatMap((cells, row) => runsOf(cells).map((run) => rectangle(run, row))).join('') }
}

interface Run {
  readonly from: number
  readonly length: number
}

/** Neighbours are drawn as one: between two a printer would leave a hair of white. */
function runsOf(cells: readonly number[]): Run[] {
  return [...cells.join('').matchAll(/1+/g)].map((run) => ({ from: run.index, length: run[0].length }))
}

const rectangle = ({ from, length }: Run, row: number): string => `M${from} ${row}h${length}v1h-${length}z`

/** The whole drawing, quiet zone included, as a document of its own. */
export function qrSvg({ size, path }: QrCode): string {
  const side = size + 2 * quietZone
  const box = `${-quietZone} ${-quietZone} ${side} ${side}`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="${side}" height="${side}"><path fill="#000" d="${path}"/></svg>`
}
