/** Circles in a graph of what imports what. */

/** From each node to the nodes it needs. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>

/** Everything that can be reached from a node over at least one edge. */
export function reachable(graph: Graph, from: string): Set<string> {
  const found = new Set<string>()
  const open = [...(graph.get(from) ?? [])]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (found.has(node)) continue
    found.add(node)
    open.push(...(graph.get(node) ?? []))
  }
  return found
}

/** Groups of nodes of which each can be reached from each, sorted; a node that needs itself is a group of one. */
export function cycles(graph: Graph): string[][] {
  const reach = new Map([...graph.keys()].map((node) => [node, reachable(graph, node)]))
  const circular = [...graph.keys()].filter((node) => reach.get(node)?.has(node)).sort()
  const groups = circular.map((node) =>
    circular.filter((other) => reach.get(node)?.has(other) && reach.get(other)?.has(node)),
  )
  return groups.filter((group, index) => group[0] === circular[index])
}
