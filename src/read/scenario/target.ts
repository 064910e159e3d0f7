/** What a change of a scenario is about: the keys that narrow it, `all` or none of them for everything. */
import { fault } from '../../domain/diagnostic.ts'
import { ruleNamed, ruleNames } from '../../domain/rules/registry.ts'
import type { Target } from '../../domain/scenario/target.ts'
import { fieldsOf } from '../fields.ts'
import type { Cell } from '../source.ts'
import { withoutBlanks } from '../without-blanks.ts'
import type { Branch } from '../yaml.ts'
import { cellIn, type ChangeContext, type Fields, lineAmiss, nameIn, partnerAmiss } from './context.ts'
import { baselineKeys, lineKeys, spanKeys } from './keys.ts'
import { readSpan } from './span.ts'

/** The fields of a target; `all` has none. */
export const targetFields = (branch: Branch, name: string, keys: readonly string[], { tell }: ChangeContext): Fields | undefined =>
  branch.kind === 'text' && branch.text === 'all' ? new Map() : fieldsOf(branch, name, keys, tell)

/** Lines of the budget in some quarters. */
export const readTarget = (branch: Branch, name: string, context: ChangeContext): Target | undefined =>
  targetOf(targetFields(branch, name, [...lineKeys, ...spanKeys], context), context.lines, 'budget', context)

/** Lines of the budget, for a change that says elsewhere from when on. */
export const readLines = (branch: Branch, name: string, context: ChangeContext): Target | undefined =>
  targetOf(targetFields(branch, name, lineKeys, context), context.lines, 'budget', context)

/** Lines of the baseline in some quarters. */
export const readBaselineTarget = (branch: Branch, name: string, context: ChangeContext): Target | undefined =>
  targetOf(targetFields(branch, name, [...baselineKeys, ...spanKeys], context), context.model.baseline.map(({ id }) => id), 'baseline', context)

function targetOf(fields: Fields | undefined, lines: readonly string[], of: 'budget' | 'baseline', context: ChangeContext): Target | undefined {
  if (fields === undefined) return undefined
  const { tell } = context
  const rule = cellIn(fields, 'rule', tell)
  const known = rule && ruleNamed(rule.text)
  if (rule && known === undefined) tell(fault('unknown-rule', rule.at, { rule: rule.text, known: ruleNames }))
  return withoutBlanks({
    line: nameIn(fields, 'line', lineAmiss(lines, of), tell), category: cellIn(fields, 'category', tell)?.text, rule: known?.name,
    partner: nameIn(fields, 'partner', partnerAmiss(context), tell), system: nameIn(fields, 'system', systemAmiss(context), tell), tag: cellIn(fields, 'tag', tell)?.text,
    span: readSpan(fields, context),
  })
}

/** A line may go by the users of a system, or by those expected of it. */
const systemAmiss = ({ names: { users = [], expected = [] } }: ChangeContext) => (system: string, at: Cell['at']) => {
  const known = [...new Set([...users, ...expected])]
  return known.includes(system) ? undefined : fault('unknown-system', at, { system, known, file: 'users.csv' })
}
