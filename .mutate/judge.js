import { readFileSync } from 'node:fs'

const fields = ['file', 'line', 'was', 'is', 'why']
const keyOf = ({ file, line, was, is }) => JSON.stringify([file, line, was, is])
const lives = ({ status }) => status === 'Survived' || status === 'NoCoverage'

/** Reads the judged survivors, or says which entry is no judgement. */
export const readJudged = (path = '.mutate/judged.json') =>
  JSON.parse(readFileSync(path, 'utf8')).map((entry, i) => {
    const missing = fields.find((name) => typeof entry[name] !== 'string')
    if (missing !== undefined || entry.why.trim() === '')
      throw new TypeError(`${path}: entry ${i + 1} needs ${missing ?? 'a reason in why'}, a text.`)
    return entry
  })

/** Who survived unjudged, who was judged, and which judgements of these files no survivor needs any more. */
export const judge = (mutants, judged) => {
  const known = new Map(judged.map((entry) => [keyOf(entry), entry]))
  const files = new Set(mutants.map(({ file }) => file))
  const survivors = mutants.filter(lives)
  const needed = new Set(survivors.map(keyOf))
  return {
    survivors: survivors.filter((mutant) => !known.has(keyOf(mutant))),
    accepted: survivors.filter((mutant) => known.has(keyOf(mutant))),
    stale: judged.filter((entry) => files.has(entry.file) && !needed.has(keyOf(entry))),
  }
}
