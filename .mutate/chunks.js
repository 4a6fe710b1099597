import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { testsOf } from './tests-of.js'

/** A chunk takes some minutes: so much is lost where a run is broken off. */
const linesOfChunk = 500

const text = (file) => readFileSync(file, 'utf8')
const byCode = (one, other) => (one < other ? -1 : 1)

const digestOf = (files) => {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\0${text(file)}\0`)
  return hash.digest('hex')
}

const grouped = (files) => {
  const groups = []
  let lines = Infinity
  for (const file of files) {
    const more = text(file).split('\n').length
    const last = groups.at(-1)
    if (last !== undefined && dirname(last[0]) === dirname(file) && lines + more <= linesOfChunk) {
      last.push(file)
      lines += more
    } else {
      groups.push([file])
      lines = more
    }
  }
  return groups
}

/** What the result of a chunk hangs on: its files, and the tests as they are now. */
const stateOf = ({ owner, runs, skipStatic }, files) => {
  const around = [
    ...testsOf(owner).include.flatMap((pattern) => globSync(pattern)),
    ...globSync(`packages/${owner}/test/**/*.ts`),
    ...['few-runs', 'near-first', 'run-chunk', 'same-cases', 'tests-of', 'vitest.config'].map(
      (name) => `.mutate/${name}.js`,
    ),
  ]
  return `${runs} ${skipStatic} ${digestOf([...new Set(around)].sort(byCode))} ${digestOf(files)}`
}

/** The files of a folder in chunks of one directory each, the same whichever folder around them is asked for. */
export const chunksOf = (options) => {
  const { owner, folder } = options
  const files = globSync(`${folder}/**/*.ts`).sort(
    (one, other) => byCode(dirname(one), dirname(other)) || byCode(one, other),
  )
  return grouped(files).map((some) => {
    const name = relative(join('packages', owner, 'src'), some[0]).replace(/\.ts$/, '')
    const stem = join('.cache/mutate', owner, name.replaceAll('/', '__'))
    return {
      name: some.length === 1 ? name : `${name} and ${some.length - 1} more`,
      files: some,
      report: `${stem}.json`,
      key: `${stem}.key`,
      config: `${stem}.config.json`,
      state: () => stateOf(options, some),
    }
  })
}
