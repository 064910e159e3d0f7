/** What other commands read of a model folder, tried out: every scenario gives a plan, and capital.csv can be read. */
import type { Other, Supposed } from '../domain/checks/context.ts'
import { type Diagnostic, fault, isFault } from '../domain/diagnostic.ts'
import type { Model } from '../domain/model.ts'
import { wholeFile } from '../domain/stated.ts'
import { readCapital } from '../read/capital.ts'
import { listScenarios, readScenarios } from '../read/scenario/scenarios.ts'
import type { Quotable } from '../read/source.ts'
import { suppose } from './suppose.ts'

type Sourced<T> = T & { readonly sources: readonly Quotable[] }

/** @param tell for what only warns: it is passed over like anything else */
export function tryScenarios(folder: string, model: Model, tell: (diagnostic: Diagnostic) => void): Sourced<Supposed> {
  const amiss: Diagnostic[] = []
  const { scenarios, sources } = readScenarios(folder, undefined, folder, model, diagnostic => (isFault(diagnostic) ? void amiss.push(diagnostic) : tell(diagnostic)))
  const supposed = amiss.length === 0 ? suppose(model, scenarios, sources).diagnostics.map(diagnostic => inItsFile(diagnostic, sources)) : []
  return { count: listScenarios(folder).length, amiss: [...amiss, ...supposed], changes: scenarios.flatMap(({ changes }) => changes), sources }
}

/** A scenario that fails for what it makes of the model's own lines is at fault as a whole. */
function inItsFile(diagnostic: Diagnostic, sources: readonly Quotable[]): Diagnostic {
  if (diagnostic.code !== 'scenario-fails') return diagnostic
  const own = sources.find(({ file }) => file.replace(/\.ya?ml$/i, '') === `scenarios/${diagnostic.args.scenario}`)
  return own ? fault('scenario-fails', wholeFile(own.file), diagnostic.args) : diagnostic
}

export function tryCapital(folder: string, model: Model, tell: (diagnostic: Diagnostic) => void): Sourced<Other> {
  const amiss: Diagnostic[] = []
  const { lines, sources } = readCapital(folder, model, diagnostic => (isFault(diagnostic) ? void amiss.push(diagnostic) : tell(diagnostic)))
  return { count: lines.length, amiss, sources }
}
