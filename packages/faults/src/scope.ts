/** What is to be undone at the end, whatever happens: the latest first. */
export interface Scope {
  readonly defer: (undo: () => Promise<void> | void) => void
  readonly close: () => Promise<void>
}

export const newScope = (): Scope => {
  const undoing: Array<() => Promise<void> | void> = []
  return {
    defer: (undo) => void undoing.push(undo),
    close: async () => {
      for (let undo = undoing.pop(); undo !== undefined; undo = undoing.pop())
        await Promise.resolve(undo()).catch(() => undefined)
    },
  }
}

/** A scope of its own within another one, for the length of some work. */
export const within = async <A>(outer: Scope, work: (scope: Scope) => Promise<A>): Promise<A> => {
  const inner = newScope()
  outer.defer(inner.close)
  try {
    return await work(inner)
  } finally {
    await inner.close()
  }
}
