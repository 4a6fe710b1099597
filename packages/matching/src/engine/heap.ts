/** A binary heap of numbered nodes by their distance, which may shrink while a node is in it. */
export interface NodeHeap {
  /** Puts a node in, or moves it up after its distance shrank. O(log n). */
  readonly raise: (node: number) => void
  /** Takes out the nearest node; -1 when empty. O(log n). */
  readonly pop: () => number
  /** The nearest node, left in; -1 when empty. */
  readonly peek: () => number
  readonly clear: () => void
}

/** A heap over nodes 0 … n − 1 by the distances of an array that the caller writes before each `raise`. */
export const nodeHeap = (distance: Float64Array): NodeHeap => {
  const heap = new Int32Array(distance.length)
  const placeOf = new Int32Array(distance.length).fill(-1)
  let size = 0

  const put = (node: number, at: number): void => {
    heap[at] = node
    placeOf[node] = at
  }
  const up = (node: number, from: number): void => {
    const key = distance[node] ?? 0
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = heap[parent] ?? 0
      if ((distance[above] ?? 0) <= key) break
      put(above, at)
      at = parent
    }
    put(node, at)
  }
  const down = (node: number): void => {
    const key = distance[node] ?? 0
    let at = 0
    for (let child = 1; child < size; child = 2 * at + 1) {
      const right = child + 1
      const left = distance[heap[child] ?? 0] ?? 0
      if (right < size && (distance[heap[right] ?? 0] ?? 0) < left) child = right
      const below = heap[child] ?? 0
      if ((distance[below] ?? 0) >= key) break
      put(below, at)
      at = child
    }
    put(node, at)
  }
  return {
    raise: (node) => {
      const at = placeOf[node] ?? -1
      if (at >= 0) return up(node, at)
      size += 1
      up(node, size - 1)
    },
    pop: () => {
      if (size === 0) return -1
      const nearest = heap[0] ?? -1
      placeOf[nearest] = -1
      size -= 1
      if (size > 0) down(heap[size] ?? 0)
      return nearest
    },
    peek: () => (size === 0 ? -1 : (heap[0] ?? -1)),
    clear: () => {
      for (let at = 0; at < size; at += 1) placeOf[heap[at] ?? 0] = -1
      size = 0
    },
  }
}
