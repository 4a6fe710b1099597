import * as E from 'fp-ts/lib/Either.js'
import { parse, printParseErrorCode, visit, type ParseError } from 'jsonc-parser'
import { unreadable, type UnreadableRoster } from '../problem.ts'
import { quoted } from '../text/quoted.ts'
import { csvText } from './csv-text.ts'

const place = (text: string, offset: number): string => {
  const lines = text.slice(0, offset).split('\n')
  return `line ${String(lines.length)}, column ${String((lines.at(-1) ?? '').length + 1)}`
}

/** `CommaExpected` in words. */
const inWords = (code: string): string => code.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase()

const whereBroken = (text: string): string => {
  const errors: Array<ParseError> = []
  parse(text, errors, { disallowComments: true })
  const [first] = errors
  return first === undefined
    ? 'line 1'
    : `${place(text, first.offset)} (${inWords(printParseErrorCode(first.error))})`
}

/** A field that stands twice in one object: a parser keeps the last one and says nothing. */
const fieldTwice = (
  text: string,
): { readonly name: string; readonly offset: number } | undefined => {
  const open: Array<Set<string>> = []
  let twice: { readonly name: string; readonly offset: number } | undefined
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set())
    },
    onObjectEnd: () => {
      open.pop()
    },
    onObjectProperty: (name, offset) => {
      const names = open.at(-1)
      if (names?.has(name) === true) twice ??= { name, offset }
      names?.add(name)
    },
  })
  return twice
}

/** The value that a JSON file holds, in UTF-8 or UTF-16; where it is none, or says something twice, at which place. O(bytes). */
export const jsonOf = (bytes: Uint8Array): E.Either<UnreadableRoster, unknown> => {
  const text = csvText(bytes)
  if (E.isLeft(text))
    return E.left(
      unreadable('the file is no JSON, since it is not text', 'save it as JSON in UTF-8'),
    )
  try {
    const value: unknown = JSON.parse(text.right)
    const twice = fieldTwice(text.right)
    return twice === undefined
      ? E.right(value)
      : E.left(
          unreadable(
            `the field ${quoted(twice.name)} stands twice in one object (${place(text.right, twice.offset)})`,
            'keep one of the two; what has several values is a list',
          ),
        )
  } catch (defect) {
    return defect instanceof RangeError
      ? E.left(
          unreadable(
            'the file holds lists within lists too deep to be read',
            'give flatter objects',
          ),
        )
      : E.left(
          unreadable(
            `the file is no JSON: ${whereBroken(text.right)}`,
            'correct it there, or export it again; a CSV file ends in .csv',
          ),
        )
  }
}
