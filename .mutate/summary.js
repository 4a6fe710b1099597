const noticed = ({ status }) => status === 'Killed' || status === 'Timeout'
const valid = ({ status }) =>
  noticed({ status }) || status === 'Survived' || status === 'NoCoverage'

/** Of the mutants that a test should notice, how many one did, in per cent. */
export const scoreOf = (mutants, judged = 0) => {
  const asked = mutants.filter(valid).length - judged
  return asked === 0 ? 100 : (100 * mutants.filter(noticed).length) / asked
}

const percent = (score) => (Math.floor(score * 10) / 10).toFixed(1)
const code = (text) => {
  const shown = text.length > 100 ? `${text.slice(0, 99)}…` : text
  return shown === '' ? '(nothing)' : shown.includes('`') ? `\`\` ${shown} \`\`` : `\`${shown}\``
}

const row = (name, mutants, accepted) => {
  const count = (status) => mutants.filter((mutant) => mutant.status === status).length
  const alive = count('Survived') + count('NoCoverage') - accepted.length
  return `| ${name} | ${mutants.filter(valid).length} | ${percent(scoreOf(mutants))} | ${percent(scoreOf(mutants, accepted.length))} | ${alive} | ${accepted.length} |`
}

/** The scores by file, and every survivor, in Markdown. */
export const summaryOf = ({ folder, mutants, survivors, accepted, stale, open }) => {
  const files = Map.groupBy(mutants, ({ file }) => file)
  const acceptedIn = Map.groupBy(accepted, ({ file }) => file)
  const lines = [
    `# Mutants of ${folder}`,
    '',
    '| file | mutants | score | without judged | survivors | judged |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...[...files].map(([file, some]) => row(file, some, acceptedIn.get(file) ?? [])),
    row('**all**', mutants, accepted),
  ]
  if (survivors.length > 0) lines.push('', '## Survivors', '')
  for (const { file, at, was, is, status } of survivors)
    lines.push(
      `- ${file}:${at} ${code(was)} → ${code(is)}${status === 'NoCoverage' ? ' (no test runs it)' : ''}`,
    )
  if (stale.length > 0)
    lines.push('', '## Judged in .mutate/judged.json, and no survivor any more', '')
  for (const { file, line, was, is } of stale)
    lines.push(`- ${file}: ${code(was)} → ${code(is)} in ${code(line)}`)
  if (open.length > 0)
    lines.push(
      '',
      '## Not run yet, or not since their files or tests changed',
      '',
      ...open.map(({ name }) => `- ${name}`),
    )
  return `${lines.join('\n')}\n`
}
