/** So many parts of a list, equal in size but for one, in order; a part may be empty where there are more parts than items. */
export const inParts = <A>(
  items: ReadonlyArray<A>,
  parts: number,
): ReadonlyArray<ReadonlyArray<A>> =>
  Array.from({ length: parts }, (_, i) =>
    items.slice(
      Math.round((i * items.length) / parts),
      Math.round(((i + 1) * items.length) / parts),
    ),
  )

/** How many parts a list needs, where each holds at most so many; at least one. */
export const partsNeeded = (items: ReadonlyArray<unknown>, most: number): number =>
  Math.max(1, Math.ceil(items.length / most))
