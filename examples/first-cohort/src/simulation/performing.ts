import { Cohort, Values, type Command, type Event, type Port } from '@reverse-mentoring/core'
import {
  due,
  type Draft,
  type Engine,
  type HandleFailure,
  type Receipt,
} from '@reverse-mentoring/runtime'
import { bareNumber } from '@reverse-mentoring/roster'
import * as E from 'fp-ts/lib/Either.js'
import { isNonEmpty } from 'fp-ts/lib/ReadonlyArray.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Act } from './act.ts'
import { instantOn, type Step } from './calendar.ts'
import { codeLabels } from './codes.ts'
import { hashOf } from './chance.ts'
import type { Deed } from './deed.ts'
import { enrolmentOf, profileOf } from './enrolment.ts'
import type { SimulationFailure } from './failure.ts'
import { idleNotes } from './idle-notes.ts'
import { opening } from './opening.ts'
import { pairingIdIn } from './pairing-id.ts'
import type { Setting } from './setting.ts'

/** What acts are done with. */
export interface Stage {
  readonly setting: Setting
  readonly engine: Engine
  readonly directory: Port.Directory
  /** The matching rules that the cohort records. */
  readonly rules: ReadonlyArray<Event.MatchingRule>
  readonly zone: Values.Zone
  /** Whether a policy that throws is told with what it threw and where; no by default. */
  readonly development?: boolean
  /** What must be done before somebody is matched; as usual, unless told. */
  readonly gates?: Event.Gates
  /** Shown before it is recorded, with what whoever chose the policy should know of it. */
  readonly onDraft: (draft: Draft, run: number, notes: ReadonlyArray<string>) => void
}

type Done = E.Either<SimulationFailure, void>
type Answers = ReadonlyArray<E.Either<HandleFailure, Receipt>>

const done: Done = E.right(undefined)

/**
 * The first of the commands that was refused, if any. Who finds that they are elsewhere at that time takes another day;
 * nothing else that people do here may be refused.
 */
const refused = (commands: ReadonlyArray<Command.Command>, answers: Answers): Done => {
  for (const [i, answer] of answers.entries()) {
    const command = commands[i]?.type
    const isElsewhere = E.isLeft(answer) && answer.left._tag === 'Overlapping'
    if (E.isLeft(answer) && command !== undefined && !isElsewhere) {
      const because = answer.left
      return E.left(
        because._tag === 'Unavailable' ? because : { _tag: 'Refused', command, because },
      )
    }
  }
  return done
}

const doAll = async ({ engine, directory }: Stage, deeds: ReadonlyArray<Deed>): Promise<Done> => {
  for (const { text } of deeds) {
    const put = text === undefined ? done : await directory.putText(text)()
    if (E.isLeft(put)) return put
  }
  const commands = deeds.map(({ command }) => command)
  return refused(commands, await Promise.all(commands.map((command) => engine.handle(command)())))
}

const open = async (stage: Stage): Promise<Done> => {
  const { setting, directory, rules, zone, gates } = stage
  const labels = [...Object.entries(codeLabels), ...setting.topics].flatMap(([code, label]) =>
    Values.Code.is(code) ? [{ code, language: 'en', label }] : [],
  )
  const put = isNonEmpty(labels) ? await directory.putLabels(labels)() : done
  if (E.isLeft(put)) return put
  return doAll(stage, [{ command: opening(setting, rules, zone, gates) }])
}

const enrolAll = async ({ setting, engine, directory }: Stage): Promise<Done> => {
  const people = setting.members.map(({ participant, person }) => profileOf(participant, person))
  const put = isNonEmpty(people) ? await directory.putPeople(people)() : done
  if (E.isLeft(put)) return put
  const numbers = setting.members.flatMap(({ person }) => [person.id, ...(person.chain ?? [])])
  const byKey = new Map(numbers.map((number) => [bareNumber(number), number]))
  const idOf = (key: string) => setting.participantOf(byKey.get(key) ?? key)
  const known = await engine.takeKeys([...byKey.keys()], idOf)()
  if (E.isLeft(known)) return known
  const commands = setting.members.map((member, place) => enrolmentOf(setting, member, place))
  const answers = await engine.enrol(setting.cohort, commands)()
  return E.isLeft(answers) ? answers : refused(commands, answers.right)
}

/** Drafts a matching, shows it, and records it; one that was recorded is not made again. */
const match = async (stage: Stage, run: number, { day, from }: Step): Promise<Done> => {
  const { setting, engine, directory } = stage
  const { cohort, ids, start, coordinator, policy } = setting
  const runId = ids.of(Values.RunId, run)
  const loaded = await engine.load(cohort)()
  if (E.isLeft(loaded)) return loaded
  if (Cohort.isTaken(loaded.right.cohort, runId)) return done
  const salted = await directory.salt(cohort, hashOf(setting.seed, ['salt']))()
  if (E.isLeft(salted)) return salted
  const seed = Math.floor(setting.chance('matching', run) * 2 ** 32)
  const { development = false } = stage
  const context = { seed, asOf: from }
  const notes = await idleNotes(policy, loaded.right.cohort, directory, context)()
  if (E.isLeft(notes)) return notes
  const draft = await engine.draft({ cohort, policy, ...context, development })()
  if (E.isLeft(draft)) return draft
  stage.onDraft(draft.right, run, notes.right)
  const recorded = await engine.record(draft.right, {
    at: instantOn(start, day, 420),
    by: coordinator,
    run: runId,
    pairingId: pairingIdIn(setting, run),
  })()
  return E.isLeft(recorded) ? recorded : done
}

/** What time asks for, in the name of the simulation's own system, so that a seed always tells the same. */
const keepTime = async (stage: Stage, asOf: Values.Instant): Promise<Done> => {
  const { engine, setting } = stage
  const loaded = await engine.load(setting.cohort)()
  if (E.isLeft(loaded)) return loaded
  const commands = due(loaded.right.cohort, asOf, setting.system)
  return doAll(
    stage,
    commands.map((command) => ({ command })),
  )
}

/** Does what is to be done in a step. */
export const performing =
  (stage: Stage) =>
  (act: Act, step: Step): TaskEither<SimulationFailure, void> =>
  async () => {
    switch (act._tag) {
      case 'Open':
        return open(stage)
      case 'EnrolAll':
        return enrolAll(stage)
      case 'Match':
        return match(stage, act.run, step)
      case 'KeepTime':
        return keepTime(stage, step.from)
      case 'Do':
        return doAll(stage, act.deeds)
    }
  }
