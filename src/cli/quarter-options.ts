/** `--quarter` and `--closed-to`: quarters of the plan. */
import { type Diagnostic, fault } from '../domain/diagnostic.ts'
import type { Model } from '../domain/model.ts'
import { type Quarter, quarterName, quartersOf } from '../domain/period.ts'

export interface QuarterOptions {
  readonly quarter: string
  readonly closedTo?: string
}

export interface QuartersAsked {
  readonly quarter: Quarter
  readonly closedTo: Quarter | undefined
}

/** None, and told, where one is no quarter of the plan. */
export function quartersAsked({ quarter, closedTo }: QuarterOptions, { years }: Model, tell: (diagnostic: Diagnostic) => void): QuartersAsked | undefined {
  const quarters = years.flatMap(year => quartersOf(year))
  const asked = (text: string): Quarter | undefined => {
    const found = quarters.find(each => quarterName(each) === text.trim().toUpperCase().replace(/\s+/, ' '))
    if (found === undefined) tell(fault('unknown-quarter', undefined, { quarter: text, known: quarters.map(quarterName) }))
    return found
  }
  const [wanted, closed] = [asked(quarter), closedTo === undefined ? undefined : asked(closedTo)]
  return wanted === undefined || (closedTo !== undefined && closed === undefined) ? undefined : { quarter: wanted, closedTo: closed }
}
