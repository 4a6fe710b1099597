/** Somebody in the graph of managers. */
export interface LineNode {
  readonly id: string
  /** Numbers of the direct managers who are in the source. */
  readonly inside: ReadonlyArray<string>
  /** Numbers of the direct managers outside it, above whom nobody stands. */
  readonly outside: ReadonlyArray<string>
  /** Whether something about their own managers is unclear; then their line is unknown. */
  readonly isUnclear: boolean
}

/** More people above somebody than this are too many for a line of management, and are not followed further. */
export const mostAbove = 64

/** The lines of management of a source. */
export interface Lines {
  /** Everybody above, nearest first, up to one more than `mostAbove`; `undefined` where it is not known. O(people above). */
  readonly chainOf: (id: string) => ReadonlyArray<string> | undefined
  /** Rounds that a line goes, each from its first member. */
  readonly rounds: ReadonlyArray<ReadonlyArray<string>>
  /** Somebody above whose own fault it is that a line is unknown; the first one found. */
  readonly faultAbove: (id: string) => string | undefined
}

/** Takes away, from the top down, everybody all of whose managers are gone; who is left goes round, or hangs on who does. */
const fromTheTop = (nodes: ReadonlyMap<string, LineNode>): ReadonlyArray<string> => {
  const below = new Map<string, Array<string>>()
  const waiting = new Map<string, number>()
  const order: Array<string> = []
  for (const { id, inside } of nodes.values()) {
    waiting.set(id, inside.length)
    if (inside.length === 0) order.push(id)
    for (const above of inside) {
      const some = below.get(above)
      if (some === undefined) below.set(above, [id])
      else some.push(id)
    }
  }
  for (let at = 0; at < order.length; at += 1)
    for (const id of below.get(order[at] ?? '') ?? []) {
      const left = (waiting.get(id) ?? 0) - 1
      waiting.set(id, left)
      if (left === 0) order.push(id)
    }
  return order
}

/** The rounds among people of whom each has a manager among them: from everybody up by the first one until one comes again. */
const roundsAmong = (
  nodes: ReadonlyMap<string, LineNode>,
  left: ReadonlySet<string>,
): ReadonlyArray<ReadonlyArray<string>> => {
  const seen = new Map<string, number>()
  const rounds: Array<ReadonlyArray<string>> = []
  let trip = 0
  for (const start of left) {
    trip += 1
    const path: Array<string> = []
    let id: string | undefined = start
    while (id !== undefined && !seen.has(id)) {
      seen.set(id, trip)
      path.push(id)
      id = nodes.get(id)?.inside.find((above) => left.has(above))
    }
    if (id !== undefined && seen.get(id) === trip) rounds.push(path.slice(path.indexOf(id)))
  }
  return rounds
}

/** Follows the managers of everybody. O(people + managers). */
export const linesOf = (all: ReadonlyArray<LineNode>): Lines => {
  const nodes = new Map(all.map((node) => [node.id, node]))
  const order = fromTheTop(nodes)
  const reached = new Set(order)
  const left = new Set([...nodes.keys()].filter((id) => !reached.has(id)))
  const rounds = roundsAmong(nodes, left)
  /** Of everybody whose line is unknown, whose fault it is. */
  const faults = new Map<string, string>()
  for (const round of rounds) for (const id of round) faults.set(id, round[0] ?? id)
  for (const id of order) {
    const node = nodes.get(id)
    const fault = node?.isUnclear === true ? id : firstFault(node, faults)
    if (fault !== undefined) faults.set(id, fault)
  }
  // By the first manager who was not reached either, everybody comes to one of the rounds.
  for (const id of left) if (!faults.has(id)) hang(id, nodes, left, faults)

  return {
    rounds,
    faultAbove: (id) => faults.get(id),
    chainOf: (id) => {
      if (faults.has(id) || !nodes.has(id)) return undefined
      const chain = new Set<string>()
      let level: ReadonlyArray<string> = [id]
      while (level.length > 0 && chain.size <= mostAbove) {
        const next: Array<string> = []
        for (const one of level) {
          const { inside = [], outside = [] } = nodes.get(one) ?? {}
          for (const above of [...inside, ...outside])
            if (!chain.has(above) && above !== id) {
              chain.add(above)
              next.push(above)
            }
        }
        level = next
      }
      return [...chain]
    },
  }
}

const firstFault = (
  node: LineNode | undefined,
  faults: ReadonlyMap<string, string>,
): string | undefined =>
  node?.inside.map((above) => faults.get(above)).find((one) => one !== undefined)

/** Goes up among people who hang on rounds until whose fault it is is known, and tells all on the way. */
const hang = (
  start: string,
  nodes: ReadonlyMap<string, LineNode>,
  left: ReadonlySet<string>,
  faults: Map<string, string>,
): void => {
  const path: Array<string> = []
  let id: string | undefined = start
  while (id !== undefined && !faults.has(id)) {
    path.push(id)
    id = nodes.get(id)?.inside.find((above) => left.has(above))
  }
  const fault = (id === undefined ? undefined : faults.get(id)) ?? start
  for (const one of path) faults.set(one, fault)
}
