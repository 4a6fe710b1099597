import type { Awaitable } from '../../shortest.ts'

/** Days by which it is later there. */
const days = 100

/** Whoever is elsewhere at the moment: another one waits, for there is one clock. */
let last: Promise<unknown> = Promise.resolve()

const shift = async <A>(run: () => Awaitable<A>): Promise<A> => {
  const { Date: here } = globalThis
  const { TZ: zone } = process.env
  const there = (): number => here.now() + days * 24 * 3_600_000 + 12_345
  const shifted = new Proxy(here, {
    construct: (target, given: ReadonlyArray<unknown>) =>
      Reflect.construct(target, given.length > 0 ? given : [there()]) as Date,
    get: (target, name) => (name === 'now' ? there : (Reflect.get(target, name) as unknown)),
  })
  let isThere = true
  const back = (): void => {
    if (!isThere) return
    isThere = false
    globalThis.Date = here
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  }
  try {
    globalThis.Date = shifted
    process.env['TZ'] = zone === 'Pacific/Kiritimati' ? 'America/Los_Angeles' : 'Pacific/Kiritimati'
    const answer = run()
    // What is there at once moves nobody else's clock.
    if (!(answer instanceof Promise)) back()
    return await answer
  } finally {
    back()
  }
}

/** Runs something as if it were run at another time, in another time zone. A thread that runs already is where it is. */
export const elsewhere = <A>(run: () => Awaitable<A>): Promise<A> => {
  const mine = last.then(() => shift(run))
  last = mine.catch(() => undefined)
  return mine
}
