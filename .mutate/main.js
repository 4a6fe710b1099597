import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chunksOf } from './chunks.js'
import { judge, readJudged } from './judge.js'
import { mutantsOf } from './mutants.js'
import { optionsOf } from './options.js'
import { runChunk } from './run-chunk.js'
import { scoreOf, summaryOf } from './summary.js'

const least = 90
const options = optionsOf(process.argv.slice(2))
if ('help' in options) {
  console.log(options.help)
  process.exit(0)
}
if ('wrong' in options) {
  console.error(`${options.wrong}\nnpx pnpm@10 mutate --help tells more.`)
  process.exit(2)
}

const judged = readJudged()
const chunks = chunksOf(options)
const isDone = ({ key, report, state }) =>
  existsSync(report) && existsSync(key) && readFileSync(key, 'utf8') === state()
if (options.afresh)
  for (const { key, report } of chunks)
    for (const file of [key, report]) rmSync(file, { force: true })

const end = performance.now() + options.minutes * 60_000
let failed
const asked = options.report ? [] : chunks.filter((chunk) => !isDone(chunk))
console.log(`${chunks.length} chunks, ${chunks.filter(isDone).length} of them done before.`)
for (const [i, chunk] of asked.entries()) {
  const left = end - performance.now()
  if (left < 20_000) break
  console.log(
    `\n${i + 1} of ${asked.length}: ${chunk.name} (${Math.floor(left / 60_000)} minutes left)`,
  )
  rmSync(chunk.key, { force: true })
  const state = chunk.state()
  const how = await runChunk(chunk, options, left)
  if (how === 'done') writeFileSync(chunk.key, state)
  // What fails without a mutant would fail in the other chunks too.
  if (how === 'failed') {
    failed = chunk
    break
  }
  if (how === 'late') console.log('The time is up.')
}

// What was found before the last change is told too, and that it is of before.
const known = chunks.filter(({ report }) => existsSync(report))
const mutants = known.flatMap(({ report }) => mutantsOf(report))
const found = judge(mutants, judged)
const open = chunks.filter((chunk) => !isDone(chunk))
const summary = summaryOf({ folder: options.folder, mutants, open, ...found })
const path = join('.cache/mutate', options.owner, 'summary.md')
if (known.length > 0) writeFileSync(path, summary)
console.log(`\n${summary}`)
const score = scoreOf(mutants, found.accepted.length)
if (known.length > 0) console.log(`Written to ${path}.`)
if (failed !== undefined) console.log(`Stryker could not run ${failed.name}: see above.`)
if (open.length > 0)
  console.log(`Not finished: the same command goes on with ${open.length} chunks.`)
if (score < least)
  console.log(`Of the mutants ${score.toFixed(1)} % were noticed, and ${least} % should be.`)
process.exit(open.length === 0 && score >= least ? 0 : 1)
