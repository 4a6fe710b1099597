import { openAt } from '@reverse-mentoring/servers/ports'
import { now, promise } from '@reverse-mentoring/runtime'
import { Values } from '@reverse-mentoring/core'
import { setTimeout } from 'node:timers/promises'

/** Claims notices and says that they are done, as a dispatcher does, until nothing waits. */
const [address = ''] = process.argv.slice(2)
const ports = await openAt(address)
process.stdout.write('lives\n')
for (let isOver = false; !isOver;) {
  const from = now()
  const until = Values.plusMillis(from, 400)
  const claim = ports.outbox.claim({ now: from, until, limit: 3 })
  const { notices, next } = await promise(claim)
  for (const { id, fence } of notices)
    process.stdout.write(`claimed ${id} ${String(fence)} ${from} ${until}\n`)
  await setTimeout(Math.random() * 20)
  const said = notices.map(({ id, fence }) => ({ id, fence, as: { _tag: 'Done' as const } }))
  const outdated = new Set(await promise(ports.outbox.settle(said)))
  for (const { id } of notices) if (!outdated.has(id)) process.stdout.write(`done ${id}\n`)
  isOver = next === undefined
  if (notices.length === 0) await setTimeout(20)
}
await promise(ports.close)
process.stdout.write('lived\n')
