import type { Values } from '@reverse-mentoring/core'
import { folded } from '../text/plain.ts'
import { quoted } from '../text/quoted.ts'
import { topicCode } from './topic-code.ts'

/** What the topics are called, and which words could not be told apart. */
export interface Topics {
  /** By code, as it was written first. */
  readonly labels: ReadonlyMap<Values.Code, string>
  /** Words that share a code with another one, in a sentence each. */
  readonly shared: ReadonlyArray<string>
}

/** The topics that some words name. */
export const topicsOf = (words: Iterable<string>): Topics => {
  const labels = new Map<Values.Code, string>()
  const shared = new Map<string, string>()
  for (const word of words) {
    const code = topicCode(word)
    if (code === undefined) continue
    const first = labels.get(code)
    if (first === undefined) labels.set(code, word.trim())
    else if (folded(first) !== folded(word) && !shared.has(folded(word)))
      shared.set(folded(word), `${quoted(word)} and ${quoted(first)} count as one topic, ${code}.`)
  }
  return { labels, shared: [...shared.values()] }
}
