import { openEngine, promise, systemSources } from '@reverse-mentoring/runtime'
import {
  memoryDirectory,
  memoryEventStore,
  memoryViewStore,
} from '@reverse-mentoring/storage-memory'
import type { Acknowledged, Looked } from '../src/audit/audit.ts'
import { prepare } from '../src/writer/prepare.ts'
import { write } from '../src/writer/write.ts'

/** Ports in memory with the cohorts open. */
export const newPorts = async (): Promise<Looked> => {
  const ports = {
    store: memoryEventStore(),
    viewStore: memoryViewStore(),
    directory: memoryDirectory(),
  }
  await prepare(ports)
  return ports
}

/** Writes some rounds in this process, as a writer's process does; answers what was acknowledged. */
export const life = async (
  ports: Looked,
  { from = 1, rounds = 8 } = {},
): Promise<ReadonlyArray<Acknowledged>> => {
  const engine = await promise(openEngine(ports))
  const said: Array<string> = []
  const say = (line: string): void => void said.push(line)
  await write({ engine, say, sources: systemSources, writer: 1, from, rounds })
  await promise(engine.catchUp)
  await engine.close()
  return said.flatMap((line) => {
    const [, command, cohort] = /^did (\S+) (\S+)$/.exec(line) ?? []
    return command === undefined || cohort === undefined ? [] : [{ command, cohort }]
  })
}
