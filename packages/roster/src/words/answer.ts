import { folded } from '../text/plain.ts'

const yes = [
  'yes',
  'y',
  'true',
  'x',
  '1',
  'ja',
  'j',
  'oui',
  'o',
  'si',
  'sí',
  'sì',
  'sim',
  'да',
  '是',
  'はい',
  'tak',
  'igen',
  '✓',
  '✔',
]
const no = [
  '',
  'no',
  'n',
  'false',
  '0',
  '-',
  'nein',
  'nee',
  'nej',
  'nei',
  'non',
  'não',
  'нет',
  '否',
  'いいえ',
  'nie',
  'nem',
  'n/a',
]

const answers: ReadonlyMap<string, boolean> = new Map([
  ...yes.map((word) => [folded(word), true] as const),
  ...no.map((word) => [folded(word), false] as const),
])

/** What a word answers, in the languages that office programs write; nothing where it is no answer. An empty one is a no. */
export const answerOf = (word: string): boolean | undefined => answers.get(folded(word))
