import type { Flow, Side } from './flow.ts'
import { nodeHeap } from './heap.ts'

/** Shortest augmenting paths over a flow. Prices stay such that no untaken edge is worth more than its prices. */
export interface Search {
  /** What each pair counts for beside its score, by now. */
  readonly bonus: () => number
  /** Sets a newcomer's price as low as their edges allow. O(their edges). */
  readonly price: (role: Role, person: number) => void
  /** Fills a newcomer's places while this is worth more than it costs: one path each. */
  readonly place: (role: Role, person: number) => void
  /** Places one more pair at the least cost in score, and raises the bonus by this cost; false if none fits. */
  readonly placeOneMore: () => boolean
}

type Role = 'mentor' | 'mentee'

/**
 * Dijkstra over people, mentees first: from a side along untaken edges, back along taken ones. An edge costs what its
 * prices exceed its worth (or fall short of it, when taken), which is never negative.
 */
export const searchFor = (flow: Flow, bonusBefore: number): Search => {
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

  const sideOf = (role: Role): Side => (role === 'mentee' ? flow.mentees : flow.mentors)
  const nodeOf = (role: Role, person: number): number =>
    role === 'mentee' ? person : menteeCount + person
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
  const scan = (node: number, flag: 0 | 1, most: number): void => {
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
      const cost = near + sign * over
      if (cost < most) relax(other + offset, cost, node, edge)
    }
  }

  const clear = (): void => {
    for (let i = 0; i < touchedCount; i += 1) distance[touched[i] ?? 0] = Infinity
    touchedCount = 0
    heap.clear()
  }

  const changeHeld = (node: number, by: number): void => {
    const { held } = sideAt(node)
    const person = personAt(node)
    held[person] = (held[person] ?? 0) + by
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

  /** Runs until the nearest end: a free place opposite, or, if `mayDrop`, a place of the same side given up at its price. */
  const nearestEnd = (fromMentee: boolean, mayDrop: boolean): { end: number; cost: number } => {
    let [end, cost] = [-1, Infinity]
    for (let node = heap.pop(); node >= 0; node = heap.pop()) {
      const near = distance[node] ?? 0
      if (near >= cost) break
      if (isMentee(node) === fromMentee) {
        const dropped = near + (sideAt(node).prices[personAt(node)] ?? 0)
        if (mayDrop && dropped < cost) [end, cost] = [node, dropped]
        scan(node, 0, cost)
      } else if (hasFreePlace(node)) {
        return { end: node, cost: near }
      } else {
        scan(node, 1, cost)
      }
    }
    return { end, cost }
  }

  const price = (role: Role, person: number): void => {
    const { first, edgeOf, other, prices } = sideOf(role)
    const opposite = sideOf(role === 'mentee' ? 'mentor' : 'mentee').prices
    let highest = 0
    const end = first[person + 1] ?? 0
    for (let at = first[person] ?? 0; at < end; at += 1) {
      const edge = edgeOf === undefined ? at : (edgeOf[at] ?? 0)
      if (taken[edge] === 1) continue
      highest = Math.max(highest, (scoreOf[edge] ?? 0) + bonus - (opposite[other[at] ?? 0] ?? 0))
    }
    prices[person] = highest
  }

  const place = (role: Role, person: number): void => {
    const { prices } = sideOf(role)
    const start = nodeOf(role, person)
    while (hasFreePlace(start) && (prices[person] ?? 0) > 0) {
      relax(start, 0, -1, -1)
      const { end, cost } = nearestEnd(role === 'mentee', true)
      for (let i = 0; i < touchedCount; i += 1) {
        const node = touched[i] ?? 0
        const by = cost - (distance[node] ?? 0)
        if (by <= 0) continue
        const paid = sideAt(node).prices
        const who = personAt(node)
        paid[who] = (paid[who] ?? 0) + (isMentee(node) === isMentee(start) ? -by : by)
      }
      if (end !== start) {
        flip(end)
        changeHeld(start, 1)
        changeHeld(end, isMentee(end) === isMentee(start) ? -1 : 1)
      }
      clear()
    }
  }

  const placeOneMore = (): boolean => {
    for (let mentee = 0; mentee < menteeCount; mentee += 1)
      if (hasFreePlace(mentee)) relax(mentee, 0, -1, -1)
    const { end, cost } = nearestEnd(true, false)
    if (end >= 0) {
      for (let node = 0; node < people; node += 1) {
        const { prices } = sideAt(node)
        const who = personAt(node)
        const near = Math.min(distance[node] ?? Infinity, cost)
        prices[who] = (prices[who] ?? 0) + (isMentee(node) ? near : cost - near)
      }
      bonus += cost
      changeHeld(flip(end), 1)
      changeHeld(end, 1)
    }
    clear()
    return end >= 0
  }
  return { bonus: () => bonus, price, place, placeOneMore }
}
