import type { Port, Values } from '@reverse-mentoring/core'
import { memoryDirectory } from '@reverse-mentoring/storage-memory'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Faults } from '../faulty.ts'
import { forgetting } from '../faulty.ts'
import { change, through } from './wrap.ts'

type Holders = Map<Values.Digest, Values.ParticipantId | undefined>

/** A directory whose keys are kept beside it, by other rules. */
const keeping = (rules: {
  readonly isTaken?: (holders: Holders, key: Values.Digest) => boolean
  readonly erased?: (holders: Holders, participant: Values.ParticipantId) => void
}) =>
  through((directory) => {
    const holders: Holders = new Map()
    const isTaken = rules.isTaken ?? ((known, key) => known.has(key))
    const found = (keys: ReadonlyArray<Values.Digest>): Port.KeyHolders =>
      new Map(keys.flatMap((key) => (holders.has(key) ? [[key, holders.get(key)] as const] : [])))
    return {
      ...directory,
      takeKeys: (keys) => {
        for (const { key, participant } of keys)
          if (!isTaken(holders, key)) holders.set(key, participant)
        return TE.right(found(keys.map(({ key }) => key)))
      },
      findKeys: (keys) => TE.right(found(keys)),
      erase: (participants) => {
        for (const participant of participants) rules.erased?.(holders, participant)
        return directory.erase(participants)
      },
    }
  })

const ofPerson = (
  holders: Holders,
  participant: Values.ParticipantId,
): ReadonlyArray<Values.Digest> =>
  [...holders].flatMap(([key, holder]) => (holder === participant ? [key] : []))

const forget = (holders: Holders, participant: Values.ParticipantId): void => {
  for (const key of ofPerson(holders, participant)) holders.delete(key)
}

const empty = (holders: Holders, participant: Values.ParticipantId): void => {
  for (const key of ofPerson(holders, participant)) holders.set(key, undefined)
}

export const keepingKeys: Faults<Port.Directory> = {
  'an external key stays with the one to whom it was given first': {
    'the later one has it': keeping({ isTaken: () => false, erased: empty }),
    'only the first key of a list is given': change(
      'takeKeys',
      (inner) =>
        ([first]) =>
          inner([first]),
    ),
    'keys are forgotten with the process': forgetting(memoryDirectory),
  },
  'the external keys of who was erased are nobody’s, for ever': {
    'they stay theirs': keeping({}),
    'they are forgotten, and somebody else gets them': keeping({ erased: forget }),
    'they are given again': keeping({
      isTaken: (holders, key) => holders.get(key) !== undefined,
      erased: empty,
    }),
  },
  'who is known by an external key only is erased like anybody else': {
    'whoever is not listed is not erased': keeping({}),
  },
  'what is no external key is misused, and none of its list is kept': {
    'it is kept as it is': keeping({ erased: empty }),
  },
}
