/** Reads a model's actuals with a progress bar: on a terminal, for anything over a second, and silent otherwise. */
import type { Diagnostic } from '../domain/diagnostic.ts'
import type { Model } from '../domain/model.ts'
import { type ActualsRead, readActuals } from '../read/actuals.ts'
import type { Io } from './io.ts'

export function loadActuals(folder: string, model: Model, tell: (diagnostic: Diagnostic) => void, io: Io): ActualsRead {
  const bar = progressBar(io)
  const actuals = readActuals(folder, model, tell, bar.show)
  bar.clear()
  return actuals
}

const width = 40

function progressBar({ stderr, elapsed }: Io): { show: (part: number) => void; clear: () => void } {
  let shown = -1
  return {
    show: part => {
      const filled = Math.floor(part * width)
      if (!stderr.isTTY || elapsed() < 1000 || filled === shown) return
      shown = filled
      stderr.write(`\rReading actuals ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${Math.floor(part * 100)}%`)
    },
    clear: () => {
      if (shown >= 0) stderr.write(`\r${' '.repeat(width + 24)}\r`)
    },
  }
}
