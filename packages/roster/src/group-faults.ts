import type { Fault } from './person/row-cells.ts'
import type { RosterProblem } from './problem.ts'
import { quoted, some } from './text/quoted.ts'

/** From so many cells on that are wrong in the same way they are told in one sentence. */
const several = 5

const alone = ({ kind, line, column, problem, mend, below }: Fault): RosterProblem => ({
  kind,
  lines: [line],
  column,
  problem,
  mend,
  ...(below !== undefined && { below }),
})

const together = (
  faults: ReadonlyArray<Fault>,
  filled: (column: string) => number,
): RosterProblem => {
  const [first] = faults
  const { kind = 'number', column = '', many = '', mend = '', mendMany = mend } = first ?? {}
  const cells = [...new Set(faults.map(({ cell = '' }) => cell).filter((cell) => cell !== ''))]
  const count =
    faults.length === filled(column) ? `all ${String(faults.length)}` : String(faults.length)
  const such = cells.length === 0 ? '' : `, such as ${some(cells.slice(0, 3).map(quoted))}`
  const below = faults.flatMap((fault) => fault.below ?? [])
  return {
    kind,
    lines: faults.map(({ line }) => line),
    column,
    problem: `${count} cells ${many}${such}`,
    mend: mendMany,
    ...(below.length > 0 && { below }),
  }
}

const wordsOf = ({ kind, column, problem, mend, many, cell }: Fault): string =>
  cell === undefined || many === undefined
    ? ['', kind, column, problem, mend].join('\n')
    : [kind, column, many].join('\n')

/**
 * Many cells that are wrong in the same way are one problem, and so are rows of which the same is said; in the order of
 * the source. O(faults).
 */
export const groupFaults = (
  faults: ReadonlyArray<Fault>,
  filled: (column: string) => number,
): ReadonlyArray<RosterProblem> => {
  const groups = new Map<string, Array<Fault>>()
  for (const fault of faults) {
    const words = wordsOf(fault)
    const there = groups.get(words)
    if (there === undefined) groups.set(words, [fault])
    else there.push(fault)
  }
  const problems = [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    if (first.many !== undefined && group.length >= several) return [together(group, filled)]
    if (first.many !== undefined) return group.map(alone)
    const below = group.flatMap((fault) => fault.below ?? [])
    return [
      {
        ...alone(first),
        lines: group.map(({ line }) => line),
        ...(below.length > 0 && { below }),
      },
    ]
  })
  return problems.sort((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0))
}
