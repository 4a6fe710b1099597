/** Tests in other packages that hold this one to its word. */
const also = {
  core: [
    'packages/matching/test/policy/{bad-input,limits,optimal,stable}.test.ts',
    'packages/testing/test/invariants/{examples,invariants}.test.ts',
  ],
}

/** What looks at types, documents or other processes meets no mutant. */
const blind = ['hover', 'glossary', 'docs', 'readme', 'supported-node', '*processes']

/** The tests that a mutant of a package has to survive. */
export const testsOf = (owner) => ({
  include: [`packages/${owner}/test/**/*.test.ts`, ...(also[owner] ?? [])],
  exclude: blind.map((name) => `**/${name}.test.ts`),
})
