/** What a row of a notice holds, for SQL. */
export const columns = 'id, cohort, recipient, due, not_after, fence, parked, content'
