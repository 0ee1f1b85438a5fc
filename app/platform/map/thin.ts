/** Outlines with as few points as a small drawing can show. */

interface Thinness {
  /** Points nearer than this to the one before are left out. */
  readonly least: number
  /** Parts smaller than this are left out. */
  readonly smallest: number
}

type Point = readonly [x: number, y: number]

/** @param path the `d` of a path of straight lines between whole numbers, as d3-geo writes it. @returns the same, relative. */
export function thinned(path: string, { least, smallest }: Thinness): string {
  return path
    .split('M')
    .slice(1)
    .flatMap((part) => {
      const points = part
        .replace('Z', '')
        .split('L')
        .map((pair): Point => {
          const [x = 0, y = 0] = pair.split(',').map(Number)
          return [x, y]
        })
      return extentOf(points) < smallest ? [] : [written(spaced(points, least)) + (part.endsWith('Z') ? 'z' : '')]
    })
    .join('')
}

function extentOf(points: readonly Point[]): number {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys))
}

/** The first and the last point stay. */
function spaced(points: readonly Point[], least: number): Point[] {
  const kept: Point[] = []
  for (const [index, point] of points.entries()) {
    const before = kept.at(-1)
    const far = !before || Math.hypot(point[0] - before[0], point[1] - before[1]) >= least
    if (far || index === points.length - 1) kept.push(point)
  }
  return kept
}

function written(points: readonly Point[]): string {
  const steps = points.map(([x, y], index) => {
    const [fromX, fromY] = points[index - 1] ?? [0, 0]
    return `${x - fromX} ${y - fromY}`
  })
  const [first = '', ...more] = steps
  return `M${first}${more.length > 0 ? `l${more.join(' ').replaceAll(' -', '-')}` : 'h0'}`
}
