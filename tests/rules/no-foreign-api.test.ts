import { cases } from './no-foreign-api.cases.js';
import { runCases } from './run-cases.js';

runCases('no-foreign-api', cases);
