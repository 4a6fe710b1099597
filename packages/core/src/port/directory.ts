import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Code } from '../values/code.ts'
import type { CohortId, ParticipantId, TextId } from '../values/id.ts'
import type { Unavailable } from './failure.ts'

/** What is known of somebody in one respect. Absent means unknown. */
export type AttributeValue = string | number | boolean | ReadonlyArray<string>
export type Attributes = Readonly<Record<string, AttributeValue>>

/** A person behind a participant id. */
export interface Person {
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

/**
 * Everything personal, apart from the log and deletable.
 *
 * Erasing somebody goes: `erase`, then `ParticipantErased` into each cohort it answered, then `forget`.
 * Each step can be repeated; the cohorts stay listed until `forget`.
 */
export interface Directory {
  /** Writes these people; who is there is replaced, who is being erased stays erased. */
  readonly putPeople: (people: ReadonlyNonEmptyArray<Person>) => TaskEither<Unavailable, void>
  /** Those of them who are known; who is erased is not. */
  readonly findPeople: (
    participants: ReadonlyArray<ParticipantId>,
  ) => TaskEither<Unavailable, ReadonlyMap<ParticipantId, Person>>
  /** Lists the cohort with each of these people, before they are enrolled, so that an erasure finds it. */
  readonly listCohort: (
    cohort: CohortId,
    participants: ReadonlyNonEmptyArray<ParticipantId>,
  ) => TaskEither<Unavailable, void>
  readonly putText: (text: Text) => TaskEither<Unavailable, void>
  readonly findText: (text: Text['text']) => TaskEither<Unavailable, Text | undefined>
  readonly putLabels: (labels: ReadonlyNonEmptyArray<Label>) => TaskEither<Unavailable, void>
  /** The labels of a language, by code. */
  readonly labels: (language: string) => TaskEither<Unavailable, ReadonlyMap<Code, string>>
  /** The cohort's salt of matching digests: the one there is, else the fresh one, which is kept. */
  readonly salt: (cohort: CohortId, fresh: string) => TaskEither<Unavailable, string>
  /**
   * Deletes name, address, attributes, every text by or about the person, and the salts of their cohorts.
   * Answers the cohorts that must still be told.
   */
  readonly erase: (participant: ParticipantId) => TaskEither<Unavailable, ReadonlyArray<CohortId>>
  /** Deletes what was left of an erased person: the id and the list of cohorts. Of anybody else it deletes nothing. */
  readonly forget: (participant: ParticipantId) => TaskEither<Unavailable, void>
}
