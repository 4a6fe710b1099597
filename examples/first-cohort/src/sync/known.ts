import { Values } from '@reverse-mentoring/core'
import { bareNumber, type Roster } from '@reverse-mentoring/roster'
import { randomId, type Engine, type KnownKeys } from '@reverse-mentoring/runtime'
import * as E from 'fp-ts/lib/Either.js'
import type { Options } from '../options.ts'
import { sayFailure } from '../simulation/failure.ts'
import { askedWrongly, failed, type Stop } from '../stop.ts'

/** Who is behind a number of the file; nobody where they were erased. */
export type ParticipantOf = (id: string) => Values.ParticipantId | undefined

const numbersIn = ({ people, lines, leavers, numbers }: Roster): ReadonlyArray<string> => [
  ...numbers,
  ...leavers,
  ...[...people, ...lines].flatMap(({ id, chain = [] }) => [id, ...chain]),
]

/** Ids of everybody whom the file names; who is new gets one that is kept only if the plan is carried out. */
export const known = async (
  engine: Engine,
  {
    options,
    roster,
  }: { readonly options: Pick<Options, 'apply' | 'left'>; readonly roster: Roster },
): Promise<E.Either<Stop, ParticipantOf>> => {
  const confirmed = await engine.findKeys(options.left.map(bareNumber))()
  if (E.isLeft(confirmed)) return E.left(failed(sayFailure(confirmed.left)))
  const stranger = options.left.find((number) => !confirmed.right.has(bareNumber(number)))
  if (stranger !== undefined)
    return E.left(askedWrongly(`--left ${stranger}: nobody here ever had this number.`))
  const numbers = [...numbersIn(roster), ...options.left].map(bareNumber)
  const found = await (options.apply ? engine.takeKeys(numbers) : engine.findKeys(numbers))()
  if (E.isLeft(found)) return E.left(failed(sayFailure(found.left)))
  const keys: KnownKeys = found.right
  const fresh = new Map<string, Values.ParticipantId>()
  return E.right((id) => {
    const key = bareNumber(id)
    if (keys.has(key)) return keys.get(key)
    const one = fresh.get(key) ?? randomId(Values.ParticipantId)
    fresh.set(key, one)
    return one
  })
}
