/** What was asked for: the command, the model folders it is about, and its options. */
export interface OutputOptions {
  readonly output?: string
  readonly manifest?: string
}

export interface Invocation {
  readonly command: string
  readonly folders: readonly [string, ...string[]]
  readonly options: OutputOptions
}
