import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The folders of all packages that are published, with what their `package.json` says. */
export const publicPackages = async (root = '.') => {
  const found = []
  for (const name of (await readdir(join(root, 'packages'))).sort()) {
    const path = join(root, 'packages', name)
    const text = await readFile(join(path, 'package.json'), 'utf8').catch(() => '{"private":true}')
    const manifest = JSON.parse(text)
    if (manifest.private !== true) found.push({ name, path, manifest })
  }
  return found
}

/** Packs what would be published into a folder, and answers the path of the file. */
export const pack = async (path, folder) => {
  const args = ['pack', '--json', '--pack-destination', folder]
  const { stdout } = await run('pnpm', args, { cwd: path, timeout: 300_000 })
  return JSON.parse(stdout.slice(stdout.indexOf('{'))).filename
}
