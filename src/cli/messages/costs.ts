/** The words of lines that say too little or too much, and of costs that nobody can bear. */
import { driverName } from '../../domain/drivers/driver.ts'
import { inReadablePounds as pounds } from '../../domain/money.ts'
import { yearName } from '../../domain/period.ts'
import { otherMethods, quoted, span, under } from '../wording.ts'
import type { Messages } from './message.ts'

export const costMessages = {
  'line-lacks': args => ({ what: `line ${quoted(args.line)} has no ${args.statement}, and rule ${quoted(args.rule)} needs one`, remedy: args.statement === 'driver' ? 'Name the system, or another driver, as its "driver".' : 'Name the one partner that bears it as its "partner".' }),
  'line-refuses': args => ({ what: `line ${quoted(args.line)} names a ${args.statement}, and rule ${quoted(args.rule)} takes none`, remedy: args.statement === 'driver' ? 'Leave the driver blank.' : 'Leave the partner blank, or use rule "legacy" or "project" to charge one partner alone.' }),
  'no-rate': args => ({ what: `index ${quoted(args.index)} has no rate for ${yearName(args.year)}, which line ${quoted(args.line)} needs`, remedy: 'Add the rate under "indexation" in model.yaml, or fill in the year of the line.' }),
  'year-overridden': args => ({ what: `${quoted(args.line)} states ${pounds(args.stated)} for ${yearName(args.year)}, but with its quarters the year comes to ${pounds(args.total)}`, remedy: 'A quarter column overrides the instalment of its year; make the two agree if that is not meant.' }),
  'no-weights': args => args.driver.kind === 'baseline'
    ? { what: `${under(args)}line ${quoted(args.line)} costs ${pounds(args.amount)} in ${span(args.first, args.last)}, but no partner has a ${driverName(args.driver)} then`, remedy: args.method ? otherMethods('Fill in baseline.csv') : 'Fill in baseline.csv, or give the line another driver: a cost is never dropped or split equally.' }
    : { what: `${under(args)}line ${quoted(args.line)} costs ${pounds(args.amount)} in ${span(args.first, args.last)}, but driver ${quoted(driverName(args.driver))} counts nothing for any partner then`, remedy: args.method ? otherMethods('Count it for that time') : 'Count it for that time, or give the line another driver: a cost is never dropped or split equally.' },
  'negative-weight': args => ({ what: `${under(args)}line ${quoted(args.line)} cannot be apportioned in ${span(args.first, args.last)}: driver ${quoted(driverName(args.driver))} is below nil for ${args.partner}`, remedy: args.method ? otherMethods('Mend what is below nil') : 'Give the line a driver that is nil or above for each partner.' }),
  'partner-absent': args => ({ what: `line ${quoted(args.line)} costs ${pounds(args.amount)} in ${span(args.first, args.last)}, when ${args.partner} takes no part`, remedy: 'State the line by quarter or with a profile, so that it costs nothing then, or charge it to the others.' }),
} satisfies Partial<Messages>
