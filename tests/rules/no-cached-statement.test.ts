import { cases } from './no-cached-statement.cases.js';
import { runCases } from './run-cases.js';

runCases('no-cached-statement', cases);
