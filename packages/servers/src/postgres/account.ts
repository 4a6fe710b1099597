interface Account {
  readonly uid?: number
  readonly gid?: number
}

/** PostgreSQL refuses to run as root: there its processes belong to nobody. No account is made. */
export const account = (): Account => (process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {})
