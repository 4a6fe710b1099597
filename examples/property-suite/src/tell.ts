import type { Ran } from './runners.ts'

const groupsOf = (tests: ReadonlyArray<Ran>): ReadonlyMap<string, ReadonlyArray<Ran>> => {
  const groups = new Map<string, Array<Ran>>()
  for (const test of tests) {
    const group = groups.get(test.group) ?? []
    groups.set(test.group, group)
    group.push(test)
  }
  return groups
}

/** Groups whose tests are told one by one; of the others it is told how many hold, and which do not. */
const inFull = [
  'Its broken twin',
  'Its broken twin on a disk',
  'The file',
  "A history of one's own",
]

/** The store first, and the rest as it comes. */
const inOrder = (tests: ReadonlyArray<Ran>): ReadonlyArray<Ran> =>
  tests.toSorted((a, b) => Number(b.group.includes('store')) - Number(a.group.includes('store')))

const sentencesOf = (group: string, tests: ReadonlyArray<Ran>): ReadonlyArray<string> => {
  const kept = tests.filter(({ passed }) => passed).length
  const told = tests.filter(({ passed }) => !passed || inFull.includes(group))
  return [
    `${group}: ${String(kept)} of ${String(tests.length)} hold`,
    ...told.flatMap(({ title, passed, told }) => [
      `  ${passed ? '✓' : '✗'} ${title}`,
      ...(passed ? [] : [told.replace(/^/gm, '      ')]),
    ]),
    '',
  ]
}

/** What a newcomer reads of a run: a sentence for each part of the suite, and whether all of it holds. */
export const tell = (
  tests: ReadonlyArray<Ran>,
  underNode: Ran,
): { readonly sentences: ReadonlyArray<string>; readonly areKept: boolean } => ({
  sentences: [
    ...[...groupsOf(inOrder(tests))].flatMap(([group, some]) => sentencesOf(group, some)),
    underNode.passed
      ? `The store and its twin under node:test: ${underNode.title} hold as well.`
      : `Under node:test not all of the store's tests hold:\n${underNode.told}`,
  ],
  areKept: underNode.passed && tests.length > 0 && tests.every(({ passed }) => passed),
})
