/** Words compare without case, however they are joined: with spaces, hyphens, slashes … */
export const folded = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_/\-‐-―]+/gu, ' ')
    .trim()

/** Headers and names compare without case, accents and signs. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\be mail/, 'email')
    .trim()
