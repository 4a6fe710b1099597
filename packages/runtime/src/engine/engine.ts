import type { Command, Port, Values } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type * as T from 'fp-ts/lib/Task.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { openCohorts, type Cohorts } from '../cohort/cohorts.ts'
import type { HandleFailure } from '../cohort/commit-batch.ts'
import type { Origin } from '../cohort/origin.ts'
import { cohortMemory } from '../cohort/memory.ts'
import { auditorDesk, type AuditorDesk } from '../desk/auditor-desk.ts'
import { coordinatorDesk, type CoordinatorDesk } from '../desk/coordinator-desk.ts'
import { operatorDesk, type OperatorDesk } from '../desk/operator-desk.ts'
import { participantDesk, type ParticipantDesk } from '../desk/participant-desk.ts'
import { sponsorDesk, type SponsorDesk } from '../desk/sponsor-desk.ts'
import { drafting, type Draft, type DraftFailure } from '../matching/draft.ts'
import type { DraftOptions } from '../matching/draft-options.ts'
import { recordingDrafts } from '../matching/recording.ts'
import { enrolling } from '../people/enrolling.ts'
import { compareWithLog } from '../people/compare-with-log.ts'
import { directoryByLog } from '../people/directory-by-log.ts'
import { erasing, finishErasures, type EraseFailure } from '../people/erasing.ts'
import type { Erasure } from '../people/erasure.ts'
import { findingKeys, takingKeys } from '../people/external-keys.ts'
import { handling } from '../people/handling.ts'
import { listing } from '../people/listing.ts'
import type { ErasureDone } from '../people/telling.ts'
import { dependableDirectory, dependableStore, dependableViewStore } from '../port/dependable.ts'
import { guarded } from '../port/guarded.ts'
import type { Progress } from '../projection/catch-up.ts'
import { openProjector, type Projector } from '../projection/projector.ts'
import { figures } from '../question/figures.ts'
import { receipts, type Receipt } from '../receipt.ts'
import { ticking, type Tick, type TickFailure } from '../time/timekeeper.ts'
import { openGate } from './gate.ts'
import { tellingMismatches } from './mismatch.ts'
import { givenFault, optionFault, settled, type EngineOptions } from './options.ts'
import { running } from './running.ts'
import { secretsOf } from './secrets.ts'

/** Everything that a product does with its cohorts. Each operation is a `TaskEither`; `promises` gives the same as promises. */
export interface Engine {
  /**
   * Answers a command once what it leads to is stored. Repeating a command is safe. Whom it enrols is listed in the
   * directory first, and whom it erases is deleted there; for many people there are `enrol` and `erase`.
   */
  readonly handle: (command: Command.Command, origin?: Origin) => TaskEither<HandleFailure, Receipt>
  /** The state as it is now, and its revision. */
  readonly load: Cohorts['load']
  /** Is done when the views show what a receipt answers for: one view, or all. */
  readonly awaitView: Projector['awaitView']
  /**
   * A draft of a matching, for a coordinator to look at. It records nothing. A policy that answers later leaves the engine
   * free, and ends when the signal is given, at the deadline, or when the engine is closed.
   */
  readonly draft: (options: DraftOptions) => TaskEither<DraftFailure, Draft>
  /** Records a draft that was looked at, and so asks its people; a large one in parts. */
  readonly record: ReturnType<typeof recordingDrafts>
  /** Enrols people, listed in the directory first, so that an erasure finds them whatever happens then. One answer for each. */
  readonly enrol: ReturnType<typeof enrolling>
  /**
   * Who is behind employee numbers or other keys of one's own: nobody any more, where that person was erased; absent where
   * it is not known. The directory keeps a keyed digest of them, and nothing else.
   */
  readonly findKeys: ReturnType<typeof findingKeys>
  /** The same, and who is not known gets an id, which stays theirs. */
  readonly takeKeys: ReturnType<typeof takingKeys>
  /** Erases people: permission first, then the directory, then every cohort that lists them. */
  readonly erase: (erasure: Erasure) => TaskEither<EraseFailure, ErasureDone>
  /** What one authenticated coordinator may ask. */
  readonly coordinator: (id: Values.ParticipantId) => CoordinatorDesk
  /** What one authenticated participant may ask. */
  readonly participant: (id: Values.ParticipantId) => ParticipantDesk
  /** What a sponsor may ask; the host vouches for who that is. */
  readonly sponsor: SponsorDesk
  /** What an auditor may ask; the host vouches for who that is. */
  readonly auditor: AuditorDesk
  /** What who keeps it all running may ask. */
  readonly operator: OperatorDesk
  /** Brings all views to the end of the log. */
  readonly catchUp: TaskEither<Port.Unavailable | Port.Misused, Progress>
  /** Does what time asks for as of an instant: now, unless told. */
  readonly tick: (asOf?: Values.Instant) => TaskEither<TickFailure, Tick>
  /** Keeps views and time until the signal is given. */
  readonly run: (signal: AbortSignal) => T.Task<void>
  /** Takes nothing more, answers what waits, and ends what runs; the ports stay open, for whoever opened them to close. */
  readonly close: T.Task<void>
}

/** Opens an engine on its ports. Any number of them may run on the same ports, in any number of processes. */
export const openEngine =
  (options: EngineOptions): TaskEither<Port.Unavailable | Port.Misused, Engine> =>
  async () => {
    const wrong = givenFault(options)
    if (wrong !== undefined) return E.left(wrong)
    const given = settled(options)
    const fault = optionFault(given)
    if (fault !== undefined) return E.left(fault)
    const { sources, patience, deadline, views, pageSize, onProgress, onParked } = given
    const asking = { patience, deadline, sources }
    const store = { ...dependableStore(given.store, asking), checkProofs: given.checkProofs }
    const viewStore = dependableViewStore(given.viewStore, asking)
    const directory = dependableDirectory(given.directory, asking)
    // Read first: what another engine appends from here on it appends under secrets that it has made.
    const first = await store.readLog({ limit: 1 })()
    const secrets = await secretsOf(directory, given.key)()
    if (E.isLeft(secrets)) return secrets
    const { key, system, areNew } = secrets.right
    const mismatched = tellingMismatches(given.onTrouble)
    const onOtherLog = (): void => mismatched({ _tag: 'DirectoryOfAnotherLog' })
    if (E.isRight(first)) {
      if (areNew && first.right.records.length > 0) mismatched({ _tag: 'NewDirectory' })
      const compared = await compareWithLog(directory, first.right, onOtherLog)
      if (E.isLeft(compared)) return compared
    }

    const written = receipts(key)
    const closing = new AbortController()
    const isOver = (): boolean => closing.signal.aborted
    const { through, desk, close } = openGate()
    const memory = cohortMemory(store, given.cached)
    const inTime = guarded(given.commandDeadline, sources)
    const cohorts = openCohorts({
      ...{ store, memory, sources, receipts: written, inTime },
      list: listing(directory),
    })
    const projector = openProjector({
      ...{ store, viewStore, memory, receipts: written },
      ...{ views, pageSize, onProgress, onParked, isOver },
      onOtherLog: (others) => mismatched({ _tag: 'ViewsOfAnotherLog', cohorts: others }),
    })
    const setRight = directoryByLog({
      ...{ store, directory, cohorts, sources, system },
      ...{ pageSize, isOver },
      onOtherLog,
    })
    const bench = { cohorts, directory, sources, system, setRight }
    const tick = ticking({
      ...{ cohorts, viewStore, isOver, by: system },
      setRight,
      finishErasures: finishErasures(bench),
    })
    const told = figures(store)
    const draft = drafting({
      ...{ cohorts, directory, receipts: written },
      ...{ sources, atOnce: given.draftsAtOnce, closing: closing.signal },
    })
    const record = recordingDrafts(cohorts, written)
    const [findKeys, takeKeys] = [findingKeys(directory), takingKeys(directory)]
    const [handle, enrol, erase] = [handling(bench), enrolling(cohorts), erasing(bench)]

    const { parked, oldViews, ...questions } = operatorDesk(viewStore, views)
    const work = running({ store, projector, tick }, given)
    const runs = new Set<Promise<void>>()
    return E.right({
      handle: (command, origin) => through(inTime((isLate) => handle(command, origin, isLate))),
      load: (cohort) => through(cohorts.load(cohort)),
      awaitView: (receipt, view) => through(projector.awaitView(receipt, view)),
      draft: (asked) => through(draft(asked)),
      record: (drafted, recording) => through(record(drafted, recording)),
      enrol: (cohort, people) => through(enrol(cohort, people)),
      findKeys: (keys) => through(findKeys(keys)),
      takeKeys: (keys, idOf) => through(takeKeys(keys, idOf)),
      erase: (erasure) => through(erase(erasure)),
      coordinator: (id) => desk(coordinatorDesk({ figures: told, viewStore, cohorts })(id)),
      participant: (id) => desk(participantDesk(viewStore)(id)),
      sponsor: desk(sponsorDesk(told)),
      auditor: desk(auditorDesk(viewStore)),
      operator: { ...desk(questions), parked: through(parked), oldViews: through(oldViews) },
      catchUp: through(projector.catchUp()),
      tick: (asOf) => through(() => tick(asOf ?? sources.now())()),
      run: (signal) => async () => {
        const run = work(AbortSignal.any([signal, closing.signal]))()
        runs.add(run)
        await run.finally(() => runs.delete(run))
      },
      close: async () => {
        closing.abort()
        await close()
        await Promise.allSettled(runs)
        await cohorts.drain()
      },
    })
  }
