import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

type Told = { readonly url: string } | { readonly because: string }

/** What `.ci/postgres.js` tells of the server that it starts for all tests of a run. */
const told = async (): Promise<Told> => {
  const folder = process.env['TEST_POSTGRES']
  if (folder === undefined) return { because: 'run them with the configuration of the root' }
  writeFileSync(`${folder}.wanted`, '')
  for (let tries = 0; tries < 1200; tries += 1) {
    if (existsSync(`${folder}.told`))
      return JSON.parse(readFileSync(`${folder}.told`, 'utf8')) as Told
    await setTimeout(50)
  }
  return { because: 'none was started within a minute' }
}

/**
 * The server of the tests, also for the processes that they start: that of `DATABASE_URL`, or one that is started once for
 * all. Where none runs it is said, and the tests are left out; where all have to be run that is a failure.
 */
export const sharedServer = async (): Promise<string | undefined> => {
  const given = process.env['DATABASE_URL']
  if (given !== undefined && given !== '') return given
  const answer = await told()
  if ('url' in answer) {
    process.env['DATABASE_URL'] = process.env['TEST_POSTGRES_URL'] = answer.url
    return answer.url
  }
  const sentence = `the tests on PostgreSQL need a server: ${answer.because}`
  if (process.env['FULL'] === '1') throw new Error(sentence)
  process.stderr.write(`left out: ${sentence}\n`)
  return undefined
}
