import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Table } from './pools.ts'

const program = `
import sys, time, statistics
import numpy as np
from scipy.optimize import linear_sum_assignment
size, path = int(sys.argv[1]), sys.argv[2]
table = np.fromfile(path, dtype=np.int32).reshape(size, size).astype(np.float64)
times = []
for _ in range(5):
    began = time.perf_counter()
    rows, columns = linear_sum_assignment(table, maximize=True)
    times.append((time.perf_counter() - began) * 1000)
print(statistics.median(times), int(table[rows, columns].sum()))
`

/** SciPy's median in milliseconds and its best score; `undefined` where this machine has no SciPy. */
export const scipy = ({
  size,
  scores,
}: Table): { readonly cost: number; readonly score: number } | undefined => {
  const folder = mkdtempSync(join(tmpdir(), 'matching-'))
  try {
    const file = join(folder, 'table')
    writeFileSync(file, scores)
    const { status, stdout } = spawnSync('python3', ['-c', program, String(size), file], {
      encoding: 'utf8',
    })
    if (status !== 0) return undefined
    const [cost, score] = stdout.trim().split(' ').map(Number)
    return cost === undefined || score === undefined ? undefined : { cost, score }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
