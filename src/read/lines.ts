/** `baseline.csv` and `budget.csv`: the lines of the model. */
import { fault } from '../domain/diagnostic.ts'
import { type BaselineLine, type CostLine, equalInstalments, inCodePointOrder, type Line } from '../domain/model.ts'
import type { LineTerms, Rule, Statement } from '../domain/rules/rule.ts'
import { type RuleName, ruleNamed, ruleNames } from '../domain/rules/registry.ts'
import { readDriver } from './driver.ts'
import { mayBe, type Names, partnerIn } from './names.ts'
import type { Entry } from './period-table.ts'
import { readAmount, readProfile } from './scalar.ts'
import type { Shape } from './shape.ts'
import type { Tell } from './tell.ts'
import { valueReader } from './values.ts'

export const baselineShape: Shape = { key: ['line', 'partner'], required: ['category'], optional: ['index', 'description'], value: ['amount'], mayBeEmpty: true }

export const budgetShape: Shape = {
  key: ['line'], required: ['category', 'rule'], optional: ['description', 'driver', 'partner', 'index', 'profile', 'tags'], value: ['amount'], mayBeEmpty: false,
}

export function readBaseline(entries: readonly Entry[], names: Names, tell: Tell): BaselineLine[] {
  const read = lineReader(names, tell)
  const lines = entries.map(entry => ({ ...read(entry), partner: partnerIn(entry.cell('partner'), names, tell) ?? '' }))
  return lines.sort((a, b) => inCodePointOrder(a.id, b.id) || inCodePointOrder(a.partner, b.partner))
}

export function readBudget(entries: readonly Entry[], names: Names, tell: Tell): CostLine[] {
  const read = lineReader(names, tell)
  const lines = entries.map(entry => {
    const line = read(entry)
    const apportioned = readRule(entry, names, tell)
    const description = entry.cell('description').text
    const tags = tagsIn(entry.cell('tags').text)
    return apportioned && { ...line, ...apportioned, ...(description && { description }), ...(tags.length > 0 && { tags }) }
  })
  return lines.filter(line => line !== undefined).sort((a, b) => inCodePointOrder(a.id, b.id))
}

/** Words apart: "usd cloud" is two tags. */
export const tagsIn = (text: string): string[] => text.split(/[\s,;]+/).filter(tag => tag !== '')

function lineReader(names: Names, tell: Tell): (entry: Entry) => Line {
  const amounts = valueReader(readAmount, names, tell)
  return entry => {
    const [line, category, index] = [entry.cell('line'), entry.cell('category'), entry.cell('index')]
    if (index.text !== '' && !mayBe(index.text, names.indices)) {
      tell(fault('unknown-index', index.at, { index: index.text, known: names.indices ?? [] }))
    }
    const profile = readProfile(entry.cell('profile'))
    if ('wrong' in profile) tell(profile.wrong)
    return {
      id: line.text, category: category.text, at: line.at, amounts: amounts(entry),
      profile: 'value' in profile ? profile.value : equalInstalments,
      ...(index.text !== '' && { index: index.text }),
    }
  }
}

/** The rule and the driver that it comes to; none, and told, where the line states too little, too much or what is unknown. */
export function readRule(entry: Pick<Entry, 'cell'>, names: Names, tell: Tell): Pick<CostLine, 'rule' | 'driver'> | undefined {
  const cell = entry.cell('rule')
  const rule = ruleNamed(cell.text)
  if (rule === undefined) {
    tell(fault('unknown-rule', cell.at, { rule: cell.text, known: ruleNames }))
    return undefined
  }
  const terms = readTerms(entry, rule, names, tell)
  const driver = terms && rule.driverOf(terms)
  if (driver?.kind !== 'lacking') return driver && { rule: rule.name, driver }
  tell(fault('line-lacks', cell.at, { line: entry.cell('line').text, rule: rule.name, statement: driver.statement }))
  return undefined
}

function readTerms(entry: Pick<Entry, 'cell'>, rule: Rule & { name: RuleName }, names: Names, tell: Tell): LineTerms | undefined {
  const stated = (column: Statement) => (entry.cell(column).text === '' ? undefined : entry.cell(column))
  const [driverCell, partnerCell] = [stated('driver'), stated('partner')]
  const refused = (['driver', 'partner'] as const).filter(statement => stated(statement) && !rule.takes.includes(statement))
  for (const statement of refused) {
    tell(fault('line-refuses', entry.cell(statement).at, { line: entry.cell('line').text, rule: rule.name, statement }))
  }
  const driver = driverCell && rule.takes.includes('driver') ? readDriver(driverCell, names, rule.systemCount, tell) : undefined
  const partner = partnerCell && partnerIn(partnerCell, names, tell)
  const unread = (driverCell && driver === undefined) || (partnerCell && partner === undefined)
  if (refused.length > 0 || unread) return undefined
  return { category: entry.cell('category').text, ...(driver && { driver }), ...(partner !== undefined && { partner }) }
}
