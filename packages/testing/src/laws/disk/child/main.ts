import type { Port } from '@reverse-mentoring/core'
import type { Opened } from '../../place.ts'
import type { DiskModule, OpenIn } from '../disk.ts'
import type { Task } from '../task.ts'
import { appendAll, follow, readAll } from './events.ts'
import { bring, find, keepAll } from './people.ts'
import { Failed, right, say, word } from './talk.ts'
import { commitAll, show } from './views.ts'

const task = JSON.parse(process.argv[2] ?? '') as Task

/** Opens a port of the module, does something with it, and closes it. */
const withPort = async <Adapter>(
  open: OpenIn<Adapter> | undefined,
  name: keyof DiskModule,
  act: (adapter: Adapter) => Promise<void>,
): Promise<void> => {
  if (open === undefined) {
    say({ is: 'failed', at: 'opening', because: `the module exports no \`${name}\`` })
    throw new Failed()
  }
  const opened: Opened<Adapter> = await right('opening', open(task.folder))
  await act(opened.adapter)
  await right('writing', opened.close)
}

const work = async (): Promise<void> => {
  const module = (await import(task.module)) as DiskModule
  const store = (act: (adapter: Port.EventStore) => Promise<void>): Promise<void> =>
    withPort(module.openEventStore, 'openEventStore', act)
  switch (task.does) {
    case 'append': {
      if (task.waits === 'to open') {
        say({ is: 'ready' })
        await word()
      }
      return store((adapter) => appendAll(adapter, task))
    }
    case 'read':
      return store((adapter) => readAll(adapter, task))
    case 'follow':
      return store(follow)
    case 'commit':
      return withPort(module.openViewStore, 'openViewStore', (views) => commitAll(views, task))
    case 'show':
      return withPort(module.openViewStore, 'openViewStore', show)
    case 'keep':
      return withPort(module.openDirectory, 'openDirectory', (people) => keepAll(people, task))
    case 'find':
      return withPort(module.openDirectory, 'openDirectory', (people) => find(people, task))
    case 'bring':
      return withPort(module.openDirectory, 'openDirectory', (people) => bring(people, task))
  }
}

const codeOf = (thrown: unknown): number => {
  if (thrown instanceof Failed) return 3
  process.stderr.write(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown))
  return 1
}

// Whoever started this may still hold its input open.
process.exit(await work().then(() => 0, codeOf))
