/** A plan that was made while a table was small is kept while the table grows: a function keeps to the indexes. */
export const byIndex =
  'SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off'
