/** Why this version of Node cannot load the package, or `undefined` where it can. */
export const unsupportedNode = (version: string): string | undefined => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 13)) return undefined
  return `@reverse-mentoring/storage-sqlite needs Node 22.13 or later, and this is Node ${version}: its driver, better-sqlite3, would crash the process.`
}

// Evaluated before anything of the driver: who imports the package reads a sentence instead of seeing a crash.
const sentence = unsupportedNode(process.versions.node)
if (sentence !== undefined) throw new Error(sentence)
