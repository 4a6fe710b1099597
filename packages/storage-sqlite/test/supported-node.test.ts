import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { unsupportedNode } from '@reverse-mentoring/storage-sqlite'

const root = join(import.meta.dirname, '..', '..', '..')

it.each(['16.0.0', '20.20.2', '21.7.3', '22.0.0', '22.12.0'])(
  'Node %s is told what it lacks',
  (version) => {
    expect(unsupportedNode(version)).toBe(
      `@reverse-mentoring/storage-sqlite needs Node 22.13 or later, and this is Node ${version}: its driver, better-sqlite3, would crash the process.`,
    )
  },
)

it.each(['22.13.0', '22.20.1', '23.0.0', '24.21.0', '30.1.0'])('Node %s is fine', (version) => {
  expect(unsupportedNode(version)).toBe(undefined)
})

const versionOf = (node: string): string =>
  spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout.trim()

/** A Node of this machine that is too old for the driver, if there is one. */
const old = (process.env['PATH'] ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .map((folder) => join(folder, 'node'))
  .filter((node) => existsSync(node))
  .find((node) => unsupportedNode(versionOf(node)) !== undefined)

/** What is published, with its libraries, in a folder of its own. */
const installed = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'storage-sqlite-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const compiler = join(
    dirname(createRequire(join(root, 'package.json')).resolve('typescript')),
    'tsc.js',
  )
  execFileSync(process.execPath, [compiler, '-b', 'packages/storage-sqlite/tsconfig.src.json'], {
    cwd: root,
  })
  const modules = join(folder, 'node_modules')
  mkdirSync(join(modules, '@reverse-mentoring'), { recursive: true })
  for (const name of ['core', 'storage-sqlite']) {
    const target = join(modules, '@reverse-mentoring', name)
    cpSync(join(root, 'packages', name, 'dist'), join(target, 'dist'), { recursive: true })
    const exports = { '.': './dist/index.js' }
    writeFileSync(join(target, 'package.json'), JSON.stringify({ type: 'module', exports }))
  }
  for (const [owner, names] of [
    ['core', ['fp-ts', 'io-ts', 'immutable']],
    ['storage-sqlite', ['better-sqlite3']],
  ] as const)
    for (const name of names)
      symlinkSync(
        realpathSync(join(root, 'packages', owner, 'node_modules', name)),
        join(modules, name),
      )
  const program = join(folder, 'program.mjs')
  writeFileSync(
    program,
    `import { sqliteEventStore } from '@reverse-mentoring/storage-sqlite'
     import { fileURLToPath } from 'node:url'
     const file = fileURLToPath(new URL('a.sqlite', import.meta.url))
     const opened = await sqliteEventStore({ file })()
     console.log(opened._tag)`,
  )
  return program
}

it('what is published runs on this Node', () => {
  const { stdout, stderr } = spawnSync(process.execPath, [installed()], { encoding: 'utf8' })
  expect([stdout.trim(), stderr]).toEqual(['Right', ''])
})

it.skipIf(old === undefined)('what is published tells an old Node so, and does not crash', () => {
  const { stderr, signal, status } = spawnSync(old ?? '', [installed()], { encoding: 'utf8' })
  expect([signal, status]).toEqual([null, 1])
  expect(stderr).toContain(unsupportedNode(versionOf(old ?? '')))
})
