import { statSync } from 'node:fs'
import { BaseSequencer } from 'vitest/node'

const chunk = process.env.MUTATE_FOLDER ?? ''

/** How far a test file is from the mutants: beside them, in their package, elsewhere. */
const distance = (file) =>
  file.includes(chunk.replace('/src', '/test'))
    ? 0
    : file.includes(`/${chunk.split('/src')[0]}/`)
      ? 1
      : 2

/** The nearest tests first, then the smallest: most mutants fall early, and a run ends at the first failure. */
export class NearFirst extends BaseSequencer {
  async sort(files) {
    const far = ({ moduleId }) => [distance(moduleId), statSync(moduleId).size]
    return files
      .map((file) => ({ file, rank: far(file) }))
      .sort(({ rank: [a, b] }, { rank: [c, d] }) => a - c || b - d)
      .map(({ file }) => file)
  }
}
