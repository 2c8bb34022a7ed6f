import { cases } from './no-fragile-error-check.cases.js';
import { runCases } from './run-cases.js';

runCases('no-fragile-error-check', cases);
