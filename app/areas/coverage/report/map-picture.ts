/** The map of members as a picture for a document. */
import type { MapFrame } from '../../../platform/map/outlines.ts'
import type { DrawnSpots } from '../map-rules.ts'

const dots = {
  silent: { colour: '#17323a', width: 6 },
  invited: { colour: '#b03c20', width: 5 },
  staffed: { colour: '#c98a1b', width: 6 },
  published: { colour: '#0d5c66', width: 8 },
} as const

/** @returns SVG without text: what it says stands beside it. */
export function mapPicture(
  { width, height, land, country }: Pick<MapFrame, 'width' | 'height' | 'land' | 'country'>,
  { steps }: DrawnSpots,
): string {
  const line = (d: string, colour: string, wide: number) =>
    d === '' ? '' : `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${wide}" stroke-linecap="round"/>`
  const spots = steps.map(({ step, path }) => {
    const { colour, width: wide } = dots[step]
    return line(path, colour, wide) + (step === 'silent' ? line(path, '#ffffff', wide - 2.5) : '')
  })
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="#e5f0ee"/><path d="${land}" fill="#f1ebe1"/>` +
    `<path d="${country}" fill="#ffffff" stroke="#75878b"/>${spots.join('')}</svg>`
  )
}
