import { existsSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documents, needsServer, programs, root, textOf } from '../documents.js'
import { atHome, isAbsolute, linksIn } from '../links.js'
import { runProgram } from './run-program.ts'
import { sharedServer } from '../../packages/storage-postgres/test/server/shared.ts'

const leavesFrom = (folder: string, link: string) =>
  relative(folder, join(folder, link)).startsWith('..')

/** Whether a link to the repository, as GitHub writes it, leads to a file or a folder that is there. */
const isThere = ({ kind, path }: { readonly kind?: string; readonly path?: string }) => {
  const found =
    path === undefined ? undefined : statSync(join(root, path), { throwIfNoEntry: false })
  return found !== undefined && found.isDirectory() === (kind === 'tree')
}

describe('the documents', () => {
  it('were found', () => {
    expect(documents.length).toBeGreaterThan(5)
    expect(programs.length).toBeGreaterThan(0)
  })

  it.each(programs)('$document: program $number imports what it uses', ({ code }) => {
    expect(code).toMatch(/^import [^'"]* from '@reverse-mentoring\//m)
  })

  it.each(programs.filter(needsServer))('$document: program $number runs', async ({ code }) => {
    if ((await sharedServer()) !== undefined) await runProgram(code)
  })

  it.each(programs.filter((program) => !needsServer(program)))(
    '$document: program $number runs',
    ({ code }) => runProgram(code),
  )

  it.each(documents)('%s: every link leads somewhere', (document) => {
    const links = linksIn(textOf(document))
    const broken = links.filter((link) => {
      const home = atHome(link)
      if (home !== undefined) return !isThere(home)
      return !isAbsolute(link) && !existsSync(join(root, dirname(document), link))
    })
    expect(broken).toEqual([])
  })

  // Where a package is shown on its own, what lies beside it is not there.
  it.each(documents.filter((document) => document.startsWith('packages/')))(
    '%s: no relative link leaves the package',
    (document) => {
      const links = linksIn(textOf(document)).filter((link) => !isAbsolute(link))
      expect(links.filter((link) => leavesFrom(dirname(document), link))).toEqual([])
    },
  )
})
