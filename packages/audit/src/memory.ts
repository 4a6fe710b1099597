import { type Event, Values } from '@reverse-mentoring/core'

/** What is remembered of somebody in one role; it outlives the enrolment, but for where they stand. */
export interface RememberedPart {
  standing: Values.EnrolmentId | undefined
  ever: boolean
  briefed: boolean
  purpose: boolean
  hours: number | undefined
  readonly live: Set<Values.PairingId>
}

export interface RememberedPerson {
  seniority: number | undefined
  chain: ReadonlyArray<Values.ParticipantId> | undefined
  direct: ReadonlyArray<Values.ParticipantId> | undefined
  erased: boolean
  /** Whether they agree that outcomes of theirs are observed. */
  outcomes: boolean
  readonly mentor: RememberedPart
  readonly mentee: RememberedPart
}

export interface RememberedEnrolment {
  readonly participant: Values.ParticipantId
  readonly role: Values.Role
  capacity: number
  paused: boolean
  over: boolean
}

/** What stands between two people, whoever is named first. */
export interface RememberedPair {
  readonly declaredBy: Set<Values.ParticipantId>
  barred: boolean
  refused: boolean
  proposed: boolean
  readonly live: Set<Values.PairingId>
}

export interface RememberedPairing {
  readonly mentor: Values.ParticipantId
  readonly mentee: Values.ParticipantId
  /** From when on it may lapse; absent where no opening says how long answers may take. */
  readonly deadline: Values.Instant | undefined
  readonly yes: { mentor: Values.Instant | undefined; mentee: Values.Instant | undefined }
  end: { readonly at: Values.Instant; readonly byLine: boolean } | undefined
}

export interface RememberedSession {
  readonly pairing: Values.PairingId
  ended: 'held' | 'cancelled' | undefined
  /** Milliseconds at which it began and was over. */
  time: readonly [began: number, over: number] | undefined
  readonly meeting: Values.MeetingId | undefined
  /** What was said of its end, unless it was taken back. */
  record: Event.SessionHeld | Event.SessionCancelled | undefined
}

/** Several pairings' sessions in one room. */
export interface RememberedMeeting {
  /** All for which it was ever planned. */
  readonly pairings: Set<Values.PairingId>
  /** Who is a party to all of these. */
  readonly parties: Set<Values.ParticipantId>
  /** The sessions that were ever said to be held in it. */
  readonly held: Set<Values.SessionId>
}

/** All that the events so far have told. One walk owns it, and it changes in place. */
export interface Memory {
  opened: Event.CohortOpened | undefined
  closedAt: Values.Instant | undefined
  /** Who is named to coordinate; absent as long as anybody may. */
  coordinators: ReadonlySet<Values.ParticipantId> | undefined
  /** The run whose pairings were told last, and how many of them. */
  run: { readonly id: Values.RunId; readonly pairs: number } | undefined
  /** The runs of which a part was told. */
  readonly runs: Set<Values.RunId>
  readonly people: Map<Values.ParticipantId, RememberedPerson>
  readonly enrolments: Map<Values.EnrolmentId, RememberedEnrolment>
  readonly pairs: Map<string, RememberedPair>
  readonly pairings: Map<Values.PairingId, RememberedPairing>
  readonly sessions: Map<Values.SessionId, RememberedSession>
  readonly meetings: Map<Values.MeetingId, RememberedMeeting>
  /** Held sessions of a pairing, by when they began. */
  readonly held: Map<Values.PairingId, Array<Values.SessionId>>
  /** Every id that stands for something. */
  readonly taken: Set<string>
}

export const noMemory = (): Memory => ({
  opened: undefined,
  closedAt: undefined,
  coordinators: undefined,
  run: undefined,
  runs: new Set(),
  people: new Map(),
  enrolments: new Map(),
  pairs: new Map(),
  pairings: new Map(),
  sessions: new Map(),
  meetings: new Map(),
  held: new Map(),
  taken: new Set(),
})

const newPart = (): RememberedPart => ({
  standing: undefined,
  ever: false,
  briefed: false,
  purpose: false,
  hours: undefined,
  live: new Set(),
})

/** The person, remembered from now on. */
export const personIn = (memory: Memory, id: Values.ParticipantId): RememberedPerson => {
  const known = memory.people.get(id)
  if (known !== undefined) return known
  const mentor = newPart()
  const mentee = newPart()
  const person: RememberedPerson = {
    ...{
      seniority: undefined,
      chain: undefined,
      direct: undefined,
      erased: false,
      outcomes: false,
    },
    ...{ mentor, mentee },
  }
  memory.people.set(id, person)
  return person
}

/** The two, remembered from now on. */
export const pairIn = (
  memory: Memory,
  a: Values.ParticipantId,
  b: Values.ParticipantId,
): RememberedPair => {
  const key = [a, b].sort().join(' ')
  const known = memory.pairs.get(key)
  if (known !== undefined) return known
  const pair: RememberedPair = {
    declaredBy: new Set(),
    barred: false,
    refused: false,
    proposed: false,
    live: new Set(),
  }
  memory.pairs.set(key, pair)
  return pair
}

/** When the pairing became over, if it is: by its own end or by the close. */
export const overSince = (memory: Memory, pairing: RememberedPairing): Values.Instant | undefined =>
  pairing.end?.at ?? memory.closedAt

/** When both had agreed, if they have. */
export const formalSince = ({ yes }: RememberedPairing): Values.Instant | undefined =>
  yes.mentor === undefined || yes.mentee === undefined
    ? undefined
    : Values.later(yes.mentor, yes.mentee)

/** The role of a party. */
export const roleIn = (
  { mentor, mentee }: RememberedPairing,
  id: Values.ParticipantId,
): Values.Role | undefined => (id === mentor ? 'mentor' : id === mentee ? 'mentee' : undefined)

/** Whether one stands above the other, or both under one direct manager where that counts. */
export const shareALine = (
  memory: Memory,
  a: Values.ParticipantId,
  b: Values.ParticipantId,
): boolean => {
  const chainOf = (id: Values.ParticipantId) => memory.people.get(id)?.chain ?? []
  const [above, aboveOther] = [chainOf(a), chainOf(b)]
  const directOf = (id: Values.ParticipantId) =>
    memory.people.get(id)?.direct ?? chainOf(id).slice(0, 1)
  const managers = new Set(directOf(a))
  const sameManager = directOf(b).some((manager) => managers.has(manager))
  return (
    above.includes(b) ||
    aboveOther.includes(a) ||
    (sameManager && memory.opened?.rules.sameManager === 'forbidden')
  )
}
