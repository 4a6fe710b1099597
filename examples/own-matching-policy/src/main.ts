import { command } from './command.ts'

try {
  for (const sentence of await command(process.argv.slice(2))) console.log(sentence)
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : String(problem))
  process.exitCode = 2
}
