import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Packs every package that is published and has `publint` and `attw` look at what people would install. */
const run = promisify(execFile)
const folder = await mkdtemp(join(tmpdir(), 'packed-'))
const isPublished = async (name) => {
  const text = await readFile(`packages/${name}/package.json`, 'utf8').catch(
    () => '{"private":true}',
  )
  return JSON.parse(text).private !== true
}

const check = async (name) => {
  const cwd = `packages/${name}`
  const { stdout } = await run('pnpm', ['pack', '--json', '--pack-destination', folder], { cwd })
  const { filename } = JSON.parse(stdout.slice(stdout.indexOf('{')))
  await run('publint', ['run', '--strict', filename])
  await run('attw', [filename, '--profile', 'esm-only', '--no-color'])
}

await run('tsc', ['-b'])
const names = (await readdir('packages')).sort()
let failed = 0
let checked = 0
for (const name of names) {
  if (!(await isPublished(name))) continue
  checked += 1
  try {
    await check(name)
    console.log(`${name}: installs as it should`)
  } catch (error) {
    failed += 1
    console.error(`${name}:\n${error.stdout ?? ''}${error.stderr ?? error}`)
  }
}
await rm(folder, { recursive: true })
process.exit(failed > 0 || checked === 0 ? 1 : 0)
