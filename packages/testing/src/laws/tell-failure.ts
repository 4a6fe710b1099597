/** Why something could not be done, as whoever could not do it said it. */
export const tellFailure = (failure: unknown): string => {
  if (typeof failure !== 'object' || failure === null || !('_tag' in failure))
    return String(failure)
  return `${String(failure._tag)}${'reason' in failure ? `: ${String(failure.reason)}` : ''}`
}
