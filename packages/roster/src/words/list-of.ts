/** Each different text of a cell, in its order: separated by semicolons, commas, bars or line breaks. */
export const listOf = (cell: string): ReadonlyArray<string> => [
  ...new Set(
    cell
      .split(/[;,|\n、，；]/u)
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  ),
]
