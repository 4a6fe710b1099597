import { spawnSync } from 'node:child_process'

/** Runs the import rules, and fails if they saw no module: rules over nothing hold. */
const { stdout, stderr, status } = spawnSync(
  'depcruise',
  ['--config', '.ci/import-rules.cjs', '--output-type', 'json', 'packages', 'examples'],
  { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
)
if (status === null || stdout === '') {
  console.error(stderr)
  process.exit(1)
}
const { modules, summary } = JSON.parse(stdout)
const own = modules.filter(({ source }) => /^(packages|examples)\//.test(source))
for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`)
console.log(`${own.length} modules, ${summary.violations.length} broken import rules`)
process.exit(own.length === 0 || summary.violations.length > 0 ? 1 : 0)
