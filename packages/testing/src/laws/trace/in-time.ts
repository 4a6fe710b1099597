/** How long one answer may take, in milliseconds, where nothing else is said. */
export const ANSWER = 10_000

/** What is promised; rejects with what it was, if that takes too long. */
export const inTime = async <A>(
  what: () => string,
  promised: Promise<A>,
  deadline = ANSWER,
): Promise<A> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${what()} was not answered in ${String(deadline / 1000)} seconds`))
    }, deadline)
  })
  try {
    return await Promise.race([promised, late])
  } finally {
    clearTimeout(timer)
  }
}
