import { parseArgs } from 'node:util'
import { coldRows } from './history/cold.ts'
import { foldRows } from './history/fold.ts'
import { groupRows } from './history/group.ts'
import { warmRows } from './history/warm.ts'
import { walkRows } from './kit/walk.ts'
import { matchingRows } from './matching/rows.ts'
import { rosterRows } from './roster/read.ts'
import type { Row } from './row.ts'
import { kurrentRows } from './storage/kurrentdb/rows.ts'
import { postgresRows } from './storage/postgres/rows.ts'
import { sqliteRows } from './storage/sqlite/rows.ts'
import { awaitingRows } from './views/awaiting.ts'
import { rebuildRows } from './views/rebuild.ts'
import { smallStepRows } from './views/small-steps.ts'

const benches: Readonly<Record<string, ReadonlyArray<() => AsyncIterable<Row>>>> = {
  history: [foldRows, coldRows, warmRows, groupRows],
  views: [smallStepRows, awaitingRows, rebuildRows],
  matching: [matchingRows],
  kit: [walkRows],
  storage: [sqliteRows, postgresRows, kurrentRows],
  roster: [rosterRows],
}

const usage = `bench [${Object.keys(benches).join(' | ')}] [--json]

Runs the benchmarks, peers side by side in one run, and says which bars hold. Without a name all of them run.`

const shown = ({ work, here, comparedWith, ratio, bar, holds }: Row): string => {
  const verdict = holds === undefined ? 'skipped' : holds ? 'holds' : 'BROKEN'
  return `${work}\n  ${here} against ${comparedWith}: ${String(ratio)} (bar ${bar}) ${verdict}`
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
})
const chosen = positionals.length > 0 ? positionals : Object.keys(benches)
const unknown = chosen.find((name) => !(name in benches))

if (values.help || unknown !== undefined) {
  console.log(unknown === undefined ? usage : `There is no benchmark “${unknown}”.\n\n${usage}`)
  process.exitCode = unknown === undefined ? 0 : 2
} else {
  let broken = 0
  for (const bench of chosen.flatMap((name) => benches[name] ?? [])) {
    for await (const row of bench()) {
      if (row.holds === false) broken += 1
      console.log(values.json ? JSON.stringify(row) : shown(row))
    }
  }
  process.exitCode = broken === 0 ? 0 : 1
}
