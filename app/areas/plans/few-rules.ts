/** Figures of so few people that somebody could tell who they are: they stay out of everything public. Pure. */

/** Common indicators of people who were hurt. The catalogue is refused where its `smallStaysOut` says otherwise. */
export const smallStaysOut: ReadonlySet<string> = new Set(['children-helped', 'adults-helped', 'children-accompanied'])

/** From here on a figure is public. */
const fewest = 5

/** Nought tells of nobody. @param common id of the common indicator, null for one of the town's own. */
export const isFew = (common: string | null, value: number): boolean =>
  common !== null && smallStaysOut.has(common) && value > 0 && value < fewest
