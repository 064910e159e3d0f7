/** Users without a cost: a system that somebody uses and no line of the budget, and no actual, costs anything for. */
import { isZero } from '../ratio.ts'
import type { At } from '../stated.ts'
import type { Check } from './check.ts'
import type { Planned } from './context.ts'
import { notice } from './notice.ts'
import { firstPlace } from './places.ts'
import { driversBehind, systemNamed, systemOf } from './systems.ts'

export const usersWithoutCost = {
  name: 'users-without-cost',
  asks: 'Does every system with users cost something?',
  severity: 'error',
  needs: 'plan',
  examine: context => {
    const costed = systemsWithCost(context)
    const counted = [...context.model.counts].flatMap(([name, ofPartners]) => {
      const system = systemNamed(name)
      const cells = [...ofPartners.values()].flatMap(({ years, quarters }) => [...years.values(), ...quarters.values()])
      const at = firstPlace(cells.filter(({ value }) => !isZero(value)).map((cell): At => cell.at))
      return system && at ? [{ ...system, at }] : []
    })
    return {
      compared: counted.length,
      notices: counted.filter(({ system }) => !costed.has(system)).map(({ system, count, at }) => notice('users-without-cost', at, { system, count })),
    }
  },
} as const satisfies Check

/** Those that a line with a cost goes by, through a blend or not, and those that one is called after. */
function systemsWithCost({ plan: { costs }, model, actuals: { spend } }: Planned): Set<string> {
  const lines = new Set([
    ...costs.filter(({ amount }) => amount.quarters.some(quarter => quarter.amount !== 0n)).map(({ line }) => line.id),
    ...spend.filter(({ amount }) => amount !== 0n).map(({ line }) => line),
  ])
  const driven = model.budget.filter(({ id }) => lines.has(id)).flatMap(({ driver }) => driversBehind(driver, model))
  return new Set([...lines, ...driven.flatMap(driver => systemOf(driver)?.system ?? [])])
}
