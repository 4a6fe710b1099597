import { statSync } from 'node:fs'
import { BaseSequencer } from 'vitest/node'

const beside = (process.env.MUTATE_FOLDER ?? '').replace('/src', '/test').split('/')

/** How many folders a test file shares with the mutants. */
const nearness = (file) => {
  const folders = file.slice(file.lastIndexOf('/packages/') + 1).split('/')
  const parted = beside.findIndex((folder, i) => folder !== folders[i])
  return parted < 0 ? beside.length : parted
}

/** The nearest tests first, then the smallest: most mutants fall early, and a run ends at the first failure. */
export class NearFirst extends BaseSequencer {
  async sort(files) {
    const far = ({ moduleId }) => [-nearness(moduleId), statSync(moduleId).size]
    return files
      .map((file) => ({ file, rank: far(file) }))
      .sort(({ rank: [a, b] }, { rank: [c, d] }) => a - c || b - d)
      .map(({ file }) => file)
  }
}
