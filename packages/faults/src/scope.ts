type Undo = () => unknown

/** What is to be undone at the end, whatever happens: the latest first. */
export interface Scope {
  /** What is deferred once the scope is closed is undone at once. */
  readonly defer: (undo: Undo) => void
  /** Opens something that takes a while: whoever closes meanwhile waits for it, and undoes it. */
  readonly acquire: <A>(
    open: () => Promise<A>,
    undo: (opened: A) => Promise<unknown> | undefined,
  ) => Promise<A>
  readonly isClosed: () => boolean
  readonly close: () => Promise<void>
}

/** A scope was closed under somebody's hands. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted')
  }
}

const quietly = async (undo: Undo): Promise<void> => {
  try {
    await undo()
  } catch {
    // What cannot be undone is gone already, or stays; the others are undone in any case.
  }
}

export const newScope = (): Scope => {
  const undoing: Array<Undo> = []
  const opening = new Set<Promise<unknown>>()
  let isClosed = false
  return {
    defer: (undo) => {
      if (isClosed) void quietly(undo)
      else undoing.push(undo)
    },
    acquire: async (open, undo) => {
      if (isClosed) throw new Interrupted()
      const opened = open().then((one) => {
        undoing.push(() => undo(one))
        return one
      })
      opening.add(opened)
      try {
        return await opened
      } finally {
        opening.delete(opened)
      }
    },
    isClosed: () => isClosed,
    close: async () => {
      isClosed = true
      await Promise.allSettled(opening)
      for (let undo = undoing.pop(); undo !== undefined; undo = undoing.pop()) await quietly(undo)
    },
  }
}

/** A scope of its own within another one, for the length of some work. */
export const within = async <A>(outer: Scope, work: (scope: Scope) => Promise<A>): Promise<A> => {
  if (outer.isClosed()) throw new Interrupted()
  const inner = newScope()
  outer.defer(inner.close)
  try {
    return await work(inner)
  } finally {
    await inner.close()
  }
}
