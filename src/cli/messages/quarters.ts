/** The words of what is amiss with actuals and with issued quarters. */
import { quarter, quarterName, yearName } from '../../domain/period.ts'
import { list, meant, quoted, span } from '../wording.ts'
import type { Messages } from './message.ts'

export const quarterMessages = {
  'no-actual': args => ({ what: `line ${quoted(args.line)} has a budget but no actual in ${list(args.quarters.map(quarterName))}, and costs nothing there`, remedy: 'The quarter is closed. If the cost is still to come it will show as an adjustment.' }),
  'unknown-line': args => ({ what: `there is no line ${quoted(args.line)} in budget.csv`, remedy: meant(args.line, args.known, 'Add it to the budget, or name in the column "partner" the one partner that bears it.') }),
  'bad-date': args => ({ what: `${quoted(args.text)} is not a date`, remedy: 'Write it as 2017-09-30 or 30/09/2017, the day first.' }),
  'outside-the-plan': args => ({ what: `${args.text}; the plan is for ${span(quarter(args.first, 0), quarter(args.last, 3))}`, remedy: 'Mend the date, or extend "years" in model.yaml.' }),
  'two-dates': () => ({ what: 'the header has both "date" and "period"', remedy: 'Keep one of them, or rename the other to start with "note".' }),
  'more-rows': args => ({ what: `${args.count} more of the rows of ${quoted(args.file)} cannot be read`, remedy: 'Mend those above first: the rest may be of the same kind.' }),
  'actuals-twice': args => ({ what: `the model has both ${quoted(args.file)} and the folder ${quoted(args.folder)}`, remedy: 'Keep one of them: a row in both would count twice.' }),
  'not-closed': args => ({ what: `there are actuals of ${list(args.quarters.map(quarterName))}, after ${quarterName(args.closedTo)}, the last quarter closed; they do not count yet`, remedy: 'Leave "--closed-to" out to count every quarter with actuals.' }),
  'actuals-gone': args => ({ what: `${list(args.quarters.map(quarterName))} ${args.quarters.length > 1 ? 'were' : 'was'} issued on actuals, and there are none now`, remedy: 'Put the actuals back; without them the budget is charged instead.' }),
  'issued-in-another-currency': args => ({ what: `quarters were issued in ${args.issued}, and the model is in ${args.now}`, remedy: 'Put the currency back in model.yaml, or start a new model.' }),
  'not-issued': args => ({ what: `${list(args.missing.map(quarterName))} ${args.missing.length > 1 ? 'were' : 'was'} never issued, so the charge for ${quarterName(args.quarter)} takes in all of ${args.missing.length > 1 ? 'them' : 'it'} as adjustment`, remedy: 'Issue each quarter in turn with "--issue" to charge it on its own.' }),
  'issued-partner-gone': args => ({ what: `${quoted(args.partner)} was charged in an issued quarter and is no partner of the model`, remedy: 'Put it back in model.yaml with the quarter that it "leaves", so that it can be adjusted.' }),
  'issued-before-the-plan': args => ({ what: `${quarterName(args.quarter)} was issued, and the plan begins with ${yearName(args.first)}`, remedy: 'Let "years" in model.yaml begin with the first year that was issued: what is due is reckoned from there.' }),
  'issued-already': args => ({ what: `${quarterName(args.quarter)} was issued already: ${quoted(args.file)}`, remedy: 'Nothing was changed. What has changed since will show as an adjustment on the next statement.' }),
  'issue-out-of-order': args => ({ what: `${quarterName(args.quarter)} cannot be issued before ${quarterName(args.next)}`, remedy: `Quarters are issued in their order: issue ${quarterName(args.next)} next.` }),
  'broken-record': args => ({ what: `${quoted(args.file)} is not an issued record: ${args.reason}`, remedy: 'Put back the record as it was issued.' }),
  'edited-record': args => ({ what: `${quoted(args.file)} was changed after it was issued`, remedy: 'Put back the record as it was issued; a correction shows as an adjustment on the next statement.' }),
  'broken-chain': args => args.previous === undefined
    ? { what: `${quoted(args.file)} follows on a record that is not here`, remedy: 'Put back the records that were issued before it.' }
    : { what: `${quoted(args.file)} does not follow on ${quoted(args.previous)}`, remedy: 'A record between them is gone, or one of the two is not what was issued; put it back.' },
} satisfies Partial<Messages>
