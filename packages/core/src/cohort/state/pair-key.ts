import { ParticipantId } from '../../values/id.ts'

/** The key of two people, whoever is named first. */
export const pairKey = (a: ParticipantId, b: ParticipantId): string =>
  a < b ? `${a} ${b}` : `${b} ${a}`

/** The two people of a key, in the order of their ids. */
export const partiesOfKey = (
  key: string,
): { readonly first: ParticipantId; readonly second: ParticipantId } | undefined => {
  const [first, second] = key.split(' ')
  return ParticipantId.is(first) && ParticipantId.is(second) ? { first, second } : undefined
}
