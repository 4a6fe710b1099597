import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../documents.js'
import { home } from '../links.js'
import { publicPackages } from '../packages/pack.js'

const { repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const packages = await publicPackages(root)

it('there are packages to publish', () => {
  expect(packages.length).toBeGreaterThan(0)
})

it.each(packages)('$name says what it is, and where it comes from', ({ name, manifest }) => {
  const directory = `packages/${name}`
  expect(manifest).toMatchObject({
    repository: { ...repository, directory },
    homepage: `${home}/tree/HEAD/${directory}#readme`,
    bugs: { url: `${home}/issues` },
  })
  expect(manifest.description).toMatch(/^[A-Z].{20,}[^.]$/)
  expect(manifest.keywords).toContain('reverse-mentoring')
  expect(manifest.keywords.length).toBeGreaterThan(2)
})
