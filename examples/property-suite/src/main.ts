import { insteadOf } from './help.ts'
import { tell } from './tell.ts'
import { nodeTests, vitestTests } from './runners.ts'

const runAll = async (): Promise<number> => {
  console.log(
    'Running the suite under vitest, and its laws of the store once more under node:test …\n',
  )
  const { sentences, areKept } = tell(await vitestTests(), await nodeTests())
  console.log(sentences.join('\n'))
  return areKept ? 0 : 1
}

const instead = insteadOf(process.argv.slice(2))
if (instead === undefined) process.exitCode = await runAll()
else {
  process[instead.code === 0 ? 'stdout' : 'stderr'].write(`${instead.text}\n`)
  process.exitCode = instead.code
}
