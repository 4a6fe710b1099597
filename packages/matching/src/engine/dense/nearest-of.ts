/** A few numbered nodes by a distance that may change while they wait. */
export interface NearestOf {
  readonly add: (node: number) => void
  /** The least distance; ∞ when empty. O(nodes waiting). */
  readonly distance: () => number
  /** Takes out the node that `distance` found last. */
  readonly take: () => number
  readonly clear: () => void
}

export const nearestOf = (distances: Float64Array): NearestOf => {
  const waiting: Array<number> = []
  let found = -1
  return {
    add: (node) => {
      waiting.push(node)
    },
    distance: () => {
      let least = Infinity
      found = -1
      for (let at = 0; at < waiting.length; at += 1) {
        const distance = distances[waiting[at] ?? 0] ?? Infinity
        if (distance < least) {
          least = distance
          found = at
        }
      }
      return least
    },
    take: () => {
      const node = waiting[found] ?? -1
      const last = waiting.pop() ?? -1
      if (found < waiting.length) waiting[found] = last
      return node
    },
    clear: () => {
      waiting.length = 0
    },
  }
}
