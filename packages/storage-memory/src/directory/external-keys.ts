import type { Port, Values } from '@reverse-mentoring/core'

/** Who has which external key; nobody any more who was erased. */
export const newExternalKeys = (isErased: (participant: Values.ParticipantId) => boolean) => {
  const holders = new Map<Values.Digest, Values.ParticipantId | undefined>()
  return {
    take: (keys: ReadonlyArray<Port.ExternalKey>): void => {
      for (const { key, participant } of keys)
        if (!holders.has(key) && !isErased(participant)) holders.set(key, participant)
    },
    find: (keys: ReadonlyArray<Values.Digest>): Port.KeyHolders =>
      new Map(keys.flatMap((key) => (holders.has(key) ? [[key, holders.get(key)] as const] : []))),
    /** Looks through all keys. */
    erase: (participants: ReadonlySet<Values.ParticipantId>): void => {
      for (const [key, holder] of holders)
        if (holder !== undefined && participants.has(holder)) holders.set(key, undefined)
    },
  }
}
