/**
 * Unused applications: a line that does not go by the users of a system but bears its name, or is the project that
 * delivered it, charged to partners of whom none uses it; and money spent on a system in a quarter without users.
 */
import { systemDriver } from '../drivers/driver.ts'
import { quarter as quarterOf, type Quarter } from '../period.ts'
import type { CostLine, Model, PartnerId } from '../model.ts'
import { isZero } from '../ratio.ts'
import type { Check } from './check.ts'
import type { Planned } from './context.ts'
import { notice, type Notice } from './notice.ts'
import { quartersIn, stretches } from './stretch.ts'
import { driversBehind, systemOf } from './systems.ts'

export const unusedApplication = {
  name: 'unused-application',
  asks: 'Do those who pay for an application use it?',
  severity: 'error',
  claims: ({ by, diagnostic: { code, args } }) => code === 'no-weights' && by === 'actuals' && systemOf(args.driver) !== undefined,
  needs: 'plan',
  examine: context => {
    const applications = context.model.budget.flatMap(line => applicationOf(line, context) ?? [])
    return { compared: applications.length, notices: applications.flatMap(application => unused(application, context)) }
  },
} as const satisfies Check

interface Application {
  readonly line: CostLine
  readonly system: string
  /** From when on it should have users. */
  readonly from: Quarter
}

/** The system whose users are counted that a line is for, though it does not go by them. */
function applicationOf(line: CostLine, context: Planned): Application | undefined {
  const { model } = context
  const systems = driversBehind(line.driver, model).map(systemOf)
  if (systems.some(of => of?.count === 'users')) return undefined
  const delivered = line.rule === 'project' ? systems.map(of => of?.system).find(system => system !== undefined && isLive(system, model)) : undefined
  if (delivered !== undefined) return { line, system: delivered, from: goesLive(delivered, context) }
  return isLive(line.id, model) ? { line, system: line.id, from: quartersIn(model)[0]! } : undefined
}

const isLive = (system: string, { counts }: Model): boolean => firstCount(system, counts) !== undefined

/** A project costs before it delivers: from the first users on, or, of a system that never has any, the first count. */
function goesLive(system: string, { model, weighCount }: Planned): Quarter {
  const used = quartersIn(model).find(quarter => weighCount(systemDriver('users', system), quarter).each.some(({ value }) => !isZero(value)))
  return used ?? firstCount(system, model.counts)!
}

/** From when on the users of a system are counted, be they nobody. */
function firstCount(system: string, counts: Model['counts']): Quarter | undefined {
  const stated = [...counts.get(`users:${system}`)?.values() ?? []]
  const froms = stated.flatMap(({ years, quarters }) => [...[...years.keys()].map(year => quarterOf(year, 0)), ...quarters.keys()])
  return froms.sort((a, b) => a - b)[0]
}

interface Charged {
  readonly quarter: Quarter
  readonly partners: readonly PartnerId[]
}

function unused({ line, system, from }: Application, { plan, model, actuals, weighCount }: Planned): Notice[] {
  const spent = new Set(actuals.spend.filter(of => of.line === line.id && of.amount !== 0n && isOwn(line, of.partner)).map(({ quarter }) => quarter))
  const charged = plan.costs.filter(of => of.line === line).flatMap(({ runs }) => runs).flatMap(({ weights, quarters }) =>
    quarters.filter(({ quarter, amount }) => quarter >= from && (amount !== 0n || spent.has(quarter)))
      .map(({ quarter }): Charged => ({ quarter, partners: model.partners.filter((_, place) => weights.whole[place] !== 0n).map(({ id }) => id) })))
  const idle = charged.filter(({ quarter, partners }) => {
    const { each } = weighCount(systemDriver('users', system), quarter)
    return partners.every(id => isZero(each[model.partners.findIndex(partner => partner.id === id)]!.value))
  })
  return stretches(idle, ({ quarter }) => quarter, (a, b) => a.partners.join() === b.partners.join()).map(stretch =>
    notice('unused-application', line.at, { line: line.id, system, partners: stretch[0]!.partners, first: stretch[0]!.quarter, last: stretch.at(-1)!.quarter }))
}

/** Whether what is spent for a partner, or for all, is charged by the line's own driver. */
const isOwn = ({ driver }: CostLine, partner: PartnerId | undefined): boolean =>
  partner === undefined || (driver.kind === 'direct' && driver.partner === partner)
