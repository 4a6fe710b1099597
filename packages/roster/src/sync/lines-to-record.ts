import { Cohort, Command, type Values } from '@reverse-mentoring/core'
import type { Roster } from '../roster.ts'
import type { Stamp } from './options.ts'
import type { Change } from './plan.ts'

type Lines = Command.RecordLines['lines']

/** Lines of people in the cohort that the source states otherwise; whoever was erased drops out. */
export const linesToRecord = (
  cohort: Cohort.Cohort,
  { lines }: Roster,
  participantOf: (id: string) => Values.ParticipantId | undefined,
): { readonly lines: Lines; readonly changes: ReadonlyArray<Change> } => {
  const changed: Array<Lines[number]> = []
  const changes: Array<Change> = []
  const idsOf = (numbers: ReadonlyArray<string>): ReadonlyArray<Values.ParticipantId> =>
    numbers.map(participantOf).filter((above) => above !== undefined)
  for (const { id, chain: numbers, direct: managers } of lines) {
    const participant = participantOf(id)
    if (participant === undefined) continue
    const standing = Cohort.person(cohort, participant)
    if (standing === undefined || standing.erasedAt !== undefined) continue
    const chain = idsOf(numbers)
    const direct = managers === undefined ? undefined : idsOf(managers)
    const before = standing.chain?.value
    if (before?.join() === chain.join() && standing.direct?.join() === direct?.join()) continue
    changed.push({ participant, chain, ...(direct !== undefined && { direct }) })
    const people = (count: number): string => `${String(count)} above`
    changes.push({
      kind: 'line',
      id,
      participant,
      what: `${before === undefined ? 'unknown' : people(before.length)} → ${people(chain.length)}`,
    })
  }
  return { lines: changed, changes }
}

/** The commands that record lines, in parts that each hold by themselves. */
export const lineCommands = (lines: Lines, stamp: Stamp): ReadonlyArray<Command.Command> =>
  Array.from({ length: Math.ceil(lines.length / Command.mostLines) }, (_, n) => ({
    type: 'RecordLines',
    ...stamp,
    lines: lines.slice(n * Command.mostLines, (n + 1) * Command.mostLines),
  }))
