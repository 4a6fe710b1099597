const entriesOf = (value: object): ReadonlyArray<readonly [string, unknown]> =>
  Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))

const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(entriesOf(value))
    : value

/** A value as text, its fields by name; a list shows an item on each line. */
export const readable = (value: unknown): string =>
  Array.isArray(value)
    ? `[\n${value.map((item) => `  ${JSON.stringify(item, inOrder)}`).join(',\n')}\n]`
    : JSON.stringify(value, inOrder, 2)

/** Whether two values say the same, in whatever order their fields stand. Absent and `undefined` are one. */
export const sameShape = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder)
