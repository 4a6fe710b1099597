import { tell } from './tell.ts'
import { nodeTests, vitestTests } from './runners.ts'

console.log(
  'Running the suite under vitest, and its laws of the store once more under node:test …\n',
)
const { sentences, areKept } = tell(await vitestTests(), await nodeTests())
console.log(sentences.join('\n'))
process.exitCode = areKept ? 0 : 1
