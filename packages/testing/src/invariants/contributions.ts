import { Cohort, type Values } from '@reverse-mentoring/core'

/** Who has what part in a figure. */
export type Parts = ReadonlyMap<Values.ParticipantId, number>

const topic = /^topic (.+)$/

const summed = (
  pairings: ReadonlyArray<Cohort.Pairing>,
  partOf: (pairing: Cohort.Pairing) => number,
): Parts => {
  const parts = new Map<Values.ParticipantId, number>()
  for (const pairing of pairings) {
    const part = partOf(pairing)
    if (part === 0) continue
    for (const id of [pairing.mentor, pairing.mentee]) parts.set(id, (parts.get(id) ?? 0) + part)
  }
  return parts
}

const counted = (pairings: ReadonlyArray<Cohort.Pairing>): Parts =>
  new Map(pairings.flatMap(({ mentor, mentee }) => [mentor, mentee]).map((id) => [id, 1]))

/** Who is behind head counts, session counts and topics, told from the state alone; of other figures nothing. */
export const contributions = (cohort: Cohort.Cohort): ((figure: string) => Parts | undefined) => {
  const pairings = Cohort.pairings(cohort)
  const formal = pairings.filter(
    ({ answers }) => answers.mentor.yes !== undefined && answers.mentee.yes !== undefined,
  )
  const endingsOf = (pairing: Cohort.Pairing) =>
    Cohort.sessionsOf(cohort, pairing).flatMap(({ ending }) => ending ?? [])
  const heldOf = (pairing: Cohort.Pairing) =>
    endingsOf(pairing).flatMap((ending) => (ending.type === 'SessionHeld' ? [ending] : []))
  return (figure) => {
    switch (figure) {
      case 'enrolled':
        return new Map(Cohort.people(cohort).map(({ participant }) => [participant, 1]))
      case 'matched':
        return counted(pairings)
      case 'formal':
        return counted(formal)
      case 'met':
        return counted(formal.filter((pairing) => heldOf(pairing).length > 0))
      case 'sessions-ended':
        return summed(formal, (pairing) => endingsOf(pairing).length)
      case 'sessions-held':
        return summed(formal, (pairing) => heldOf(pairing).length)
      default: {
        const name = topic.exec(figure)?.[1]
        if (name === undefined) return undefined
        return summed(
          formal,
          (pairing) =>
            heldOf(pairing).filter(({ byMentor, byMentee }) =>
              [...byMentor, ...byMentee].some((one) => one === name),
            ).length,
        )
      }
    }
  }
}
