import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, realpath, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

const isThere = (path) =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Where a package finds another one: in the nearest `node_modules` that has it. */
const found = async (name, from) => {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name)
    if (await isThere(path)) return realpath(path)
    if (dirname(folder) === folder) throw new Error(`${from} lacks ${name}`)
  }
}

const isRead = (path) => /\.([cm]?js|d\.[cm]?ts|json)$/.test(path)

/** Copies what the compiler and Node read of a package, but nothing native. */
const copyTexts = (from, to) =>
  cp(from, to, {
    recursive: true,
    filter: async (path) =>
      (await stat(path)).isDirectory() ? !path.endsWith('node_modules') : isRead(path),
  })

/** Copies a library with all that it depends on, as an installation without options does. */
const addLibrary = async (modules, name, from) => {
  const target = join(modules, name)
  if (await isThere(target)) return
  const source = await found(name, from)
  await mkdir(dirname(target), { recursive: true })
  await copyTexts(source, target)
  const { dependencies } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8'))
  for (const other of Object.keys(dependencies ?? {})) await addLibrary(modules, other, source)
}

const addPacked = async (modules, { manifest, file }) => {
  const target = join(modules, manifest.name)
  await mkdir(target, { recursive: true })
  await run('tar', ['-xzf', file, '-C', target, '--strip-components=1'])
  return JSON.parse(await readFile(join(target, 'package.json'), 'utf8'))
}

/**
 * Fills the `node_modules` of a project outside of the workspace: the packed packages, and what they depend
 * on. What only this workspace needs for its own development is not there. Answers what can be imported.
 */
export const installFor = async (project, packed) => {
  const modules = join(project, 'node_modules')
  const manifests = []
  for (const one of packed) manifests.push(await addPacked(modules, one))
  for (const [i, { dependencies, peerDependencies }] of manifests.entries())
    for (const name of Object.keys({ ...dependencies, ...peerDependencies }))
      await addLibrary(modules, name, await realpath(packed[i].path))
  await addLibrary(modules, '@types/node', await realpath('.'))
  return manifests.flatMap(({ name, exports }) =>
    Object.keys(exports)
      .filter((entry) => !entry.endsWith('.json'))
      .map((entry) => name + entry.slice(1)),
  )
}
