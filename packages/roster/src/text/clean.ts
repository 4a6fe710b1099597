/** Directions, joiners that nobody types, byte order marks … Two that scripts need inside words stay: U+200C and U+200D. */
const invisible = /(?![\u200C\u200D])\p{Cf}/gu
const control = /(?!\n)\p{Cc}/gu

/**
 * Text as it may be shown anywhere: composed (NFC), with plain spaces, without control characters, direction overrides
 * and other characters that nobody sees; line breaks inside stay.
 */
export const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]/gu, ' ')
    .replace(control, ' ')
    .replace(invisible, '')
    .normalize('NFC')
    .trim()

/** Whether cleaning takes something out of a text that nobody can see in it. */
export const hidesSomething = (text: string): boolean =>
  /(?![\u200C\u200D])\p{Cf}|(?![\n\r\t])\p{Cc}/u.test(text)
