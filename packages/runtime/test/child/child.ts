/** A program of this folder. */
export const child = (name: string): URL => new URL(name, import.meta.url)
