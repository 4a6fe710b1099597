import { execFile } from 'node:child_process'
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { compileAll } from './packages/compile-all.js'
import { pack, publicPackages } from './packages/pack.js'
import { runOnOld } from './packages/run-on-old.js'

/**
 * Packs every package that is published, has `publint` and `attw` look at what people would install, and compiles a
 * project that uses all of them as strictly as people do. Where there is a Node 20, that has to run them.
 */
const run = promisify(execFile)
const folder = await realpath(await mkdtemp(join(tmpdir(), 'packed-')))

const inspect = async (file) => {
  await run('publint', ['run', '--strict', file])
  await run('attw', [file, '--profile', 'esm-only', '--no-color'])
}

await run('tsc', ['-b'])
let failed = 0
const packed = []
for (const { name, path, manifest } of await publicPackages()) {
  try {
    const file = await pack(path, folder)
    packed.push({ path, manifest, file })
    await inspect(file)
    console.log(`${name}: installs as it should`)
  } catch (error) {
    failed += 1
    console.error(`${name}:\n${error.stdout ?? ''}${error.stderr ?? error}`)
  }
}
const project = join(folder, 'project')
const wrong = [...(await compileAll(project, packed)), ...(await runOnOld(project))]
for (const text of wrong) console.error(text)
if (wrong.length === 0) console.log('all of them compile, however strictly, and run')
await rm(folder, { recursive: true })
process.exit(failed > 0 || wrong.length > 0 || packed.length === 0 ? 1 : 0)
