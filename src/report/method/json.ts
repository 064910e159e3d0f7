/** The methodology as plain data. Money is a decimal string; a share is one of twelve places, with the exact fraction beside it. */
import { type Driver, driverName } from '../../domain/drivers/driver.ts'
import { cellsBehind } from '../../domain/drivers/weights.ts'
import type { Changes, Part } from '../../domain/method/changes.ts'
import type { PartnerInForce, Stretch } from '../../domain/method/counts-in-force.ts'
import type { AmountLine } from '../../domain/method/indexed.ts'
import type { Methodology } from '../../domain/method/methodology.ts'
import type { SplitLine } from '../../domain/method/split-line.ts'
import { inPounds, less, type Money, nil } from '../../domain/money.ts'
import { monthNames, periodName, type Quarter, quarterName, yearName } from '../../domain/period.ts'
import { decimal, divide, type Ratio, ratio, total } from '../../domain/ratio.ts'
import { ruleNamed } from '../../domain/rules/registry.ts'
import { reason } from './changes.ts'
import { percentText, placeText } from './words.ts'

export function methodJson(of: Methodology): object {
  const { model, year, members, lines, drivers, indexed, standing, changes, rounding, host } = of
  return {
    report: 'method', model: model.name, currency: model.currency, year: yearName(year), yearStarts: monthNames[model.yearStarts - 1], host: model.host,
    partners: members.map(({ partner, quarters }) => ({ partner: partner.id, name: partner.name, quarters: names(quarters) })),
    rules: [...new Set(lines.map(({ line }) => line.rule))].map(rule => ({ rule, charged: ruleNamed(rule)!.charged })),
    lines: lines.map(line => lineJson(line, of)),
    drivers: drivers.map(({ driver, stretches }) => ({
      driver: driverName(driver), kind: driver.kind,
      ...(driver.kind === 'blend' && { portions: model.blends.get(driver.name)!.map(part => ({ driver: driverName(part.driver), portion: percentText(part.portion) })) }),
      stretches: stretches.map(stretch => stretchJson(stretch, driver)),
    })),
    indexation: {
      raised: indexed.raised.map(({ index, rate, lines: raised }) => ({ index, rate: percentText(rate.value), at: placeText(rate.at), lines: raised.map(amountLine) })),
      stated: indexed.stated.map(amountLine),
      statedByQuarter: indexed.byQuarter.map(line => ({ ...amountLine(line), quarters: names(line.quarters) })),
    },
    split: {
      partners: standing.partners.map(({ partner, cost, baseline, saving, rules }) => ({
        partner, cost: inPounds(cost), ...part(cost, standing.cost), baseline: inPounds(baseline), saving: inPounds(saving),
        rules: rules.map(({ rule, cost: ofRule }) => ({ rule, cost: inPounds(ofRule) })),
      })),
      cost: inPounds(standing.cost), baseline: inPounds(standing.baseline), saving: inPounds(standing.saving),
    },
    changes: changes ? changesJson(changes) : null,
    rounding: {
      splits: rounding.splits,
      partners: rounding.partners.map(({ partner, difference }) => ({ partner, pence: decimal(difference, 12), exact: fraction(difference) })),
      largest: rounding.largest.partner,
    },
    hostPosition: {
      cost: inPounds(host.cost), charged: inPounds(host.charged), left: inPounds(host.left), ownShare: inPounds(host.ownShare),
      others: host.others.map(({ partner, charged }) => ({ partner, charged: inPounds(charged) })),
    },
  }
}

const names = (quarters: readonly Quarter[]): string[] => quarters.map(quarterName)

const fraction = ({ numerator, denominator }: Ratio): string => `${numerator}/${denominator}`

const shareJson = (share: Ratio | undefined) => ({ share: share ? decimal(share, 12) : null, exactShare: share ? fraction(share) : null })

const part = (cost: Money, whole: Money) => shareJson(whole === 0n ? undefined : ratio(cost, whole))

function lineJson({ line, cost, parts, shares, stretches }: SplitLine, { model }: Methodology): object {
  const { id, description, category, rule, driver } = line
  return {
    line: id, description: description ?? null, category, rule, driver: driverName(driver), alone: driver.kind === 'direct' ? driver.partner : null,
    cost: inPounds(cost), sharesChangeIn: names(stretches.slice(1)),
    partners: model.partners.map((partner, place) => ({ partner: partner.id, cost: inPounds(parts[place]!), ...shareJson(shares?.[place]) })),
  }
}

const stretchJson = ({ quarters, partners }: Stretch, driver: Driver) => ({
  quarters: names(quarters), partners: partners.map(partner => countJson(partner, driver)), all: countOf(total(partners.map(({ weight }) => weight.value)), driver),
})

function countJson({ partner, takesPart, weight, share }: PartnerInForce, driver: Driver): object {
  const [first] = weight.sources
  return {
    partner, takesPart, ...countOf(weight.value, driver), ...shareJson(share),
    ...(driver.kind === 'counted' && { period: first?.kind === 'count' ? periodName(first.period) : null }),
    readFrom: cellsBehind(weight).map(placeText),
    ...(driver.kind === 'baseline' && { lines: weight.sources.flatMap(source => (source.kind === 'baseline' ? { line: source.line.id, amount: inPounds(source.amount.total) } : [])) }),
  }
}

/** Baselines weigh in pence and read in pounds; a blend has shares alone. */
function countOf(weight: Ratio, { kind }: Driver): object {
  if (kind === 'blend') return {}
  return kind === 'baseline' ? { amount: decimal(divide(weight, ratio(100n)), 2) } : { count: decimal(weight, 8).replace(/\.?0+$/, ''), exactCount: fraction(weight) }
}

const amountLine = ({ line, partner }: AmountLine) => ({ line, ...(partner !== undefined && { baselineOf: partner }) })

function changesJson({ before, members, newDrivers, goneDrivers, counts, rates, lines, partners }: Changes): object {
  return {
    before: yearName(before),
    members: members.map(({ partner, before: then, now }) => ({ partner: partner.id, before: names(then), now: names(now) })),
    newDrivers: newDrivers.map(driverName), goneDrivers: goneDrivers.map(driverName),
    counts: counts.map(({ driver, quarters, partners: of }) => ({
      driver: driverName(driver), quarters: names(quarters), partners: of.map(each => ({ partner: each.now.partner, before: sideJson(each.before, driver), now: sideJson(each.now, driver) })),
    })),
    rates: rates.map(({ index, before: then, now }) => ({ index, before: then ? percentText(then) : null, now: now ? percentText(now) : null })),
    lines: lines.map(of => ({ line: of.line.id, why: reason(of), ...amountsJson(of.before?.total ?? nil, of.now?.total ?? nil) })),
    partners: partners.map(({ partner, before: then, now }) => ({ partner, before: partJson(then), now: partJson(now) })),
  }
}

const amountsJson = (then: Money, now: Money) => ({ before: inPounds(then), now: inPounds(now), change: inPounds(less(now, then)) })

const partJson = ({ cost, share }: Part) => ({ cost: inPounds(cost), ...shareJson(share) })

const sideJson = ({ takesPart, weight, share }: PartnerInForce, driver: Driver) => ({ takesPart, ...countOf(weight.value, driver), ...shareJson(share) })
