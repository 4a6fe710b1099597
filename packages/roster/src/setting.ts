import { quoted } from './text/quoted.ts'

/** A setting of the mapping that advice names. */
export type Setting = 'columns' | 'grades' | 'ignore' | 'mentorIs' | 'notAbove' | 'top' | 'topics'

/** How somebody is told to set something: of a column with what it holds, otherwise with the value alone. */
export type SettingWords = (setting: Setting, value: string, column?: string) => string

/** As it stands in a kept mapping. */
export const inMapping: SettingWords = (setting, value, column) =>
  column === undefined
    ? `${setting}: ${quoted(value)} in the mapping`
    : `${setting}.${column}: ${quoted(value)} in the mapping`
