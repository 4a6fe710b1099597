import type { Asked } from './command-line.ts'
import type { Simulation } from './simulate.ts'

/** The command that does exactly the same again. */
export const replayOf = ({ seed, hours, cohorts, engines }: Asked): string =>
  [
    `npx pnpm@10 simulate --seed ${String(seed)} --hours ${String(hours)}`,
    ...(cohorts === undefined ? [] : [`--cohorts ${String(cohorts)}`]),
    ...(engines === undefined ? [] : [`--engines ${String(engines)}`]),
  ].join(' ')

const lines = (counts: ReadonlyMap<string, number>): ReadonlyArray<string> =>
  [...counts].map(([what, times]) => `  ${String(times).padStart(8)}  ${what}`)

/** What was injected, one line for each kind of fault, with the calls that it met. */
const injectedLines = (injected: ReadonlyMap<string, number>): ReadonlyArray<string> => {
  const kinds = new Map<string, Array<readonly [call: string, times: number]>>()
  for (const [what, times] of injected) {
    const [call = '', kind = ''] = what.split(': ')
    kinds.set(kind, [...(kinds.get(kind) ?? []), [call, times]])
  }
  return [...kinds].sort().map(([kind, calls]) => {
    const all = calls.reduce((sum, [, times]) => sum + times, 0)
    const each = calls.map(([call, times]) => `${call} ${String(times)}`).join(', ')
    return `  ${String(all).padStart(8)}  ${kind}: ${each}`
  })
}

/** How a simulation went, for people. */
export const tellSimulation = (
  asked: Asked,
  simulation: Simulation,
  seconds: number,
): ReadonlyArray<string> => {
  const { broken, hours, steps, counts, injected, digest, last } = simulation
  return [
    `Seed ${String(asked.seed)}: ${String(hours)} virtual hours, ${String(steps)} steps, ${seconds.toFixed(1)} s.`,
    'What happened:',
    ...lines(counts),
    'What was injected:',
    ...injectedLines(injected),
    ...(broken === undefined
      ? ['Every promise was kept.']
      : ['The last steps:', ...last.map((line) => `  ${line}`), `BROKEN: ${broken}`]),
    `Trace: ${digest}`,
    `Replay: ${replayOf(asked)}`,
  ]
}
