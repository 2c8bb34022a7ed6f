import { cases } from './no-foreign-placeholder.cases.js';
import { runCases } from './run-cases.js';

runCases('no-foreign-placeholder', cases);
