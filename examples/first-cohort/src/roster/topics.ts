import { Values } from '@reverse-mentoring/core'

/** The code of a topic: its words in lower case, joined by hyphens; `undefined` where none or more than 40 letters are left. */
export const topicCode = (label: string): Values.Code | undefined => {
  const code = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return Values.Code.is(code) ? code : undefined
}

/** What the topics are called, by code: the first spelling counts. */
export const topicLabels = (labels: Iterable<string>): ReadonlyMap<Values.Code, string> => {
  const known = new Map<Values.Code, string>()
  for (const label of labels) {
    const code = topicCode(label)
    if (code !== undefined && !known.has(code)) known.set(code, label.trim())
  }
  return known
}
