import type { Arcs } from './arcs.ts'
import { type Tree, rehang } from './tree.ts'

/** Where the flow of an arc stands: empty, somewhere in the tree, or full. */
export const empty = 1
export const inTree = 0
export const full = -1

/** A network simplex under work: arcs, what each stands at, and the tree. */
export interface Simplex {
  readonly arcs: Arcs
  readonly state: Int8Array
  readonly tree: Tree
}

/** Arcs looked at for one pivot, at least. */
const smallestBlock = 64

/** The arc of the next block that gains most by a change; -1 once no arc of all gains. */
const openSearch = ({ arcs, state, tree }: Simplex): (() => number) => {
  const { source, target, gain } = arcs
  const { price } = tree
  const count = source.length
  const block = Math.max(smallestBlock, Math.floor(Math.sqrt(count)))
  let from = 0
  return () => {
    let [best, most, left] = [-1, 0, block]
    for (let looked = 0; looked < count; looked += 1) {
      const arc = from
      from = from + 1 < count ? from + 1 : 0
      const rise =
        (state[arc] ?? 0) *
        ((gain[arc] ?? 0) + (price[source[arc] ?? 0] ?? 0) - (price[target[arc] ?? 0] ?? 0))
      if (rise > most) [best, most] = [arc, rise]
      left -= 1
      if (left > 0) continue
      if (best >= 0) return best
      left = block
    }
    return best
  }
}

const joinOf = ({ parent, depth }: Tree, one: number, other: number): number => {
  let [a, b] = [one, other]
  while (a !== b) {
    if ((depth[a] ?? 0) >= (depth[b] ?? 0)) a = parent[a] ?? 0
    else b = parent[b] ?? 0
  }
  return a
}

/**
 * Brings one arc in: flow goes around the cycle that it closes until an arc is empty or full, which leaves. Of several the
 * last one in the direction of the flow from where the paths join: so the tree stays strongly feasible, and no sequence of
 * pivots repeats (Cunningham 1976).
 */
const pivot = ({ arcs, state, tree }: Simplex, entering: number): void => {
  const { source, target, capacity, flow } = arcs
  const { parent, pred } = tree
  const rises = state[entering] === empty
  const tail = (rises ? source[entering] : target[entering]) ?? 0
  const head = (rises ? target[entering] : source[entering]) ?? 0
  const join = joinOf(tree, tail, head)
  let [room, cut, cutBelowTail] = [capacity[entering] ?? 0, -1, false]
  const roomAt = (node: number, upwards: boolean): number => {
    const arc = pred[node] ?? 0
    return (source[arc] === node) === upwards
      ? (capacity[arc] ?? 0) - (flow[arc] ?? 0)
      : (flow[arc] ?? 0)
  }
  for (let node = tail; node !== join; node = parent[node] ?? 0) {
    const here = roomAt(node, false)
    if (here < room) [room, cut, cutBelowTail] = [here, node, true]
  }
  for (let node = head; node !== join; node = parent[node] ?? 0) {
    const here = roomAt(node, true)
    if (here <= room) [room, cut, cutBelowTail] = [here, node, false]
  }
  if (room > 0) {
    flow[entering] = (flow[entering] ?? 0) + (rises ? room : -room)
    for (let node = tail; node !== join; node = parent[node] ?? 0) {
      const arc = pred[node] ?? 0
      flow[arc] = (flow[arc] ?? 0) + (source[arc] === node ? -room : room)
    }
    for (let node = head; node !== join; node = parent[node] ?? 0) {
      const arc = pred[node] ?? 0
      flow[arc] = (flow[arc] ?? 0) + (source[arc] === node ? room : -room)
    }
  }
  if (cut < 0) {
    state[entering] = rises ? full : empty
    return
  }
  const leaving = pred[cut] ?? 0
  state[leaving] = flow[leaving] === 0 ? empty : full
  state[entering] = inTree
  const [node, under] = cutBelowTail ? [tail, head] : [head, tail]
  rehang(tree, arcs, { cut, node, under, by: entering })
}

/** Pivots until no change of flow gains. False if told to stop. */
export const maximise = (simplex: Simplex, goesOn: (pivots: number) => boolean): boolean => {
  const next = openSearch(simplex)
  let pivots = 0
  for (let arc = next(); arc >= 0; arc = next()) {
    pivots += 1
    if ((pivots & 1023) === 0 && !goesOn(pivots)) return false
    pivot(simplex, arc)
  }
  return true
}
