import type { Matching } from '@reverse-mentoring/core'
import { type Counted, type Kept, programmeOf } from './programme.ts'
import type { Solver } from './solver.ts'

/** What a search found under its node limit: edges that are legal, and the most that any could come to in what it counts. */
export interface Found {
  readonly taken: Matching.TakenEdges
  readonly most: number
}

/** The status of a model that is solved, and of one that has no solution, in HiGHS. */
const solved = 7
const infeasible = 8

/** A solution that keeps all rows. */
const feasible = 2

/** A value that is a whole number but for the rounding of a solver. */
const nearly = 1e-6

/**
 * Branch and bound over one level, until the best is proved or so many nodes are looked at. `infeasible` where nothing
 * keeps all limits, `undefined` where nothing was found so soon.
 */
export const branch = (
  solver: Solver,
  problem: Matching.MatchingProblem,
  counted: Counted,
  kept: Kept,
  { nodes, seed }: { readonly nodes: number; readonly seed: number },
): Found | 'infeasible' | undefined => {
  const programme = programmeOf(problem, counted, kept)
  if (programme.numCols === 0)
    return programme.rowLower.some((least) => least > 0)
      ? 'infeasible'
      : { taken: new Int32Array(0), most: 0 }
  const model = solver.createModel(programme)
  try {
    model.options.set({
      output_flag: false,
      mip_max_nodes: nodes,
      // The presolve of this HiGHS writes beside its memory in some small programmes: it crashes, or goes round for ever.
      presolve: 'off',
      mip_rel_gap: 0,
      // All that is counted is whole: what is less than 1 apart is the same.
      mip_abs_gap: 0.5,
      random_seed: seed % 2 ** 31,
    })
    const { modelStatus } = model.run()
    if (modelStatus === infeasible) return 'infeasible'
    if (Number(model.info.get('primal_solution_status')) !== feasible) return undefined
    const { colValue } = model.getSolution()
    const taken: Array<number> = []
    for (let edge = 0; edge < problem.mentorOf.length; edge += 1)
      if ((colValue[edge] ?? 0) > 0.5) taken.push(edge)
    const reached = -Number(model.info.get('objective_function_value'))
    const bound = -Number(model.info.get('mip_dual_bound'))
    const most = modelStatus === solved ? reached : Math.max(reached, bound)
    return { taken: Int32Array.from(taken), most: Math.floor(most + nearly) }
  } finally {
    model.dispose()
  }
}
