import { promise } from '@reverse-mentoring/runtime'
import { openAt, type Ports } from '@reverse-mentoring/servers/ports'
import { audit, type Findings, type Known } from '../audit/audit.ts'
import type { Counts } from '../audit/counts.ts'
import { newCrew, type Crew, type CrewOptions } from '../writer/crew.ts'
import { prepare } from '../writer/prepare.ts'
import type { Bench } from './fault.ts'

/** Does something with the ports of an address. */
export const withPorts = async <A>(
  address: string,
  work: (ports: Ports) => Promise<A>,
): Promise<A> => {
  const ports = await openAt(address)
  try {
    return await work(ports)
  } finally {
    await promise(ports.close)
  }
}

/** A place in which the cohorts are open. */
export const newPlace = async (address: string): Promise<string> => {
  await withPorts(address, prepare)
  return address
}

/** What a place holds after a fault. */
export const auditAt = (address: string, known: Known): Promise<Findings> =>
  withPorts(address, (ports) => audit(ports, known))

/** What was found, as it is counted where nothing was damaged. */
export const counted = (
  { places: _places, ...findings }: Findings,
  injected: number,
  crew: Crew,
): Counts => ({
  ...findings,
  ...{ injected, damaged: 0, named: 0 },
  notes: [...crew.refused()].map(([what, times]) => `refused: ${what} (${String(times)})`),
})

/** How writers write while a fault comes. */
export interface Load extends Partial<Pick<CrewOptions, 'deadline' | 'clock' | 'size'>> {
  /** The address that writers use, where it is another one than that of the audit. */
  readonly through?: string
}

/** Has writers write, brings a fault about under them, and counts what it left; answers how often it was injected. */
export const underLoad = async (
  { scope }: Bench,
  address: string,
  { through = address, size = 3, ...load }: Load,
  injure: (crew: Crew) => Promise<number>,
): Promise<Counts> => {
  await newPlace(address)
  const crew = newCrew({ ...load, address: through, scope, size })
  await crew.startAll()
  const injected = await injure(crew)
  await crew.goOn()
  const acknowledged = await crew.end()
  return counted(await auditAt(address, { acknowledged }), injected, crew)
}
