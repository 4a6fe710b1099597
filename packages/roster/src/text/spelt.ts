import { plain } from './plain.ts'

/** Letters that are no others with accents, as they are written where a keyboard lacks them. */
const written: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'oe', þ: 'th' },
  ...{ ł: 'l', đ: 'd', ð: 'd', ı: 'i' },
}

/** Words of a name, the same for `Jürgen Weiß`, `Juergen Weiss` and `Jurgen Weiss`; to be compared, not to be shown. */
export const spelt = (text: string): string =>
  plain(text)
    .replace(/[ßæœøþłđðı]/g, (letter) => written[letter] ?? letter)
    .replace(/([aou])e/g, '$1')

/** How far a digit of any script is from its zero: they stand in tens. */
const valueOf = (digit: string): number => {
  const at = digit.codePointAt(0) ?? 0
  let before = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(at - before - 1))) before += 1
  return before % 10
}

/** A text with the digits of every script as those from 0 to 9. */
export const latinDigits = (text: string): string =>
  text.replace(/(?!\d)\p{Nd}/gu, (digit) => String(valueOf(digit)))
