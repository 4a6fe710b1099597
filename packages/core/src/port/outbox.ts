import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Checkpoint, JsonObject } from '../stored/record.ts'
import type { CohortId, ParticipantId } from '../values/id.ts'
import type { Instant } from '../values/instant.ts'
import type { Misused, Overtaken, Unavailable } from './failure.ts'
import type { Header, HeaderPage, NewHeader, Progress } from './view-store.ts'

/** Whom a notice is for. Who coordinates now is looked up when it goes. */
export type Recipient = ParticipantId | 'coordinators'

/** A notice on its way into the outbox. */
export interface NewNotice {
  /** Tells nothing of what it is about. One that was taken is never taken again, whatever became of it. */
  readonly id: string
  readonly recipient: Recipient
  /** It goes at this instant at the earliest; a later one may replace it for as long as nobody has claimed it. */
  readonly due: Instant
  /** From here on it would be stale; after `due`. */
  readonly notAfter: Instant
  /** What it is one of: others of its cohort name it to replace it, so it names the recipient as well. */
  readonly slot: string
  /** Notices of its cohort in these slots that nobody has claimed yet do not go any more. */
  readonly replaces?: ReadonlyArray<string>
  /** The same for these; and where there is one of them, this one does not go either. */
  readonly meets?: ReadonlyArray<string>
  /** What it says, by codes and ids; an object of plain JSON. */
  readonly content: object
}

/** What a commit says of the notices of one cohort. */
export interface NoticeChange {
  readonly cohort: CohortId
  /** The version that stands; 0 where there is no header. The commit's header is the next one. */
  readonly after: number
  readonly header: NewHeader
  /** Taken in this order. */
  readonly put: ReadonlyArray<NewNotice>
}

/** Everything that one step of the reader brings about; all of it is committed, or nothing. */
export interface NoticeCommit {
  /** No cohort stands in it twice. */
  readonly changes: ReadonlyArray<NoticeChange>
  /** The checkpoint to which the reader comes with it, and where it stood: as for the readers of views. */
  readonly progress?: Omit<Progress, 'readers'>
}

/** A notice that has not gone yet. */
export interface WaitingNotice extends Pick<NewNotice, 'id' | 'recipient' | 'notAfter'> {
  readonly cohort: CohortId
  /** Of one that is claimed, when its claim ends. */
  readonly due: Instant
  /** The number of its last claim: whoever has that may settle it. 0 before the first; going again raises it, too. */
  readonly fence: number
  readonly content: JsonObject
  /** Why it was set aside, until somebody has it go again. */
  readonly parked?: string
}

/** Claims what is due now, for a while: until then nobody else gets it. */
export interface ClaimAsked {
  readonly now: Instant
  /** When the claim ends by itself, so that what a process took with it into its end goes all the same. */
  readonly until: Instant
  readonly limit: number
}

export interface Claimed {
  /** In the order of their being due, then of their ids. */
  readonly notices: ReadonlyArray<WaitingNotice>
  /** When there is something to claim again, as far as is known now; nothing where nothing waits. */
  readonly next?: Instant
}

/** What became of a claimed notice: it went, or need not go; it goes later; or it is set aside, and why. */
export type Outcome =
  | { readonly _tag: 'Done' }
  | { readonly _tag: 'Later'; readonly due: Instant }
  | { readonly _tag: 'Parked'; readonly because: string }

/** What became of a notice, by who claimed it. */
export interface Settlement {
  readonly id: string
  /** That of the claim. */
  readonly fence: number
  readonly as: Outcome
}

/** Notices in the order of their ids. */
export interface NoticePage {
  readonly notices: ReadonlyArray<WaitingNotice>
  readonly more: boolean
}

/**
 * Where notices wait until they go. They are put by a reader of the log under one header for each cohort, fenced as views
 * are, and claimed by any number of processes. Of a notice that is done only its id stays. All clocks are of the callers.
 * Ids, slots and reasons have at most 500 characters, a content 65 536 as JSON; 10 000 notices go in one call at most.
 * Its laws are `outboxLaws` in `@reverse-mentoring/testing`.
 */
export interface Outbox {
  /** Refused as `Overtaken`, with all cohorts that were, if the header of one is not at the version that its change names. */
  readonly commit: (commit: NoticeCommit) => TaskEither<Overtaken | Misused | Unavailable, void>
  /** Where the reader of the log has come; `undefined` before it first said so. A hint. */
  readonly checkpoint: TaskEither<Misused | Unavailable, Checkpoint | undefined>
  /** The headers of these, in the order of the asking; `undefined` where there is none. */
  readonly headers: (
    of: ReadonlyArray<CohortId>,
  ) => TaskEither<Misused | Unavailable, ReadonlyArray<Header | undefined>>
  /** All headers, or those that are parked. A page is exactly full unless it is the last. */
  readonly headersOf: (page: {
    readonly after?: CohortId
    readonly limit: number
    readonly parked?: true
  }) => TaskEither<Misused | Unavailable, HeaderPage>
  /** No notice is in two claims of one time, whoever asks. A claim that nobody was told of ends by itself. */
  readonly claim: (asked: ClaimAsked) => TaskEither<Misused | Unavailable, Claimed>
  /**
   * Says what became of claimed notices, and answers the ids of those for which it does not count: somebody claimed them
   * since, or nobody knows them any more. The same again counts again. O(settlements).
   */
  readonly settle: (
    settlements: ReadonlyArray<Settlement>,
  ) => TaskEither<Misused | Unavailable, ReadonlyArray<string>>
  /** Those that wait, or those that are parked. A page is exactly full unless it is the last. */
  readonly notices: (page: {
    readonly after?: string
    readonly limit: number
    readonly parked?: true
  }) => TaskEither<Misused | Unavailable, NoticePage>
  /** Has those of them that are parked go again from an instant on; who claimed them before has no say any more. */
  readonly retry: (
    ids: ReadonlyArray<string>,
    due: Instant,
  ) => TaskEither<Misused | Unavailable, void>
  /** Nothing goes to these people any more of what is there, and nobody is shown what they would have been told. */
  readonly forget: (people: ReadonlyArray<ParticipantId>) => TaskEither<Misused | Unavailable, void>
  /**
   * Takes away the ids of what is done and was stale before an instant; one of these could be put again. One that is cut
   * short has taken some.
   */
  readonly sweep: (before: Instant) => TaskEither<Misused | Unavailable, void>
}
