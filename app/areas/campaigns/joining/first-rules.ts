/** How a town begins: three steps, and the kinds of help to answer first. Pure. */

interface Kind {
  readonly id: string
  readonly number: number
  readonly core: boolean
  readonly duty: boolean
}

const beginWith = 10

/**
 * The first ten of the core set that are help to call: those first that families look for and do not find, the others in the
 * order of the checklist. It puts what protects at once before what helps later; duties of the town as an employer are
 * nothing that families look for.
 *
 * @param sought ids of kinds of which enough searches were counted to be told, most searched first.
 */
export function kindsToBeginWith(kinds: readonly Kind[], sought: readonly string[] = []): string[] {
  const place = ({ id }: Kind) => (sought.includes(id) ? sought.indexOf(id) : sought.length)
  return kinds
    .filter(({ core, duty }) => core && !duty)
    .toSorted((a, b) => place(a) - place(b) || a.number - b.number)
    .slice(0, beginWith)
    .map(({ id }) => id)
}

export interface FirstSteps {
  /** Of the kinds to begin with. */
  readonly answered: number
  readonly kinds: number
  readonly published: boolean
}

export const firstStepCount = 3

/** Whoever is in the office has said who they are. */
export function stepsDone({ answered, kinds, published }: FirstSteps): number {
  return 1 + Number(answered >= kinds) + Number(published)
}
