/** `farthing risk`: a simulation over the ranges of scenarios, with how wide the figures spread and how likely each misses. */
import { resolve } from 'node:path'
import { type Diagnostic, fault, isFault } from '../domain/diagnostic.ts'
import type { Model } from '../domain/model.ts'
import type { Aim } from '../domain/risk/counting.ts'
import { simulate } from '../domain/risk/simulate.ts'
import { varyingOf } from '../domain/risk/varying.ts'
import { planUnder } from '../domain/scenario/apply.ts'
import type { Scenario } from '../domain/scenario/change.ts'
import { listScenarios, readScenarios } from '../read/scenario/scenarios.ts'
import { riskFacts, riskJson } from '../report/risk/data.ts'
import { type FigureName, figureNames, riskReport } from '../report/risk/report.ts'
import type { Unit } from '../report/unit.ts'
import { units } from '../report/unit.ts'
import { writeReport } from '../write/report.ts'
import type { Io } from './io.ts'
import { type FormatOptions, selectionOf } from './options.ts'
import { perform } from './perform.ts'
import { progressBar } from './progress.ts'

export interface RiskOptions extends FormatOptions {
  readonly scenario?: readonly string[]
  readonly runs: string
  readonly seed: string
  readonly figure: FigureName
  readonly units: Unit['name']
  readonly partner?: readonly string[]
  readonly year?: readonly string[]
}
