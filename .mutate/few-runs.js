import fc from 'fast-check'

const most = Number(process.env.MUTATE_RUNS)

/** As fast-check's, of few cases. */
export const assert = (property, options) =>
  fc.assert(property, { ...options, numRuns: Math.min(options?.numRuns ?? 100, most) })

export * from 'fast-check'
export default { ...fc, assert }
