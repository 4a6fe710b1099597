import type { Matching } from '@reverse-mentoring/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Measure } from './measure.ts'
import { lesser, sum } from './pair-of.ts'
import { shared } from './sets.ts'

const offered = (person: Matching.Candidate) => person.offered
const sought = (person: Matching.Candidate) => person.sought

const mentorOffers: Measure = ({ mentors, mentees }) =>
  E.right(shared(mentors, offered, mentees, sought))
const menteeOffers: Measure = ({ mentors, mentees }) =>
  E.right(shared(mentors, sought, mentees, offered))

const inMode =
  (reciprocal: Measure): Measure =>
  (people, code) =>
    (people.pool.mode === 'reciprocal' ? reciprocal : mentorOffers)(people, code)

/** Topics that the mentor offers and the mentee seeks, in a reciprocal cohort those of the other direction too. */
export const sharedTopics: Measure = inMode(sum(mentorOffers, menteeOffers))

/** The same, of the direction that has fewer. */
export const sharedTopicsEachWay: Measure = inMode(lesser(mentorOffers, menteeOffers))
