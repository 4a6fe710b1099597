/** Days by which it is later there. */
const days = 100

/** Runs something as if it were run at another time, in another time zone. */
export const elsewhere = <A>(run: () => A): A => {
  const { Date: here } = globalThis
  const { TZ: zone } = process.env
  const shifted = new Proxy(here, {
    construct: (target, given: ReadonlyArray<unknown>) =>
      Reflect.construct(target, given.length > 0 ? given : [there()]) as Date,
    get: (target, name) => (name === 'now' ? there : (Reflect.get(target, name) as unknown)),
  })
  const there = (): number => here.now() + days * 24 * 3_600_000 + 12_345
  try {
    globalThis.Date = shifted
    process.env['TZ'] = zone === 'Pacific/Kiritimati' ? 'America/Los_Angeles' : 'Pacific/Kiritimati'
    return run()
  } finally {
    globalThis.Date = here
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  }
}
