/** Lets through what belongs to the streams of a prefix. The interval of checkpoints is asked for, and read by nobody. */
export const filterOf = (prefix: string) => ({
  filterOn: 'streamName' as const,
  prefixes: [prefix],
  checkpointInterval: 1000,
})
