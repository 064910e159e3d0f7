/** A comparison as plain data for JSON: the years together, and each year in the same words. */
import { type Comparison, gains, together } from '../domain/comparison.ts'
import { crossSubsidies } from '../domain/cross-subsidy.ts'
import { driverName } from '../domain/drivers/driver.ts'
import { inPounds, less, type Money, sum } from '../domain/money.ts'
import { type Year, yearName } from '../domain/period.ts'
import { decimal, type Ratio } from '../domain/ratio.ts'
import { averageUsers, costPerUser } from '../domain/users.ts'
import type { CompareView } from './compare-figures.ts'
import type { CompareTerms } from './compare-report.ts'

export function compareJson(of: Comparison, { years }: CompareView, { leftOut }: CompareTerms): object {
  const { model: { name, currency }, methods, from, users } = of
  return {
    report: 'compare', model: name, currency, from: from.method.name, users: users ? driverName(users) : null,
    methods: methods.map(({ method: { name: method, borne } }) => ({ method, everyLine: borne })), leftOut,
    together: { years: years.map(yearName), ...figuresOf(of, years) },
    years: years.map(year => ({ year: yearName(year), ...figuresOf(of, [year]) })),
  }
}

function figuresOf(of: Comparison, years: readonly Year[]): object {
  const { model, from } = of
  const [alone, reference] = [together(of.baseline, years, model), together(from.costs, years, model)]
  const users = of.users && averageUsers(model, of.users, years)
  const methods = of.methods.map(({ method: { name }, costs }) => {
    const cost = together(costs, years, model)
    return { name, cost, gain: gains(reference, cost) }
  })
  return {
    baseline: inPounds(sum(alone)),
    cost: inPounds(sum(reference)),
    partners: model.partners.map(({ id }, place) => ({
      partner: id,
      baseline: inPounds(alone[place]!),
      users: users ? decimal(users[place]!, 12).replace(/\.?0+$/, '') : null,
      methods: methods.map(({ name, cost, gain }) => ({
        method: name,
        cost: inPounds(cost[place]!),
        gain: inPounds(gain[place]!),
        costPerUser: users ? perUser(cost[place]!, users[place]!) : null,
        savingAgainstAlone: inPounds(less(alone[place]!, cost[place]!)),
        moreThanAlone: cost[place]! > alone[place]!,
      })),
    })),
    crossSubsidies: methods.flatMap(({ name, gain }) => crossSubsidies(gain).map(({ payer, beneficiary, amount }) =>
      ({ method: name, payer: model.partners[payer]!.id, payingFor: model.partners[beneficiary]!.id, amount: inPounds(amount) }))),
  }
}

function perUser(cost: Money, users: Ratio): string | null {
  const each = costPerUser(cost, users)
  return each === undefined ? null : inPounds(each)
}
