/** Lets so many through at a time; the others wait, first come first served. */
export interface Turns {
  /** Is done when it is the caller's turn, with how to end it. Who does not want it any more ends it all the same. */
  readonly take: () => Promise<() => void>
}

export const openTurns = (most: number): Turns => {
  const waiting: Array<() => void> = []
  let free = most
  const end = (): void => {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  }
  const turn = (): (() => void) => {
    let isOver = false
    return () => {
      if (!isOver) end()
      isOver = true
    }
  }
  return {
    take: () =>
      new Promise((done) => {
        if (free > 0) {
          free -= 1
          done(turn())
        } else waiting.push(() => done(turn()))
      }),
  }
}
