/** The words of every diagnostic, and of nothing else: what is amiss, and how to mend it. */
import { currencySymbol } from '../domain/currency.ts'
import type { Diagnostic } from '../domain/diagnostic.ts'
import { driverName } from '../domain/drivers/driver.ts'
import { inReadablePounds as pounds } from '../domain/money.ts'
import { quarterName, yearName } from '../domain/period.ts'
import { scenarioMessage } from './scenario-messages.ts'
import { because, inWords, list, meant, place, quoted, remedyFor, span, suggestedYear } from './wording.ts'

export interface Message {
  readonly what: string
  readonly remedy: string
}

export function messageOf(diagnostic: Diagnostic): Message {
  const { code, args } = diagnostic
  switch (code) {
    case 'no-model':
      return { what: `there is no model.yaml in ${quoted(args.folder)}`, remedy: 'Name the folder of a model, or start one with "farthing init DIR".' }
    case 'missing-file':
      return { what: `the model has no ${args.file}`, remedy: meant(args.file, args.present, 'Add the file, or name the folder that has it.') }
    case 'unknown-file':
      return { what: `no command reads ${quoted(args.file)}, so nothing in it counts`, remedy: meant(args.file, args.known, `The files are ${list(args.known)}.`) }
    case 'unreadable-file':
      return { what: `${quoted(args.file)} cannot be read: ${inWords(args.reason)}`, remedy: 'Check that it is a file and that you may read it.' }
    case 'not-text':
      return { what: `${quoted(args.file)} is not text`, remedy: 'If it is a workbook, save the sheet as "CSV UTF-8"; if it is a document, as plain text.' }
    case 'empty-file':
      return { what: `${quoted(args.file)} is empty`, remedy: 'Give it a header and rows, or remove it.' }
    case 'no-rows':
      return { what: `${quoted(args.file)} has a header and no rows`, remedy: 'Add a row for each cost.' }
    case 'broken-quotes':
      return { what: 'a quotation mark is not closed, or stands in the middle of a cell', remedy: 'Put a text with a quotation mark, a comma or a line break in quotation marks, and double each mark inside it.' }
    case 'broken-yaml':
      return { what: args.reason.replace(/\.$/, ''), remedy: 'A line is a key, a colon, a space and a value, with spaces before it, not tabs; see the model.yaml that "farthing init DIR" writes.' }

    case 'unknown-key':
      return { what: `there is no key ${quoted(args.key)} here`, remedy: meant(args.key, args.known, `The keys are ${list(args.known)}.`) }
    case 'missing-key':
      return { what: `${args.within} lacks ${quoted(args.key)}`, remedy: `Add "${args.key}: …" to it.` }
    case 'wrong-shape':
      return { what: `${quoted(args.key)} wants ${args.wanted}`, remedy: 'See the model folder in the README, or the one that "farthing init DIR" writes.' }
    case 'bad-years':
      return { what: `${quoted(args.text)} is no span of financial years`, remedy: 'Write the first and the last, as in "2017/18 to 2021/22"; at most a hundred years.' }
    case 'bad-currency':
      return { what: `${quoted(args.text)} is no currency code`, remedy: 'Write three capital letters, as in "GBP".' }
    case 'unknown-month':
      return { what: `there is no month ${quoted(args.month)}`, remedy: meant(args.month, args.known, 'Write the month that financial years start in, as in "April".') }
    case 'portions-not-whole':
      return { what: `the portions of ${quoted(args.blend)} come to ${args.percent}%`, remedy: 'Each portion is above 0%, and together they come to 100%.' }
    case 'circular-blend':
      return { what: `${quoted(args.blend)} is a blend of itself: ${args.through.join(' of ')}`, remedy: 'Blend drivers that are counted.' }
    case 'leaves-before-joining':
      return { what: `${args.partner} leaves in ${quarterName(args.leaves)}, before it joins in ${quarterName(args.joins)}`, remedy: 'A partner takes part from the quarter it joins to the quarter it leaves, both included.' }
    case 'reserved-name':
      return { what: `a driver cannot be called ${quoted(args.name)}`, remedy: 'Choose a name without a colon other than "baseline": those are drivers of their own.' }

    case 'missing-column':
      return { what: `there is no column ${quoted(args.column)}`, remedy: meant(args.column, args.present, `Add it to the header.`) }
    case 'unknown-column':
      return { what: `there is no column ${quoted(args.column)} in this table`, remedy: meant(args.column, args.known, `Its columns are ${list(args.known)}${args.periods ? ', and years and quarters' : ''}; one that starts with "note" is yours.`) }
    case 'duplicate-column':
      return { what: `the column ${quoted(args.column)} stands in the header twice`, remedy: `The first is at character ${args.first} of the line. Remove one, or rename it to start with "note".` }
    case 'unnamed-column':
      return { what: `${quoted(args.text)} stands under an empty header`, remedy: 'Name the column, or start its name with "note" if it is free text.' }
    case 'no-periods':
      return { what: 'the table has no column for any period', remedy: `Add a column a year ("2017/18") or quarter ("2017/18 Q2"), or the two columns "period" and ${quoted(args.value)}.` }
    case 'mixed-layout':
      return { what: `the table has a column "period" and also a column ${quoted(args.column)}`, remedy: 'Keep one layout: a column a period, or a row a period.' }
    case 'extra-cell':
      return { what: args.text === '' ? 'the row is longer than the header' : `${quoted(args.text)} stands to the right of the last column`, remedy: `The header has ${args.columns} ${args.columns === 1 ? 'column' : 'columns'}. An amount with a comma needs quotation marks: "1,234.50".` }
    case 'missing-value':
      return { what: `the row has nothing in its column ${quoted(args.column)}`, remedy: 'Fill it in, or remove the row.' }
    case 'duplicate-row':
      return { what: `a second row for ${list(args.key.map(quoted))}`, remedy: `The first is at ${place(args.first)}. Remove one, or add them up.` }
    case 'duplicate-period':
      return { what: `a second value for ${list(args.key.map(quoted))} in ${args.period}`, remedy: `The first is at ${place(args.first)}. Remove one, or add them up.` }
    case 'conflicting-cell':
      return { what: `${args.column} is ${quoted(args.text)} here and ${quoted(args.before)} at ${place(args.first)}`, remedy: 'The rows of one line must say the same of it.' }
    case 'after-the-plan':
      return { what: `${args.period} is after the plan's last year, ${yearName(args.last)}, and does not count`, remedy: 'Extend "years" in model.yaml to count it.' }

    case 'bad-amount':
      return { what: `${quoted(args.text)} is not an amount: ${because(args.why, args.currency)}`, remedy: remedyFor(args.why, `Write it as 1234.50, ${currencySymbol(args.currency)}1,234.50, (1,234.50) or ${currencySymbol(args.currency)}1.2m.`) }
    case 'bad-count':
      return { what: `${quoted(args.text)} is not a count: ${because(args.why)}`, remedy: remedyFor(args.why, 'Write it as 1234 or 12.5.') }
    case 'bad-percent':
      return { what: `${quoted(args.text)} is not a percentage`, remedy: 'Write it with its sign, as in "2%" or "3.5%".' }
    case 'bad-period':
      if (args.wanted === 'year') return { what: `${quoted(args.text)} is a quarter, and only whole years are meant here`, remedy: `Write the year, as in "${suggestedYear(args.text)}".` }
      if (args.wanted === 'quarter') return { what: `${quoted(args.text)} is a year, and actuals are by quarter`, remedy: `Write the quarter, as in "${suggestedYear(args.text)} Q2".` }
      return { what: `${quoted(args.text)} is not a financial year or quarter`, remedy: `Write a year as "${suggestedYear(args.text)}" and a quarter as "${suggestedYear(args.text)} Q2".` }
    case 'bad-profile':
      return { what: `${quoted(args.text)} is not a profile of a year`, remedy: 'Write four percentages that come to 100%, as in "40% 20% 20% 20%", or one quarter, as in "Q1".' }
    case 'bad-tolerance':
      return { what: `${quoted(args.text)} is not a tolerance for ${args.percent ? 'percentages' : 'amounts'}`, remedy: args.percent ? 'Write a percentage, as in "0.1%".' : 'Write an amount, as in "£1".' }

    case 'unknown-partner':
      return { what: `there is no partner ${quoted(args.partner)}`, remedy: meant(args.partner, args.known, `Partners are named in model.yaml: ${list(args.known)}.`) }
    case 'unknown-rule':
      return { what: `there is no rule ${quoted(args.rule)}`, remedy: meant(args.rule, args.known, `The rules are ${list(args.known)}.`) }
    case 'unknown-index':
      return { what: `there is no index ${quoted(args.index)}`, remedy: meant(args.index, args.known, 'Indices are named under "indexation" in model.yaml.') }
    case 'unknown-system':
      return { what: `no ${args.file === 'users.csv' ? 'users' : 'expected users'} are counted for system ${quoted(args.system)}`, remedy: meant(args.system, args.known, `Systems are named in ${args.file}.`) }
    case 'unknown-driver':
      return { what: `there is no driver ${quoted(args.driver)}`, remedy: meant(args.driver, args.known, 'Drivers are named in drivers.csv and under "drivers" in model.yaml; others are "users:SYSTEM", "expected:SYSTEM", "baseline" and "baseline:CATEGORY".') }
    case 'unknown-category':
      return { what: `no line of baseline.csv has the category ${quoted(args.category)}`, remedy: meant(args.category, args.known, 'Categories are named in baseline.csv.') }
    case 'ambiguous-driver':
      return { what: `${quoted(args.driver)} may mean ${list(args.meanings, 'or')}`, remedy: 'Give one of them another name, or write the driver with "users:" or "expected:".' }
    case 'unknown-year':
      return { what: `${quoted(args.year)} is no year of the plan`, remedy: meant(args.year, args.known, `The years are ${list(args.known)}.`) }
    case 'unknown-quarter':
      return { what: `${quoted(args.quarter)} is no quarter of the plan`, remedy: meant(args.quarter, args.known, `Write one from "${args.known[0]}" to "${args.known.at(-1)}".`) }
    case 'unknown-published-row':
      return { what: `no figure goes by ${quoted(args.row)}`, remedy: meant(args.row, args.known, `A row is named like ${list(args.known, 'or')}.`) }
    case 'unknown-published-table':
      return { what: `no table of the plan goes by ${quoted(args.file)}`, remedy: meant(args.file, args.known, `The tables are ${list(args.known)}.`) }
    case 'same-figure':
      return { what: `${quoted(args.row)} reads as the same figure as ${quoted(args.before)}`, remedy: `That stands at ${place(args.first)}. Name each row by its measure and its category, as in "Saving staff".` }
    case 'nothing-to-compare':
      return { what: `${quoted(args.file)} has no figure of a year of the plan`, remedy: 'Fill in a column of one of its years.' }

    case 'line-lacks':
      return { what: `line ${quoted(args.line)} has no ${args.statement}, and rule ${quoted(args.rule)} needs one`, remedy: args.statement === 'driver' ? 'Name the system in the column "driver", or another driver.' : 'Name the one partner that bears it in the column "partner".' }
    case 'line-refuses':
      return { what: `line ${quoted(args.line)} names a ${args.statement}, and rule ${quoted(args.rule)} takes none`, remedy: args.statement === 'driver' ? 'Leave the driver blank.' : 'Leave the partner blank, or use rule "legacy" or "project" to charge one partner alone.' }

    case 'no-rate':
      return { what: `index ${quoted(args.index)} has no rate for ${yearName(args.year)}, which line ${quoted(args.line)} needs`, remedy: 'Add the rate under "indexation" in model.yaml, or fill in the year of the line.' }
    case 'year-overridden':
      return { what: `${quoted(args.line)} states ${pounds(args.stated)} for ${yearName(args.year)}, but with its quarters the year comes to ${pounds(args.total)}`, remedy: 'A quarter column overrides the instalment of its year; make the two agree if that is not meant.' }
    case 'no-weights':
      return args.driver.kind === 'baseline'
        ? { what: `line ${quoted(args.line)} costs ${pounds(args.amount)} in ${span(args.first, args.last)}, but no partner has a ${driverName(args.driver)} then`, remedy: 'Fill in baseline.csv, or give the line another driver: a cost is never dropped or split equally.' }
        : { what: `line ${quoted(args.line)} costs ${pounds(args.amount)} in ${span(args.first, args.last)}, but driver ${quoted(driverName(args.driver))} counts nothing for any partner then`, remedy: 'Count it for that time, or give the line another driver: a cost is never dropped or split equally.' }
    case 'negative-weight':
      return { what: `line ${quoted(args.line)} cannot be apportioned in ${span(args.first, args.last)}: driver ${quoted(driverName(args.driver))} is below nil for ${args.partner}`, remedy: 'Give the line a driver that is nil or above for each partner.' }
    case 'partner-absent':
      return { what: `line ${quoted(args.line)} costs ${pounds(args.amount)} in ${span(args.first, args.last)}, when ${args.partner} takes no part`, remedy: 'State the line by quarter or with a profile, so that it costs nothing then, or charge it to the others.' }

    case 'no-actual':
      return { what: `line ${quoted(args.line)} has a budget but no actual in ${list(args.quarters.map(quarterName))}, and costs nothing there`, remedy: 'The quarter is closed. If the cost is still to come it will show as an adjustment.' }
    case 'unknown-line':
      return { what: `there is no line ${quoted(args.line)} in budget.csv`, remedy: meant(args.line, args.known, 'Add it to the budget, or name in the column "partner" the one partner that bears it.') }
    case 'bad-date':
      return { what: `${quoted(args.text)} is not a date`, remedy: 'Write it as 2017-09-30 or 30/09/2017, the day first.' }
    case 'outside-the-plan':
      return { what: `${args.text}; the plan is for ${yearName(args.first)} to ${yearName(args.last)}`, remedy: 'Mend the date, or extend "years" in model.yaml.' }
    case 'two-dates':
      return { what: 'the header has both "date" and "period"', remedy: 'Keep one of them, or rename the other to start with "note".' }
    case 'more-rows':
      return { what: `${args.count} more of the rows of ${quoted(args.file)} cannot be read`, remedy: 'Mend those above first: the rest may be of the same kind.' }
    case 'actuals-twice':
      return { what: `the model has both ${quoted(args.file)} and the folder ${quoted(args.folder)}`, remedy: 'Keep one of them: a row in both would count twice.' }
    case 'not-closed':
      return { what: `there are actuals of ${list(args.quarters.map(quarterName))}, after ${quarterName(args.closedTo)}, the last quarter closed; they do not count yet`, remedy: 'Leave "--closed-to" out to count every quarter with actuals.' }
    case 'actuals-gone':
      return { what: `${list(args.quarters.map(quarterName))} ${args.quarters.length > 1 ? 'were' : 'was'} issued on actuals, and there are none now`, remedy: 'Put the actuals back; without them the budget is charged instead.' }
    case 'issued-in-another-currency':
      return { what: `quarters were issued in ${args.issued}, and the model is in ${args.now}`, remedy: 'Put the currency back in model.yaml, or start a new model.' }
    case 'not-issued':
      return { what: `${list(args.missing.map(quarterName))} ${args.missing.length > 1 ? 'were' : 'was'} never issued, so the charge for ${quarterName(args.quarter)} takes in all of ${args.missing.length > 1 ? 'them' : 'it'} as adjustment`, remedy: 'Issue each quarter in turn with "--issue" to charge it on its own.' }
    case 'issued-partner-gone':
      return { what: `${quoted(args.partner)} was charged in an issued quarter and is no partner of the model`, remedy: 'Put it back in model.yaml with the quarter that it "leaves", so that it can be adjusted.' }
    case 'issued-before-the-plan':
      return { what: `${quarterName(args.quarter)} was issued, and the plan begins with ${yearName(args.first)}`, remedy: 'Let "years" in model.yaml begin with the first year that was issued: what is due is reckoned from there.' }
    case 'issued-already':
      return { what: `${quarterName(args.quarter)} was issued already: ${quoted(args.file)}`, remedy: 'Nothing was changed. What has changed since will show as an adjustment on the next statement.' }
    case 'issue-out-of-order':
      return { what: `${quarterName(args.quarter)} cannot be issued before ${quarterName(args.next)}`, remedy: `Quarters are issued in their order: issue ${quarterName(args.next)} next.` }
    case 'broken-record':
      return { what: `${quoted(args.file)} is not an issued record: ${args.reason}`, remedy: 'Put back the record as it was issued.' }
    case 'edited-record':
      return { what: `${quoted(args.file)} was changed after it was issued`, remedy: 'Put back the record as it was issued; a correction shows as an adjustment on the next statement.' }
    case 'broken-chain':
      return args.previous === undefined
        ? { what: `${quoted(args.file)} follows on a record that is not here`, remedy: 'Put back the records that were issued before it.' }
        : { what: `${quoted(args.file)} does not follow on ${quoted(args.previous)}`, remedy: 'A record between them is gone, or one of the two is not what was issued; put it back.' }

    case 'no-scenarios': case 'bad-range': case 'unknown-scenario': case 'circular-scenario': case 'touches-nothing': case 'already-partner':
    case 'host-leaves': case 'leaves-when-out': case 'nothing-to-start-from': case 'no-ranges': case 'unknown-range': case 'bad-correlation': case 'run-fails':
      return scenarioMessage(diagnostic)

    case 'bad-option':
      return { what: `${quoted(args.text)} will not do for ${args.option}`, remedy: `Write ${args.wanted}.` }
    case 'would-overwrite':
      return { what: `${quoted(args.file)} is there already`, remedy: 'Nothing was written. Choose another folder, or move it away first.' }
    case 'part-of-the-model':
      return { what: `${quoted(args.file)} is a file of the model`, remedy: 'Nothing was written. Name another file for the output.' }
    case 'not-writable':
      return { what: `${quoted(args.file)} cannot be written: ${inWords(args.reason)}`, remedy: 'Check that the folder is there, that you may write in it and that the disk has room.' }
  }
}
