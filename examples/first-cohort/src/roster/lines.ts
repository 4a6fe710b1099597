/** What one row says of the line of management. */
export interface LineRow {
  readonly id: string
  /** The manager's employee number; empty where the cell is. */
  readonly manager: string
  /** Without an employee record, and so under nobody. */
  readonly external: boolean
  /** Whether the row stands only to lead others to the top: it may end there. */
  readonly onlyLine: boolean
}

/** What is wrong with somebody's own manager cell. */
export interface LineFault {
  readonly problem: string
  readonly mend: string
}

/** The line above everybody in a file. */
export interface Lines {
  /** The managers above, nearest first; `undefined` where the file does not lead to the top. */
  readonly chainOf: (id: string) => ReadonlyArray<string> | undefined
  readonly faultOf: (id: string) => LineFault | undefined
}

const faults = {
  empty: {
    problem: 'is empty',
    mend: 'give the manager’s employee number; name who has nobody above with --top; mark who is external',
  },
  unknown: (manager: string): LineFault => ({
    problem: `nobody in the file has the number ${manager}`,
    mend: `add a row for ${manager} with an empty role, or, if nobody in the file stands above them, --top ${manager}`,
  }),
  cycle: (path: ReadonlyArray<string>): LineFault => ({
    problem: `the line of management goes round: ${[...path, path[0] ?? ''].join(' → ')}`,
    mend: 'correct the manager of one of them',
  }),
}

/** Follows everybody's managers to the top. Each row is followed once; O(rows + length of all chains). */
export const readLines = (rows: ReadonlyArray<LineRow>, top: ReadonlySet<string>): Lines => {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const chains = new Map<string, ReadonlyArray<string> | undefined>()
  const found = new Map<string, LineFault>()

  const isTop = ({ id, manager, external, onlyLine }: LineRow): boolean =>
    external || top.has(id) || (onlyLine && manager === '')

  /** The chain of a row whose manager's chain is known, or that ends here. */
  const settle = (row: LineRow): void => {
    const { id, manager } = row
    if (isTop(row)) chains.set(id, [])
    else if (manager === '') found.set(id, faults.empty)
    else if (byId.has(manager)) {
      const above = chains.get(manager)
      chains.set(id, above === undefined ? undefined : [manager, ...above])
      return
    } else if (top.has(manager)) chains.set(id, [manager])
    else found.set(id, faults.unknown(manager))
    if (!chains.has(id)) chains.set(id, undefined)
  }

  const follow = (start: LineRow): void => {
    const path: Array<LineRow> = []
    const onPath = new Set<string>()
    let row: LineRow | undefined = start
    while (row !== undefined && !chains.has(row.id) && !onPath.has(row.id)) {
      path.push(row)
      onPath.add(row.id)
      row = isTop(row) ? undefined : byId.get(row.manager)
    }
    if (row !== undefined && onPath.has(row.id)) {
      const cycle = path.slice(path.indexOf(row)).map(({ id }) => id)
      for (const id of cycle) {
        chains.set(id, undefined)
        found.set(id, faults.cycle(cycle))
      }
    }
    for (const below of path.reverse()) if (!chains.has(below.id)) settle(below)
  }

  for (const row of rows) follow(row)
  return { chainOf: (id) => chains.get(id), faultOf: (id) => found.get(id) }
}
