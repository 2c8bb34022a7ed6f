import { cases } from './no-result-as-row.cases.js';
import { runCases } from './run-cases.js';

runCases('no-result-as-row', cases);
