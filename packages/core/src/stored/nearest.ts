/** How many letters must change, come or go until one word is the other. O(length²). */
const distance = (a: string, b: string): number => {
  let before = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of a.split('').entries()) {
    const row = [i + 1]
    for (const [j, other] of b.split('').entries()) {
      const replaced = (before[j] ?? 0) + (letter === other ? 0 : 1)
      row.push(Math.min(replaced, (before[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1))
    }
    before = row
  }
  return before.at(-1) ?? 0
}

/** The word that somebody who wrote another one is likely to have meant: at most two letters away. */
export const nearest = (word: string, words: ReadonlyArray<string>): string | undefined => {
  if (!/^[A-Za-z]{3,40}$/.test(word)) return undefined
  const found = words
    .map((one) => ({ one, far: distance(word.toLowerCase(), one.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)[0]
  return found !== undefined && found.far <= 2 ? found.one : undefined
}
