import { Cohort, Values, type Command, type Event } from '@reverse-mentoring/core'
import { Scene, theCore, type Core } from '@reverse-mentoring/testing'
import * as E from 'fp-ts/lib/Either.js'
import { blind, lax, withSessions, type Fault } from './fault.ts'

type Events = ReadonlyArray<Event.CohortEvent>

/** A core in which whoever may not give such a command is taken for somebody who may. */
const takenFor = (
  whom: (command: Command.Command, cohort: Cohort.Cohort) => Values.Actor | undefined,
  ...types: ReadonlyArray<Command.CommandType>
): Core => ({
  ...theCore,
  decide: (command, cohort) => {
    const answer = Cohort.decide(command, cohort)
    const isNo = E.isLeft(answer) && answer.left._tag === 'NotAllowed'
    const other = isNo && types.includes(command.type) ? whom(command, cohort) : undefined
    if (other === undefined) return answer
    const { by } = command
    const said = Cohort.decide({ ...command, by: other }, cohort)
    return E.map((events: Events) => events.map((event) => ({ ...event, by })))(said)
  },
})

const theSystem = (): Values.Actor => Scene.the.system

const whoCoordinates = (_: Command.Command, cohort: Cohort.Cohort): Values.Actor => ({
  role: 'coordinator',
  id: Cohort.coordinatorsOf(cohort)?.[0] ?? Scene.the.coordinator.id,
})

const whoseEnrolment = (
  command: Command.Command,
  cohort: Cohort.Cohort,
): Values.Actor | undefined => {
  const found = 'enrolment' in command ? Cohort.enrolment(cohort, command.enrolment) : undefined
  return found && { role: 'participant', id: found.enrolled.participant }
}

const aParty = (command: Command.Command, cohort: Cohort.Cohort): Values.Actor | undefined => {
  const id = 'pairing' in command ? command.pairing : undefined
  const pairing = id === undefined ? undefined : Cohort.pairing(cohort, id)
  return pairing && { role: 'participant', id: pairing.mentee }
}

const aDayEarly: Core = {
  ...theCore,
  decide: (command, cohort) => {
    const answer = Cohort.decide(command, cohort)
    const isEarly = E.isLeft(answer) && answer.left._tag === 'TooEarly'
    if (command.type !== 'LapseProposal' || !isEarly) return answer
    const { at } = command
    const later = Cohort.decide({ ...command, at: Values.plusDays(at, 1) }, cohort)
    return E.map((events: Events) => events.map((event) => ({ ...event, at })))(later)
  },
}

/** A core to which either party may plan, move and record. */
const eitherSchedules = (type: Command.CommandType): Core =>
  blind(
    (cohort) =>
      cohort.opened === undefined
        ? cohort
        : {
            ...cohort,
            opened: { ...cohort.opened, rules: { ...cohort.opened.rules, scheduler: 'either' } },
          },
    type,
  )

/** A core that forgets who else meets. */
const alone = (type: Command.CommandType): Core =>
  blind((cohort) => ({ ...cohort, meetings: Cohort.noCohort.meetings }), type)

const whoeverRecorded: Core = blind(
  (cohort) => withSessions(cohort, (session) => ({ ...session, ending: undefined })),
  'ReopenSession',
)

const taken = (
  whom: Parameters<typeof takenFor>[0],
  type: Command.CommandType,
  fault: string,
): Fault => ['INV41', fault, takenFor(whom, type)]

export const ofAuthority: ReadonlyArray<Fault> = [
  ['INV41', 'outcomes of whoever did not agree', lax('ObserveOutcome', 'NoConsent')],
  ['INV41', 'a lapse a day early', aDayEarly],
  ['INV41', 'the other party takes a record back', whoeverRecorded],
  ['INV41', 'either party plans a session', eitherSchedules('ScheduleSession')],
  ['INV41', 'either party moves a session', eitherSchedules('RescheduleSession')],
  ['INV41', 'either party records a session', eitherSchedules('HoldSession')],
  ['INV41', 'a session joins a meeting of others', alone('ScheduleSession')],
  ['INV41', 'one session of a meeting of others moves', alone('RescheduleSession')],
  taken(aParty, 'GiveFeedback', 'outsiders give feedback on a pairing'),
  taken(aParty, 'AgreeGoals', 'outsiders agree goals'),
  taken(whoseEnrolment, 'WithdrawParticipant', 'anybody withdraws anybody'),
  taken(whoseEnrolment, 'AmendEnrolment', 'anybody amends anybody'),
  taken(whoCoordinates, 'Enrol', 'anybody enrols anybody'),
  taken(whoCoordinates, 'CompleteBriefing', 'anybody briefs'),
  taken(whoCoordinates, 'CloseCohort', 'anybody closes the cohort'),
  taken(whoCoordinates, 'EndPairing', 'anybody ends a pairing'),
  taken(whoCoordinates, 'RecordLines', 'anybody records lines'),
  taken(whoCoordinates, 'RecordMatching', 'anybody records a matching'),
  taken(whoCoordinates, 'ProposePairing', 'anybody proposes'),
  taken(whoCoordinates, 'ReopenSession', 'anybody reopens a session'),
  taken(whoCoordinates, 'ExtendCodes', 'anybody extends the codes'),
  taken(theSystem, 'NameCoordinators', 'anybody names who coordinates'),
  taken(theSystem, 'EraseParticipant', 'anybody erases anybody'),
  taken(theSystem, 'LapseProposal', 'anybody lets a proposal lapse'),
  taken(theSystem, 'CarryOver', 'anybody bars a pair'),
]
