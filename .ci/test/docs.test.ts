import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { globSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const documents = globSync(['*.md', 'docs/**/*.md', '{packages,examples}/*/*.md'], { cwd: root })
const textOf = (document: string) => readFileSync(join(root, document), 'utf8')

/** Every block that is marked as TypeScript: each is a whole program. */
const programs = documents.flatMap((document) =>
  [...textOf(document).matchAll(/^```(?:ts|typescript)\b[^\n]*\n(.*?)^```/gms)].map(
    ([, code = ''], i) => ({ document, code, number: i + 1 }),
  ),
)

const run = promisify(execFile)

describe('the documents', () => {
  it('were found', () => {
    expect(documents.length).toBeGreaterThan(5)
    expect(programs.length).toBeGreaterThan(0)
  })

  it.each(programs)('$document: program $number imports what it uses', ({ code }) => {
    expect(code).toMatch(/^import .* from '@reverse-mentoring\//m)
  })

  it.each(programs)('$document: program $number runs', async ({ code }) => {
    const args = ['--no-warnings', '--input-type=module-typescript', '--eval', code]
    await run('node', args, { cwd: root })
  })

  it.each(documents)('%s: every link leads somewhere', (document) => {
    const links = [...textOf(document).matchAll(/\]\(([^)#:]+)(#[^)]*)?\)/g)].map(
      ([, to = '']) => to,
    )
    const broken = links.filter((to) => !existsSync(join(root, dirname(document), to)))
    expect(broken).toEqual([])
  })
})
