// Says at its end how much memory a process of Node took at its peak.
process.on('exit', () => require('node:fs').writeSync(2, `\npeak memory ${process.resourceUsage().maxRSS}\n`))
