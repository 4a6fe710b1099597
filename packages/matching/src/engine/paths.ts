import type { Flow, Side } from './flow.ts'
import { nodeHeap } from './heap.ts'

/** Shortest augmenting paths over a flow. Prices stay such that no untaken edge is worth more than its prices. */
export interface Paths {
  /** What each pair counts for beside its score, by now. */
  readonly bonus: () => number
  /** Places one more pair at the least cost in score, and raises the bonus by this cost; false if none fits. */
  readonly placeOneMore: () => boolean
}

/**
 * Dijkstra over people, mentees first: from mentees along untaken edges, back along taken ones. An edge costs what its
 * prices exceed its worth (or fall short of it, when taken), which is never negative.
 */
export const pathsOver = (flow: Flow, bonusBefore: number): Paths => {
  const { taken } = flow
  const { scoreOf } = flow.problem
  const menteeCount = flow.mentees.places.length
  const people = menteeCount + flow.mentors.places.length
  const distance = new Float64Array(people).fill(Infinity)
  const cameFrom = new Int32Array(people).fill(-1)
  const cameBy = new Int32Array(people).fill(-1)
  const touched = new Int32Array(people)
  const heap = nodeHeap(distance)
  let touchedCount = 0
  let bonus = bonusBefore

  const isMentee = (node: number): boolean => node < menteeCount
  const sideAt = (node: number): Side => (isMentee(node) ? flow.mentees : flow.mentors)
  const personAt = (node: number): number => (isMentee(node) ? node : node - menteeCount)
  const hasFreePlace = (node: number): boolean => {
    const { held, places } = sideAt(node)
    const person = personAt(node)
    return (held[person] ?? 0) < (places[person] ?? 0)
  }

  const relax = (node: number, cost: number, from: number, edge: number): void => {
    const before = distance[node] ?? Infinity
    if (cost >= before) return
    if (before === Infinity) {
      touched[touchedCount] = node
      touchedCount += 1
    }
    distance[node] = cost
    cameFrom[node] = from
    cameBy[node] = edge
    heap.raise(node)
  }

  /** Relaxes the edges of a node that are taken, or those that are not. */
  const scan = (node: number, flag: 0 | 1): void => {
    const here = isMentee(node) ? flow.mentees : flow.mentors
    const there = isMentee(node) ? flow.mentors : flow.mentees
    const offset = isMentee(node) ? menteeCount : 0
    const person = personAt(node)
    const near = distance[node] ?? 0
    const price = (here.prices[person] ?? 0) - bonus
    const sign = flag === 0 ? 1 : -1
    const end = here.first[person + 1] ?? 0
    for (let at = here.first[person] ?? 0; at < end; at += 1) {
      const edge = here.edgeOf === undefined ? at : (here.edgeOf[at] ?? 0)
      if (taken[edge] !== flag) continue
      const other = here.other[at] ?? 0
      const over = price + (there.prices[other] ?? 0) - (scoreOf[edge] ?? 0)
      relax(other + offset, near + sign * over, node, edge)
    }
  }

  const clear = (): void => {
    for (let i = 0; i < touchedCount; i += 1) distance[touched[i] ?? 0] = Infinity
    touchedCount = 0
    heap.clear()
  }

  const holdOneMore = (node: number): void => {
    const { held } = sideAt(node)
    const person = personAt(node)
    held[person] = (held[person] ?? 0) + 1
  }

  /** Takes and gives back the edges of the path in turn. */
  const flip = (end: number): number => {
    let node = end
    for (let from = cameFrom[node] ?? -1; from >= 0; from = cameFrom[node] ?? -1) {
      const edge = cameBy[node] ?? 0
      taken[edge] = taken[edge] === 1 ? 0 : 1
      node = from
    }
    return node
  }

  /** Runs until the nearest free place of a mentor. */
  const nearestEnd = (): { readonly end: number; readonly cost: number } => {
    for (let node = heap.pop(); node >= 0; node = heap.pop()) {
      if (!isMentee(node) && hasFreePlace(node)) return { end: node, cost: distance[node] ?? 0 }
      scan(node, isMentee(node) ? 0 : 1)
    }
    return { end: -1, cost: Infinity }
  }

  const placeOneMore = (): boolean => {
    for (let mentee = 0; mentee < menteeCount; mentee += 1)
      if (hasFreePlace(mentee)) relax(mentee, 0, -1, -1)
    const { end, cost } = nearestEnd()
    if (end >= 0) {
      for (let node = 0; node < people; node += 1) {
        const { prices } = sideAt(node)
        const who = personAt(node)
        const near = Math.min(distance[node] ?? Infinity, cost)
        prices[who] = (prices[who] ?? 0) + (isMentee(node) ? near : cost - near)
      }
      bonus += cost
      holdOneMore(flip(end))
      holdOneMore(end)
    }
    clear()
    return end >= 0
  }
  return { bonus: () => bonus, placeOneMore }
}
