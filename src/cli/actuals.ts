/** Reads a model's actuals with a progress bar. */
import type { Diagnostic } from '../domain/diagnostic.ts'
import type { Model } from '../domain/model.ts'
import { type ActualsRead, readActuals } from '../read/actuals.ts'
import type { Io } from './io.ts'
import { progressBar } from './progress.ts'

export function loadActuals(folder: string, model: Model, tell: (diagnostic: Diagnostic) => void, io: Io): ActualsRead {
  const bar = progressBar('Reading actuals', io)
  const actuals = readActuals(folder, model, tell, bar.show)
  bar.clear()
  return actuals
}
