/** What is to happen at a time. */
export interface Timer {
  readonly at: number
  /** Of two at the same time the one that was set first goes first. */
  readonly number: number
  readonly ring: () => void
  isStopped: boolean
}

/** Timers in the order in which they ring. */
export interface Timers {
  readonly set: (at: number, ring: () => void) => Timer
  /** Takes out the next one that was not stopped, if it rings by then. */
  readonly next: (latest: number) => Timer | undefined
}

const isFirst = (a: Timer, b: Timer): boolean =>
  a.at < b.at || (a.at === b.at && a.number < b.number)

/** A heap: O(log n) for each. */
export const newTimers = (): Timers => {
  const heap: Array<Timer> = []
  let number = 0

  const up = (timer: Timer): void => {
    let place = heap.length
    heap.push(timer)
    for (let above = (place - 1) >> 1; place > 0; above = (place - 1) >> 1) {
      const other = heap[above]
      if (other === undefined || !isFirst(timer, other)) break
      heap[place] = other
      place = above
    }
    heap[place] = timer
  }

  const down = (timer: Timer): void => {
    let place = 0
    for (;;) {
      const [left, right] = [2 * place + 1, 2 * place + 2]
      const [one, other] = [heap[left], heap[right]]
      const isRight = other !== undefined && one !== undefined && isFirst(other, one)
      const [below, child] = isRight ? [right, other] : [left, one]
      if (child === undefined || isFirst(timer, child)) break
      heap[place] = child
      place = below
    }
    heap[place] = timer
  }

  const take = (): void => {
    const last = heap.pop()
    if (last !== undefined && heap.length > 0) down(last)
  }

  return {
    set: (at, ring) => {
      number += 1
      const timer = { at, number, ring, isStopped: false }
      up(timer)
      return timer
    },
    next: (latest) => {
      for (let first = heap[0]; first !== undefined; first = heap[0]) {
        if (first.isStopped) {
          take()
          continue
        }
        if (first.at > latest) return undefined
        take()
        return first
      }
      return undefined
    },
  }
}
