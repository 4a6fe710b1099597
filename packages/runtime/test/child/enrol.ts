import { openEngine, promise } from '@reverse-mentoring/runtime'
import { at, cohortId, enrol, inCohort, participant } from '../scene.ts'
import { openAt } from '@reverse-mentoring/servers/ports'

/** Puts people, what they wrote, and their enrolments into ports from which another process erases them meanwhile. */
const [address = '', first = '1', last = '30'] = process.argv.slice(2)
const ports = await openAt(address)
const engine = await promise(openEngine(ports))
process.stdout.write('lives\n')
for (let n = Number(first); n <= Number(last); n += 1) {
  const person = { participant: participant(n), name: `name-of-${String(n)}-end` }
  const text = `00000000-0000-4000-8000-0000001${String(n).padStart(5, '0')}` as never
  await ports.directory.putPeople([{ ...person, attributes: {}, identity: {} }])()
  for (const k of [0, 1, 2]) {
    const { type: _type, cohort: _cohort, ...given } = enrol(n)
    if (k === 1) await engine.handle({ ...inCohort(k)(enrol(n)), at: at(1) })()
    else await engine.enrol(cohortId(k), [given])()
  }
  const words = `words-of-${String(n)}-end`
  await ports.directory.putText({ text, author: person.participant, subjects: [], words })()
}
await engine.close()
await promise(ports.close)
process.stdout.write('lived\n')
