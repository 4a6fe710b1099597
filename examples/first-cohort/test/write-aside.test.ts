import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeAside } from '../src/write-aside.ts'
import { temporaryFolder } from './folder.ts'

const folder = temporaryFolder()

const files = (...names: ReadonlyArray<string>) =>
  names.map((name) => ({ name, holds: `of ${name}`, text: `text of ${name}` }))

const textOf = (of: string, name: string) => readFileSync(join(of, name), 'utf8')

it('writes its files anew, with a list of them, and takes away what it has no longer', async () => {
  const own = join(folder, 'own')
  expect(await writeAside(own, files('a.csv', 'b.csv'))).toMatchObject({ _tag: 'Right' })
  writeFileSync(join(own, 'notes.csv'), 'theirs')
  expect(await writeAside(own, files('b.csv', 'c.txt'))).toMatchObject({ _tag: 'Right' })
  expect(readdirSync(own).sort()).toEqual(['b.csv', 'c.txt', 'contents.csv', 'notes.csv'])
  expect(textOf(own, 'contents.csv')).toBe('file,holds\nb.csv,of b.csv\nc.txt,of c.txt\n')
})

it('writes over no file that it did not write, and then writes none', async () => {
  for (const [name, text] of [
    ['b.csv', 'theirs'],
    ['contents.csv', 'b.csv,mine'],
  ] as const) {
    const theirs = join(folder, `theirs-${name}`)
    mkdirSync(theirs)
    writeFileSync(join(theirs, name), text)
    expect(await writeAside(theirs, files('a.csv', 'b.csv'))).toEqual({
      _tag: 'Left',
      left: `${join(theirs, name)} was not written by this program.`,
    })
    expect(readdirSync(theirs)).toEqual([name])
    expect(textOf(theirs, name)).toBe(text)
  }
})

it('goes through no link, and takes nothing away outside of its folder', async () => {
  const [away, link] = [join(folder, 'away'), join(folder, 'link')]
  mkdirSync(away)
  symlinkSync(away, link)
  expect(await writeAside(link, files('a.csv'))).toMatchObject({ _tag: 'Left' })
  expect(readdirSync(away)).toEqual([])
  const own = join(folder, 'listed')
  mkdirSync(own)
  writeFileSync(join(away, 'victim.csv'), 'theirs')
  writeFileSync(join(own, 'contents.csv'), 'file,holds\n../away/victim.csv,x\n')
  expect(await writeAside(own, files('a.csv'))).toMatchObject({ _tag: 'Right' })
  expect(textOf(away, 'victim.csv')).toBe('theirs')
})
