import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { compileAll } from './packages/compile-all.js'
import { inFolder } from './packages/in-folder.js'
import { pack, publicPackages } from './packages/pack.js'
import { runOnOld } from './packages/run-on-old.js'

/**
 * Packs every package that is published, has `publint` and `attw` look at what people would install, and compiles a
 * project that uses all of them as strictly as people do. Where there is a Node 20, that has to run them.
 */
const run = promisify(execFile)
const patience = { timeout: 300_000 }

const inspect = async (file) => {
  await run('publint', ['run', '--strict', file], patience)
  await run('attw', [file, '--profile', 'esm-only', '--no-color'], patience)
}

const packAll = async (folder) => {
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
      console.error(`${name}:\n${error.stdout ?? ''}${error.stderr ?? ''}${error.message}`)
    }
  }
  return { failed, packed }
}

/** Whether all was well. */
const check = async (folder) => {
  const { failed, packed } = await packAll(folder)
  const project = join(folder, 'project')
  const uncompiled = await compileAll(project, packed)
  const { wrong, didRun } = await runOnOld(project)
  for (const text of [...uncompiled, ...wrong]) console.error(text)
  if (uncompiled.length === 0) console.log('all of them compile, however strictly')
  if (!didRun) console.log('not run: no Node 20 here')
  else if (wrong.length === 0) console.log('all of them run on Node 20')
  return failed + uncompiled.length + wrong.length === 0 && packed.length > 0
}

await run('tsc', ['-b'], patience)
process.exitCode = (await inFolder(check)) ? 0 : 1
