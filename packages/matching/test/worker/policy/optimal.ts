import { Criteria, Policy } from '@reverse-mentoring/matching'

/** A policy that a worker loads. */
export default Policy.optimal({ criteria: Criteria.empty, objective: 'participation-first' })
