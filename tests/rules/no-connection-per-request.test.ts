import { cases } from './no-connection-per-request.cases.js';
import { runCases } from './run-cases.js';

runCases('no-connection-per-request', cases);
