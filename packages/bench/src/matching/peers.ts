import hungarian from 'hungarian-on3'
import { linearSumAssignment } from 'linear-sum-assignment'
import { munkres } from 'munkres'
import type { Table } from './pools.ts'

/** Another library, given a square table of scores as it likes it best: the best total score. */
export interface Peer {
  readonly name: string
  /** Not counted: the form of the table that the library wants. */
  readonly prepare: (table: Table) => () => number
}

const highest = ({ scores }: Table): number => scores.reduce((a, b) => Math.max(a, b), 0)

/** Costs as rows of plain numbers: what a pair lacks to the best. */
const costRows = (table: Table): Array<Array<number>> => {
  const most = highest(table)
  const { size, scores } = table
  return Array.from({ length: size }, (_, row) =>
    Array.from(scores.subarray(row * size, (row + 1) * size), (score) => most - score),
  )
}

const total = ({ size, scores }: Table, pairs: Iterable<readonly [number, number]>): number => {
  let sum = 0
  for (const [row, column] of pairs) sum += scores[row * size + column] ?? Number.NaN
  return sum
}

export const peers: ReadonlyArray<Peer> = [
  {
    name: 'munkres',
    prepare: (table) => {
      const costs = costRows(table)
      return () => total(table, munkres(costs) as Array<[number, number]>)
    },
  },
  {
    name: 'hungarian-on3',
    prepare: (table) => {
      const costs = costRows(table)
      return () => total(table, hungarian(costs))
    },
  },
  {
    name: 'linear-sum-assignment',
    prepare: (table) => {
      const costs = costRows(table)
      return () => {
        const { rowAssignments } = linearSumAssignment(costs, { maximaze: false })
        return total(
          table,
          Array.from(rowAssignments, (column, row) => [row, column] as const),
        )
      }
    },
  },
]
