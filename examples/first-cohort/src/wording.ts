import type { Values } from '@reverse-mentoring/core'

/** `1 pairing`, `2 pairings`. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${String(n)} ${n === 1 ? one : many}`

const dates = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** `12 January 2026` */
export const dateText = (at: Values.Instant): string => dates.format(new Date(at))

/** Text in lines of at most so many letters; it keeps its indent, and later lines are set in as far as told. */
export const wrapped = (text: string, width = 80, indent = ''): string => {
  const lines: Array<string> = []
  let line = /^ */.exec(text)?.[0] ?? ''
  let isEmpty = true
  for (const word of text.trim().split(' ')) {
    const longer = isEmpty ? line + word : `${line} ${word}`
    if (!isEmpty && longer.length > width) {
      lines.push(line)
      line = indent + word
    } else line = longer
    isEmpty = false
  }
  return [...lines, line].join('\n')
}
