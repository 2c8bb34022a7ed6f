import { cases } from './no-placeholder-mismatch.cases.js';
import { runCases } from './run-cases.js';

runCases('no-placeholder-mismatch', cases);
