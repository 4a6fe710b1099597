/** How a file is kept. */
export interface SqliteSettings {
  /**
   * `FULL`, unless told: what was acknowledged outlives a power cut. `NORMAL` is faster and corrupts nothing, but a
   * power cut may take the last commits with it.
   */
  readonly synchronous?: 'FULL' | 'NORMAL'
  /** Milliseconds that work waits for another process that writes, 1000 unless told; nothing else waits with it. */
  readonly busyTimeout?: number
}

/** Which file, and how it is kept. */
export interface SqliteOptions extends SqliteSettings {
  /** Is made if it is not there; its folder has to be. */
  readonly file: string
}

export const defaultTimeout = 1000

/** A timer of this platform waits no longer. */
const longest = 2_147_483_647

/** What is wrong with the name of a file, in a sentence; nothing if it is one. */
export const nameFault = (file: string): string | undefined => {
  if (typeof file !== 'string' || file === '' || file !== file.trim() || file.includes('\0'))
    return 'a file has a name, with no blank around it and no NUL in it'
  return file === ':memory:' || file.startsWith('file:')
    ? `${file} is no file on a disk: give its path, or use the package storage-memory`
    : undefined
}

/** What is wrong with how a file is to be kept, in a sentence; nothing if it can be. */
export const optionFault = ({
  file,
  synchronous = 'FULL',
  busyTimeout = 0,
}: SqliteOptions): string | undefined => {
  const named = nameFault(file)
  if (named !== undefined) return named
  if (!['FULL', 'NORMAL'].includes(synchronous)) return 'synchronous is FULL or NORMAL'
  return Number.isSafeInteger(busyTimeout) && busyTimeout >= 0 && busyTimeout <= longest
    ? undefined
    : `busyTimeout is a whole number of milliseconds from 0 to ${String(longest)}`
}
