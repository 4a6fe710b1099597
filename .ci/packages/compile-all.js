import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { programs } from '../documents.js'
import { installFor } from './user-project.js'

const run = promisify(execFile)

/** How people compile: each must do. */
const combinations = ['5.9', '6'].flatMap((compiler) =>
  ['nodenext', 'bundler'].flatMap((resolution) =>
    [true, false].map((exactOptionalPropertyTypes) => ({
      compiler,
      resolution,
      exactOptionalPropertyTypes,
      libraries: resolution === 'nodenext' && exactOptionalPropertyTypes,
    })),
  ),
)

const nameOf = ({ compiler, resolution, exactOptionalPropertyTypes: exact }) =>
  `TypeScript ${compiler}, ${resolution}, exactOptionalPropertyTypes ${exact ? 'on' : 'off'}`

const importing = (entries) =>
  [
    ...entries.map((entry, i) => `import * as entry${i} from '${entry}'`),
    `export const entries = [${entries.map((_, i) => `entry${i}`).join(', ')}]\n`,
  ].join('\n')

/** A project that imports every entry of every package, and holds every program of the documents. */
const write = async (project, packed) => {
  await mkdir(project)
  const entries = await installFor(project, packed)
  await writeFile(join(project, 'package.json'), JSON.stringify({ type: 'module' }))
  await writeFile(join(project, 'entries.ts'), importing(entries))
  for (const [i, { code }] of programs.entries())
    await writeFile(join(project, `program-${i}.ts`), code)
  return entries
}

/** Compiles the project with each combination, two at a time; answers what was wrong. */
export const compileAll = async (project, packed) => {
  const entries = await write(project, packed)
  if (entries.length === 0 || programs.length === 0) return ['nothing to compile']
  const script = join(import.meta.dirname, 'compile.js')
  const waiting = [...combinations].sort((a, b) => Number(b.libraries) - Number(a.libraries))
  const wrong = []
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const name = nameOf(next)
      const args = [script, project, JSON.stringify(next)]
      await run('node', args, { timeout: 300_000 }).catch((error) =>
        wrong.push(
          `${name}:\n${error.stdout}${error.stderr}${error.killed ? 'no end in time' : ''}`,
        ),
      )
    }
  }
  await Promise.all([work(), work()])
  return wrong
}
