/** The words of every diagnostic, and of nothing else. A code without words is an error of types. */
import type { Diagnostic } from '../../domain/diagnostic.ts'
import { appraisalMessages } from './appraisal.ts'
import { commandMessages } from './commands.ts'
import { costMessages } from './costs.ts'
import { fileMessages } from './files.ts'
import type { Message, Messages } from './message.ts'
import { nameMessages } from './names.ts'
import { quarterMessages } from './quarters.ts'
import { scenarioMessages } from './scenarios.ts'
import { tableMessages } from './tables.ts'

const messages: Messages = { ...fileMessages, ...tableMessages, ...nameMessages, ...costMessages, ...quarterMessages, ...scenarioMessages, ...appraisalMessages, ...commandMessages }

export const messageOf = ({ code, args }: Diagnostic): Message => (messages[code] as (of: typeof args) => Message)(args)
