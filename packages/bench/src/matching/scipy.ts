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

/** Debian's Python has Debian's SciPy, whichever one comes first on the path. */
const pythons = ['python3', '/usr/bin/python3']

/** SciPy's median in milliseconds and its best score; `undefined` where this machine has no SciPy. */
export const scipy = ({
  size,
  scores,
}: Table): { readonly cost: number; readonly score: number } | undefined => {
  const folder = mkdtempSync(join(tmpdir(), 'matching-'))
  try {
    const file = join(folder, 'table')
    writeFileSync(file, scores)
    for (const python of pythons) {
      const { status, stdout } = spawnSync(python, ['-c', program, String(size), file], {
        encoding: 'utf8',
      })
      const [cost, score] = stdout.trim().split(' ').map(Number)
      if (status === 0 && cost !== undefined && score !== undefined) return { cost, score }
    }
    return undefined
  } finally {
    rmSync(folder, { recursive: true })
  }
}
