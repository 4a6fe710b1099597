/** How long an adapter may take for one answer, in milliseconds. */
const ANSWER = 10_000

/** What is promised; rejects with what it was, if that takes too long. */
export const inTime = async <A>(what: () => string, promised: Promise<A>): Promise<A> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${what()} was not answered in ${String(ANSWER / 1000)} seconds`))
    }, ANSWER)
  })
  try {
    return await Promise.race([promised, late])
  } finally {
    clearTimeout(timer)
  }
}
