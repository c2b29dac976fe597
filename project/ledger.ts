import { fstatSync } from 'node:fs';
import { ledgerCommand } from './ledger-command.ts';

process.exitCode = await ledgerCommand(process.argv.slice(2), {
  environment: process.env,
  printsToFile: fstatSync(1).isFile(),
});
