import ora from 'ora'

/** Says how far a long run is: a moving line on a terminal, a line now and then elsewhere. */
export interface Progress {
  /** How far it is; `isMilestone` says whether it is worth a line of its own where lines stay. */
  readonly at: (text: string, isMilestone: boolean) => void
  /** Something that stays. */
  readonly say: (text: string) => void
  readonly end: () => void
}

/** Progress on standard output. */
export const progressOn = (output: NodeJS.WriteStream): Progress => {
  const say = (text: string): void => {
    output.write(`${text}\n`)
  }
  if (!output.isTTY) {
    const at = (text: string, isMilestone: boolean): void => {
      if (isMilestone) say(text)
    }
    return { at, say, end: () => undefined }
  }
  const spinner = ora({ stream: output, discardStdin: false })
  return {
    at: (text) => {
      if (spinner.isSpinning) spinner.text = text
      else spinner.start(text)
    },
    say: (text) => {
      spinner.stop()
      say(text)
    },
    end: () => {
      spinner.stop()
    },
  }
}
