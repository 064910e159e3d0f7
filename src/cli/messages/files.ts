/** The words of what is amiss with the folder, its files and model.yaml. */
import { quarterName } from '../../domain/period.ts'
import { inWords, list, meant, quoted } from '../wording.ts'
import type { Messages } from './message.ts'

export const fileMessages = {
  'no-model': args => ({ what: `there is no model.yaml in ${quoted(args.folder)}`, remedy: 'Name the folder of a model, or start one with "farthing init DIR".' }),
  'missing-file': args => ({ what: `the model has no ${args.file}`, remedy: meant(args.file, args.present, 'Add the file, or name the folder that has it.') }),
  'unknown-file': args => ({ what: `no command reads ${quoted(args.file)}, so nothing in it counts`, remedy: meant(args.file, args.known, `The files are ${list(args.known)}.`) }),
  'unreadable-file': args => ({ what: `${quoted(args.file)} cannot be read: ${inWords(args.reason)}`, remedy: 'Check that it is a file and that you may read it.' }),
  'not-text': args => ({ what: `${quoted(args.file)} is not text`, remedy: 'If it is a workbook, save the sheet as "CSV UTF-8"; if it is a document, as plain text.' }),
  'empty-file': args => ({ what: `${quoted(args.file)} is empty`, remedy: 'Give it a header and rows, or remove it.' }),
  'no-rows': args => ({ what: `${quoted(args.file)} has a header and no rows`, remedy: 'Add a row for each cost.' }),
  'broken-quotes': () => ({ what: 'a quotation mark is not closed, or stands in the middle of a cell', remedy: 'Put a text with a quotation mark, a comma or a line break in quotation marks, and double each mark inside it.' }),
  'broken-yaml': args => ({ what: args.reason.replace(/\.$/, ''), remedy: 'A line is a key, a colon, a space and a value, with spaces before it, not tabs; see the model.yaml that "farthing init DIR" writes.' }),
  'unknown-key': args => ({ what: `there is no key ${quoted(args.key)} here`, remedy: meant(args.key, args.known, `The keys are ${list(args.known)}.`) }),
  'missing-key': args => ({ what: `${args.within} lacks ${quoted(args.key)}`, remedy: `Add "${args.key}: …" to it.` }),
  'wrong-shape': args => ({ what: `${quoted(args.key)} wants ${args.wanted}`, remedy: 'See the model folder in the README, or the one that "farthing init DIR" writes.' }),
  'bad-years': args => ({ what: `${quoted(args.text)} is no span of financial years`, remedy: 'Write the first and the last, as in "2017/18 to 2021/22"; at most a hundred years.' }),
  'bad-currency': args => ({ what: `${quoted(args.text)} is no currency code`, remedy: 'Write three capital letters, as in "GBP".' }),
  'unknown-month': args => ({ what: `there is no month ${quoted(args.month)}`, remedy: meant(args.month, args.known, 'Write the month that financial years start in, as in "April".') }),
  'portions-not-whole': args => ({ what: `the portions of ${quoted(args.blend)} come to ${args.percent}%`, remedy: 'Each portion is above 0%, and together they come to 100%.' }),
  'circular-blend': args => ({ what: `${quoted(args.blend)} is a blend of itself: ${args.through.join(' of ')}`, remedy: 'Blend drivers that are counted.' }),
  'leaves-before-joining': args => ({ what: `${args.partner} leaves in ${quarterName(args.leaves)}, before it joins in ${quarterName(args.joins)}`, remedy: 'A partner takes part from the quarter it joins to the quarter it leaves, both included.' }),
  'reserved-name': args => ({ what: `a driver cannot be called ${quoted(args.name)}`, remedy: 'Choose a name without a colon other than "baseline": those are drivers of their own.' }),
} satisfies Partial<Messages>
