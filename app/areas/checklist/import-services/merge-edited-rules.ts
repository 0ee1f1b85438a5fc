/**
 * What went out, was edited elsewhere and comes in again. A format holds less than a draft does: so the draft is put into
 * the same format once more, and only what differs from that has been edited.
 */

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Equal as JSON; a member that is undefined is absent. */
function equal(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each, index) => equal(each, other[index]))
  }
  if (!isObject(one) || !isObject(other)) return Object.is(one, other)
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => equal(one[key], other[key]))
}

/**
 * @param draft what stands here.
 * @param out the draft as it goes out and would be read again.
 * @param came what has been read.
 * @returns the draft with what was edited.
 */
export function mergeEdited(draft: unknown, out: unknown, came: unknown): unknown {
  if (equal(out, came)) return draft
  if (isObject(draft) && isObject(out) && isObject(came)) return mergeMembers(draft, out, came)
  if (Array.isArray(draft) && Array.isArray(out) && Array.isArray(came)) return mergeLists(draft, out, came)
  return came
}

function mergeMembers(
  draft: Readonly<Record<string, unknown>>,
  out: Readonly<Record<string, unknown>>,
  came: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const keys = new Set([...Object.keys(draft), ...Object.keys(came)])
  const merged = [...keys].map((key) => [key, mergeEdited(draft[key], out[key], came[key])] as const)
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined))
}

/** What stands unchanged keeps all that is known of it, wherever it stands now. */
function mergeLists(draft: readonly unknown[], out: readonly unknown[], came: readonly unknown[]): unknown[] {
  const beyond = draft.slice(out.length)
  if (came.length === out.length) {
    return [...came.map((each, index) => mergeEdited(draft[index] ?? each, out[index], each)), ...beyond]
  }
  const left = new Set(out.keys())
  const found = came.map((each) => {
    const index = [...left].find((at) => equal(out[at], each))
    if (index === undefined) return each
    left.delete(index)
    return draft[index] ?? each
  })
  return [...found, ...beyond]
}
