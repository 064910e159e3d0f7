/** What the program needs of the process it runs in: tests pass one of their own. */
export interface Stream {
  readonly write: (text: string) => unknown
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

export interface Io {
  /** The words of the command line after the program's name. */
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** The time, as an ISO date and time in UTC. */
  readonly now: () => string
  /** Milliseconds since the program started. */
  readonly elapsed: () => number
  /** Where the program is installed, with the models that it brings. */
  readonly home: string
  /** Settles when the user has had enough of what would go on: Ctrl-C. */
  readonly interrupted: () => Promise<void>
  readonly stdout: Stream
  readonly stderr: Stream
}

/** Colour only on a terminal, and never under NO_COLOR (https://no-color.org). */
export const inColour = ({ isTTY }: Stream, { env }: Io): boolean => isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
