/** Numbers up to here are remembered. */
const most = 20_000

/** A function of whole numbers that makes each text once: a walk asks for the same few again and again. */
export const remembered = <Text extends string>(
  make: (n: number) => Text,
): ((n: number) => Text) => {
  const texts: Array<Text | undefined> = []
  return (n) => {
    if (!Number.isInteger(n) || n < 0 || n >= most) return make(n)
    const text = texts[n] ?? make(n)
    texts[n] = text
    return text
  }
}
