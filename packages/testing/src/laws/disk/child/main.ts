import type { Port } from '@reverse-mentoring/core'
import { directoryParts, eventStoreParts, viewStoreParts } from '../../parts.ts'
import type { DiskModule, OpenIn } from '../disk.ts'
import type { Task } from '../task.ts'
import { appendAll, follow, readAll } from './events.ts'
import { loaded, openedIn } from './opening.ts'
import { bring, find, keepAll } from './people.ts'
import { Failed, right, say, word } from './talk.ts'
import { commitAll, show } from './views.ts'

const task = JSON.parse(process.argv[2] ?? '') as Task

const work = async (): Promise<void> => {
  const module = await loaded(task.module)
  const withPort = async <Adapter>(
    name: keyof DiskModule,
    open: OpenIn<Adapter> | undefined,
    parts: ReadonlyArray<string>,
    act: (adapter: Adapter) => Promise<void>,
  ): Promise<void> => {
    const opened = await openedIn(module, name, open, { folder: task.folder, parts })
    await act(opened.adapter)
    await right('writing', opened.close)
  }
  const store = (act: (adapter: Port.EventStore) => Promise<void>): Promise<void> =>
    withPort('openEventStore', module.openEventStore, eventStoreParts, act)
  const views = (act: (adapter: Port.ViewStore) => Promise<void>): Promise<void> =>
    withPort('openViewStore', module.openViewStore, viewStoreParts, act)
  const people = (act: (adapter: Port.Directory) => Promise<void>): Promise<void> =>
    withPort('openDirectory', module.openDirectory, directoryParts, act)
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
      return views((adapter) => commitAll(adapter, task))
    case 'show':
      return views(show)
    case 'keep':
      return people((adapter) => keepAll(adapter, task))
    case 'find':
      return people((adapter) => find(adapter, task))
    case 'bring':
      return people((adapter) => bring(adapter, task))
  }
}

const codeOf = (thrown: unknown): number => {
  if (thrown instanceof Failed) return 3
  process.stderr.write(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown))
  return 1
}

// Whoever started this may still hold its input open.
process.exit(await work().then(() => 0, codeOf))
