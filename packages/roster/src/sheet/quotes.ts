/** Where the quote opens that is open at the end of a text or at its n-th line, whichever comes first: its line, from 1. */
export const openQuote = (
  text: string,
  separator: string,
  until = Infinity,
): number | undefined => {
  let [line, opened] = [1, 0]
  let isOpen = false
  for (let at = 0; at < text.length && line <= until; at += 1) {
    const letter = text[at]
    if (letter === '\n') line += 1
    if (letter !== '"') continue
    if (isOpen && text[at + 1] === '"') at += 1
    else if (isOpen) isOpen = false
    else if (at === 0 || text[at - 1] === '\n' || text[at - 1] === separator) {
      isOpen = true
      opened = line
    }
  }
  return opened === 0 ? undefined : opened
}
