/** A progress bar: on a terminal, for anything over a second, and silent otherwise. Half done is 20 full blocks of 40. */
import type { Io } from './io.ts'

const width = 40

export interface ProgressBar {
  /** @param part of the whole, nil to 1 */
  readonly show: (part: number) => void
  readonly clear: () => void
}

/** @param doing as in "Reading actuals" */
export function progressBar(doing: string, { stderr, elapsed }: Io): ProgressBar {
  let shown = -1
  return {
    show: part => {
      const filled = Math.floor(part * width)
      if (!stderr.isTTY || elapsed() < 1000 || filled === shown) return
      shown = filled
      stderr.write(`\r${doing} ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${Math.floor(part * 100)}%`)
    },
    clear: () => {
      if (shown >= 0) stderr.write(`\r${' '.repeat(doing.length + width + 9)}\r`)
    },
  }
}
