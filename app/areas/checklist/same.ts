/** Equal as JSON, whatever the order of members. */
export function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  if (Array.isArray(a) !== Array.isArray(b) || left.size !== right.size) return false
  return [...left].every(([key, value]) => right.has(key) && same(value, right.get(key)))
}
