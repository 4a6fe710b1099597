import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Code } from '../values/code.ts'
import type { Digest } from '../values/digest.ts'
import type { CohortId, ParticipantId, TextId } from '../values/id.ts'
import type { Erased, Misused, Unavailable } from './failure.ts'

/** What is known of somebody in one respect. Absent means unknown. */
export type AttributeValue = string | number | boolean | ReadonlyArray<string>
export type Attributes = Readonly<Record<string, AttributeValue>>

/** Who is behind a participant id. */
export interface Profile {
  readonly participant: ParticipantId
  readonly name: string
  /** Where notices go, such as an e-mail address; absent for somebody who is told in person. */
  readonly address?: string
  /** Of the job: region, department, location, languages, zone … */
  readonly attributes: Attributes
  /** Of the person, self-declared: gender, ethnicity … Read only with their consent or another recorded legal basis. */
  readonly identity: Attributes
}

/** A text that the log only refers to; it goes when its author or one of its subjects is erased. */
export interface Text {
  readonly text: TextId
  readonly author: ParticipantId
  readonly subjects: ReadonlyArray<ParticipantId>
  readonly words: string
}

/** What a code is called, in one language (BCP 47). */
export interface Label {
  readonly code: Code
  readonly language: string
  readonly label: string
}

/** What somebody is called elsewhere, such as by an employee number, as a keyed digest: it tells nobody who it is. */
export interface ExternalKey {
  readonly key: Digest
  readonly participant: ParticipantId
}

/** Who has each of some external keys: nobody any more, where that person was erased; absent where nobody ever had it. */
export type KeyHolders = ReadonlyMap<Digest, ParticipantId | undefined>

/** An erasure under way: who, and the cohorts that must still be told. */
export interface Erasing {
  readonly participant: ParticipantId
  readonly cohorts: ReadonlyArray<CohortId>
}

/**
 * Everything personal, apart from the log and deletable.
 *
 * Erasing somebody goes: `erase`, then `ParticipantErased` into each cohort it answered, each then `told`. Each step can
 * be repeated; the id stays, marked as erased, as long as a cohort has not been told, and goes with the last one. What
 * then still comes of it, late or by mistake, is not taken: a directory knows by a digest, or by other means that tell
 * nobody who it was, whom it has erased. Who comes again is somebody new, with an id that is new. External keys of the
 * erased stay, and belong to nobody: so a file that still names them brings nobody back.
 */
export interface Directory {
  /** Writes these people; who is there is replaced, who is or was being erased stays erased. */
  readonly putPeople: (
    people: ReadonlyNonEmptyArray<Profile>,
  ) => TaskEither<Misused | Unavailable, void>
  /** Those of them who are known; who is erased is not. */
  readonly findPeople: (
    participants: ReadonlyArray<ParticipantId>,
  ) => TaskEither<Misused | Unavailable, ReadonlyMap<ParticipantId, Profile>>
  /**
   * Lists the cohort with each of these people, before they are enrolled, so that an erasure finds it. Who is or was
   * being erased is refused, and then nobody is listed.
   */
  readonly listCohort: (
    cohort: CohortId,
    participants: ReadonlyNonEmptyArray<ParticipantId>,
  ) => TaskEither<Erased | Misused | Unavailable, void>
  /**
   * Gives external keys to people, and answers who has each. A key that somebody has, or that somebody had who was erased,
   * stays as it is; to who is or was being erased none is given. One person may have several.
   */
  readonly takeKeys: (
    keys: ReadonlyNonEmptyArray<ExternalKey>,
  ) => TaskEither<Misused | Unavailable, KeyHolders>
  /** Who has each of some external keys. */
  readonly findKeys: (keys: ReadonlyArray<Digest>) => TaskEither<Misused | Unavailable, KeyHolders>
  /** The cohorts that are listed with somebody, in their order. */
  readonly cohortsOf: (
    participant: ParticipantId,
  ) => TaskEither<Misused | Unavailable, ReadonlyArray<CohortId>>
  /** Keeps a text; one by or about somebody who is or was being erased is passed over. */
  readonly putText: (text: Text) => TaskEither<Misused | Unavailable, void>
  readonly findText: (text: Text['text']) => TaskEither<Misused | Unavailable, Text | undefined>
  readonly putLabels: (
    labels: ReadonlyNonEmptyArray<Label>,
  ) => TaskEither<Misused | Unavailable, void>
  /** The labels of a language, by code. */
  readonly labels: (
    language: string,
  ) => TaskEither<Misused | Unavailable, ReadonlyMap<Code, string>>
  /** The cohort's salt of matching digests: the one there is, else the fresh one, which is kept. */
  readonly salt: (cohort: CohortId, fresh: string) => TaskEither<Misused | Unavailable, string>
  /** A secret of this installation, by its name: the one there is, else the fresh one, which is kept. */
  readonly secret: (name: string, fresh: string) => TaskEither<Misused | Unavailable, string>
  /**
   * Deletes name, address, attributes, every text by or about these people, and the salts of their cohorts; many at once
   * cost what one costs, and who is not there is erased beforehand. Answers the cohorts of each that must still be told, in the order of the asking.
   */
  readonly erase: (
    participants: ReadonlyNonEmptyArray<ParticipantId>,
  ) => TaskEither<Misused | Unavailable, ReadonlyArray<Erasing>>
  /** The cohort has been told of these erasures. Of somebody whose cohorts have all been told nothing is left, and nothing comes again; of who is not being erased nothing is deleted. */
  readonly told: (
    cohort: CohortId,
    participants: ReadonlyNonEmptyArray<ParticipantId>,
  ) => TaskEither<Misused | Unavailable, void>
  /** Erasures of which a cohort has not been told yet, up to `limit` people after one, in the order of their ids. */
  readonly erasing: (page: {
    readonly after?: ParticipantId
    readonly limit: number
  }) => TaskEither<Misused | Unavailable, ReadonlyArray<Erasing>>
}
