/** Europe as one map: from Iceland to the Caucasus, from the North Cape to Cyprus. Outlines as in `outlines.ts`. */
import { geoAzimuthalEqualArea, geoPath } from 'd3-geo'
import { feature, mesh } from 'topojson-client'
import { type MapFrame, readAtlas } from './outlines.ts'
import { thinned } from './thin.ts'

export interface EuropeFrame extends Pick<MapFrame, 'width' | 'height' | 'land' | 'at'> {
  /** Lines between countries, as the `d` of a path: for orientation alone. */
  readonly borders: string
}

const [width, height, margin] = [640, 528, 8]
/** Places at the edges: longitude, latitude. */
const corners = [
  [-24, 64],
  [-10, 36],
  [34, 34.5],
  [45, 40],
  [50, 42],
  [50, 38.5],
  [30, 71],
]

let drawn: EuropeFrame | undefined

/** Drawn once: it does not change. */
export function europeFrame(): EuropeFrame {
  drawn ??= draw()
  return drawn
}

function draw(): EuropeFrame {
  const world = readAtlas()
  const projection = geoAzimuthalEqualArea().rotate([-13, -52]).precision(0.5).clipAngle(60)
  projection.fitExtent(
    [
      [margin, margin],
      [width - margin, height - margin],
    ],
    { type: 'MultiPoint', coordinates: corners },
  )
  projection.clipExtent([
    [0, 0],
    [width, height],
  ])
  const path = geoPath(projection).digits(0)
  const land = path(feature(world, world.objects.land)) ?? ''
  const borders = path(mesh(world, world.objects.countries, (one, other) => one !== other)) ?? ''
  return {
    width,
    height,
    land: thinned(land, { least: 2.5, smallest: 2 }),
    borders: thinned(borders, { least: 2.5, smallest: 0 }),
    at: ({ latitude, longitude }) => {
      const point = projection([longitude, latitude])
      return point && point[0] >= 0 && point[0] <= width && point[1] >= 0 && point[1] <= height ? point : undefined
    },
  }
}
