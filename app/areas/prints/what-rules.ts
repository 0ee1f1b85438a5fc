/** What is ordered, as one word: a paper of the town, or a resource of the toolkit. Pure. */

const prefix = 'resource '
export const ofResource = (id: string): string => `${prefix}${id}`

/** @param names how each is called: papers by their word, resources by their id. */
export function whatName(
  what: string,
  names: { paper(word: string): string; readonly resources: ReadonlyMap<string, string> },
): string {
  if (!what.startsWith(prefix)) return names.paper(what)
  const id = what.slice(prefix.length)
  return names.resources.get(id) ?? id
}
