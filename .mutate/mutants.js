import { readFileSync } from 'node:fs'

/** The source between two places, both counted from one. */
const cut = (lines, { start, end }) =>
  lines
    .slice(start.line - 1, end.line)
    .map((line, i, { length }) =>
      line.slice(i === 0 ? start.column - 1 : 0, i === length - 1 ? end.column - 1 : undefined),
    )
    .join('\n')

const short = (text) => text.replaceAll(/\s+/g, ' ').trim()

/** What became of each mutant of a report: `was` turned into `is`, in the words of `line`. */
export const mutantsOf = (report) => {
  const { files } = JSON.parse(readFileSync(report, 'utf8'))
  return Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n')
    return mutants.map(({ location, replacement, status, static: always = false }) => ({
      file,
      at: location.start.line,
      line: lines[location.start.line - 1].trim(),
      was: short(cut(lines, location)),
      is: short(replacement ?? ''),
      status,
      always,
    }))
  })
}
