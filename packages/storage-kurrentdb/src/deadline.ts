/** What a call ends with that was not answered in time. */
export class TooLate extends Error {
  readonly type = 'deadline-exceeded'
}

/**
 * The answer of a call, or an error once so many milliseconds are over. The client itself waits for ever for an append
 * that was not answered, and as long as its connection lives for a read.
 */
export const within = async <A>(milliseconds: number, call: Promise<A>): Promise<A> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLate()), milliseconds)
  })
  try {
    return await Promise.race([call, late])
  } finally {
    clearTimeout(timer)
  }
}
