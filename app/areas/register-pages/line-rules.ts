/** A line of the history as a reader sees it: what it holds in plain, what it only vouches for. */

/** `open`: its text stands beside it. `erased`: it stood there once. `closed`: it was never public. */
export type Vouched =
  | { readonly state: 'open'; readonly field: string; readonly salt: string; readonly value: string }
  | { readonly state: 'erased' | 'closed'; readonly field: string }

const ending = '_commitment'

/** @param open fields that are public unless they were erased. */
export function vouchedIn(
  line: Readonly<Record<string, string | number>>,
  openings: readonly { readonly field: string; readonly salt: string; readonly value: string }[],
  open: readonly string[],
): Vouched[] {
  return Object.keys(line)
    .filter((key) => key.endsWith(ending))
    .map((key): Vouched => {
      const field = key.slice(0, -ending.length)
      const opening = openings.find((each) => each.field === field)
      if (opening) return { state: 'open', ...opening }
      return { state: open.includes(field) ? 'erased' : 'closed', field }
    })
}

/** The text of a field as it stands today: that of the newest entry that has one. Undefined where none ever had it. */
export function textOf(
  field: string,
  history: readonly { readonly vouched: readonly Vouched[] }[],
): Vouched | undefined {
  return history.toReversed().flatMap(({ vouched }) => vouched.filter((each) => each.field === field))[0]
}
